import { type Context, Hono } from 'hono';
import { type NudgeInput, nudgeInput } from '../../../shared/domain/nudge.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { previewMail } from '../../../shared/engine/preview.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { Button } from '../components/button.tsx';
import { Input } from '../components/input.tsx';
import { Quote } from '../components/quote.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { checkForm } from '../forms/checked-form.ts';
import { type FieldErrors, noErrors } from '../forms/field-errors.ts';
import { FormProof } from '../forms/form-proof.tsx';
import { emptyForm, type PostedForm, readForm } from '../forms/posted-form.ts';
import type { DutyAt } from '../moves/find-duty.ts';
import { type Asking, askingFor, nudgeOwner } from '../moves/nudge.ts';
import { statusOf } from '../refused.ts';
import { type FormPage, showForm } from './form-page.tsx';
import { dutyHref, personInWords, recommendationHref } from './names.ts';
import { showRefusal, toCases } from './notice-page.tsx';
import { deskAt } from './seen.tsx';
import { type Site, show } from './site.tsx';

const address = '/cases/:caseId/recommendations/:number/dates/:duty/nudge';
const title = 'Remind the owner now';

/** Has the owner reminded at once: asked for, looked at as the mail will be, and only then sent. */
export const nudgePages = (site: Site): Hono =>
  new Hono()
    .get(address, async (c) => {
      const at = placeOf(c);
      const asking = await askingFor(site.desk, at, {});
      if (isRefusal(asking)) return refused(c, site, at, asking);
      return showAsk(c, site, at, asking, { form: emptyForm, errors: noErrors, status: 200 });
    })
    .post(address, async (c) => {
      const at = placeOf(c);
      const form = await readForm(c);
      const { value, errors } = checkForm(nudgeInput, { note: form.get('note') }, {});
      const asking = await askingFor(site.desk, at, value ?? {});
      if (isRefusal(asking)) return refused(c, site, at, asking);
      if (errors) return showAsk(c, site, at, asking, { form, errors, status: 422 });
      if (form.get('do') === 'change')
        return showAsk(c, site, at, asking, { form, errors: noErrors, status: 200 });
      if (form.get('do') !== 'send') return showCheck(c, site, at, asking, form);
      return send(c, site, at, value);
    });

async function send(c: Context, site: Site, at: DutyAt, input: NudgeInput) {
  const sent = await nudgeOwner(deskAt(c, site), site, at, input);
  return isRefusal(sent)
    ? refused(c, site, at, sent)
    : c.redirect(`${recommendationHref(at)}?saved=nudge`, 303);
}

// What stands in an address may be anything; what could be no recommendation's number names none.
function placeOf(c: Context): DutyAt {
  const { caseId = '', number = '', duty = '' } = c.req.param() as Record<string, string>;
  const isCase = /^[a-z0-9-]{1,60}$/.test(caseId);
  return { caseId: isCase ? caseId : '-', number: /^\d{1,3}$/.test(number) ? Number(number) : 0, duty };
}

const refused = (c: Context, site: Site, at: DutyAt, refusal: Refusal) =>
  showRefusal(
    c,
    site,
    refusal,
    statusOf(refusal) === 404 ? toCases : { text: 'See the recommendation', href: recommendationHref(at) },
  );

type Filled = { form: PostedForm; errors: FieldErrors; status: FormPage['status'] };

const captionOf = ({ deadline }: Asking) => `${deadline.reference} recommendation ${deadline.number}`;

const toWhom = ({ owner }: Asking) => `${personInWords(owner, new Map())}, ${owner.email}`;

const showAsk = (c: Context, site: Site, at: DutyAt, asking: Asking, filled: Filled) =>
  showForm(c, site, {
    title,
    caption: captionOf(asking),
    current: '/cases',
    back: recommendationHref(at),
    action: `${dutyHref(at)}/nudge`,
    fields: [{ name: 'note' }],
    ...filled,
    intro: (
      <>
        <p class="govuk-body">{`One mail goes to ${toWhom(asking)}, at once and besides the usual reminders, which stay as they are.`}</p>
        <p class="govuk-body">It can be done once a day for each date.</p>
      </>
    ),
    children: (
      <>
        <Input
          name="note"
          label="Anything to say to them? (optional)"
          labelSize="s"
          hint="One line, quoted in the mail"
          value={filled.form.get('note')}
          error={filled.errors.note?.message}
        />
        <Button>See the mail</Button>
      </>
    ),
  });

async function showCheck(c: Context, site: Site, at: DutyAt, asking: Asking, form: PostedForm) {
  const { table, serviceUrl, organisation, clock } = site;
  const deps = { table, today: today(clock), serviceUrl, organisation };
  const { words } = await previewMail(deps, asking.mail);
  return show(c, site, {
    title: 'Check before sending',
    current: '/cases',
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <span class="govuk-caption-l">{captionOf(asking)}</span>
          <h1 class="govuk-heading-l">Check before sending</h1>
          <SummaryList
            rows={[
              { key: 'To', value: toWhom(asking) },
              { key: 'Subject', value: words?.subject ?? '' },
            ]}
          />
          <h2 class="govuk-heading-m">What it says</h2>
          <Quote>{words?.text ?? ''}</Quote>
          <form method="post" action={`${dutyHref(at)}/nudge`} novalidate>
            <FormProof site={site} />
            <input type="hidden" name="note" value={form.get('note')} />
            <div class="govuk-button-group">
              <Button name="do" value="send">
                Send it now
              </Button>
              <Button name="do" value="change" variant="secondary">
                Change
              </Button>
              <a class="govuk-link" href={recommendationHref(at)}>
                Do not send it
              </a>
            </div>
          </form>
        </div>
      </div>
    ),
  });
}
