import { type Context, Hono } from 'hono';
import { evidenceKinds } from '../../../shared/domain/evidence.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { Button } from '../components/button.tsx';
import { Input } from '../components/input.tsx';
import { Radios } from '../components/radios.tsx';
import { Textarea } from '../components/textarea.tsx';
import { evidenceFields, readEvidenceForm } from '../forms/evidence-form.ts';
import { errorsFromRefusal, type FieldErrors, noErrors } from '../forms/field-errors.ts';
import { emptyForm, type PostedForm, readForm } from '../forms/posted-form.ts';
import { addEvidence } from '../moves/add-evidence.ts';
import { statusOf } from '../refused.ts';
import { type Asked, askedFor, type EvidenceDoor, type EvidenceSite, staffDoor } from './evidence-address.ts';
import { type FormPage, showForm } from './form-page.tsx';
import { showRefusal } from './notice-page.tsx';
import type { Site } from './site.tsx';

/** The form that adds evidence: a text or a link at once, a file on the page after it. */
export function addEvidenceAt(site: EvidenceSite, door: EvidenceDoor): Hono {
  const address = `${door.address}/new`;
  return new Hono()
    .get(address, async (c) => {
      const asked = await askedFor(site, door, c.req.param());
      if (isRefusal(asked)) return showRefusal(c, site, asked, asked.back);
      return showEvidenceForm(c, site, door, asked, { form: emptyForm, errors: noErrors, status: 200 });
    })
    .post(address, async (c) => {
      const asked = await askedFor(site, door, c.req.param());
      if (isRefusal(asked)) return showRefusal(c, site, asked, asked.back);
      const form = await readForm(c);
      const { value, errors } = readEvidenceForm(form);
      if (errors) return showEvidenceForm(c, site, door, asked, { form, errors, status: 422 });
      const { caseId, number } = asked.recommendation;
      if (value.kind === 'file') return c.redirect(`${asked.href}/evidence/file`, 303);
      const added = await addEvidence(door.deskOf(c), caseId, number, value);
      if (isRefusal(added)) {
        const refused = { form, errors: errorsFromRefusal(added), status: statusOf(added) };
        return showEvidenceForm(c, site, door, asked, refused);
      }
      return c.redirect(`${asked.href}?saved=evidence`, 303);
    });
}

/** The same for staff. */
export const addEvidencePages = (site: Site): Hono => addEvidenceAt(site, staffDoor(site));

type Filled = { form: PostedForm; errors: FieldErrors; status: FormPage['status'] };

const showEvidenceForm = (
  c: Context,
  site: EvidenceSite,
  { current }: EvidenceDoor,
  { href, caption }: Asked,
  filled: Filled,
) =>
  showForm(c, site, {
    title: 'Add evidence',
    caption,
    current,
    back: href,
    action: `${href}/evidence/new`,
    fields: evidenceFields,
    ...filled,
    intro: (
      <p class="govuk-body">
        What proves that something was done: an agreed policy, the minutes of a board, a page on the web.
        Evidence cannot be changed or removed once it is added.
      </p>
    ),
    children: <EvidenceFields {...filled} />,
  });

const EvidenceFields = ({ form, errors }: Filled) => (
  <>
    <Radios
      name="kind"
      legend="What kind of evidence is it?"
      legendSize="m"
      value={form.get('kind')}
      error={errors.kind?.message}
      items={[
        {
          value: 'file',
          text: evidenceKinds.file,
          hint: 'You choose it on the next page',
        },
        {
          value: 'link',
          text: evidenceKinds.link,
          conditional: <LinkBoxes form={form} errors={errors} />,
        },
        {
          value: 'text',
          text: evidenceKinds.text,
          conditional: (
            <Textarea
              name="text"
              label="The evidence, in words"
              rows={6}
              value={form.get('text')}
              error={errors.text?.message}
            />
          ),
        },
      ]}
    />
    <Button>Continue</Button>
  </>
);

const LinkBoxes = ({ form, errors }: Pick<Filled, 'form' | 'errors'>) => (
  <>
    <Input
      name="link"
      label="Web address"
      type="url"
      inputmode="url"
      spellcheck={false}
      value={form.get('link')}
      error={errors.link?.message}
    />
    <Input
      name="shows"
      label="What the page shows (optional)"
      value={form.get('shows')}
      error={errors.shows?.message}
    />
  </>
);
