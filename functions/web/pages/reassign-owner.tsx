import { type Context, Hono } from 'hono';
import { type Contact, isLive } from '../../../shared/domain/contact.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { type Report, waiting } from '../../../shared/domain/report.ts';
import type { RecommendationFile } from '../../../shared/store/case-file.ts';
import { listContacts } from '../../../shared/store/lists.ts';
import { Button } from '../components/button.tsx';
import { Input } from '../components/input.tsx';
import { InsetText } from '../components/inset-text.tsx';
import { Select } from '../components/select.tsx';
import { errorsFromRefusal, type FieldErrors, noErrors } from '../forms/field-errors.ts';
import { ownerFields, readOwnerForm } from '../forms/owner-form.ts';
import { emptyForm, type PostedForm, readForm } from '../forms/posted-form.ts';
import { reassignOwner } from '../moves/reassign-owner.ts';
import { statusOf } from '../refused.ts';
import { findByAddress } from './addressed.ts';
import { contactChoice } from './contact-choice.ts';
import { type FormPage, showForm } from './form-page.tsx';
import { personInWords, recommendationHref } from './names.ts';
import { NotInTheList } from './not-in-the-list.tsx';
import { showRefusal, toCases } from './notice-page.tsx';
import { saidInWords, successorInWords } from './owner-said.tsx';
import { deskAt } from './seen.tsx';
import type { Site } from './site.tsx';

const address = '/cases/:caseId/recommendations/:number/owner';

/** The form that gives a recommendation another owner, or its first. */
export const reassignOwnerPages = (site: Site): Hono =>
  new Hono()
    .get(address, async (c) => {
      const found = await findByAddress(site.table, c.req.param());
      if (isRefusal(found)) return showRefusal(c, site, found, toCases);
      const asked = { ...found.entry, reference: found.file.learningCase.reference };
      return showOwnerForm(c, site, asked, { form: emptyForm, errors: noErrors, status: 200 });
    })
    .post(address, async (c) => {
      const found = await findByAddress(site.table, c.req.param());
      if (isRefusal(found)) return showRefusal(c, site, found, toCases);
      const { recommendation } = found.entry;
      const asked = { ...found.entry, reference: found.file.learningCase.reference };
      const form = await readForm(c);
      const { value, errors } = readOwnerForm(form);
      if (errors) return showOwnerForm(c, site, asked, { form, errors, status: 422 });
      const changed = await reassignOwner(
        deskAt(c, site),
        recommendation.caseId,
        recommendation.number,
        value,
      );
      if (isRefusal(changed)) {
        const refused = { form, errors: errorsFromRefusal(changed), status: statusOf(changed) };
        return showOwnerForm(c, site, asked, refused);
      }
      return c.redirect(`${recommendationHref(recommendation)}?saved=owner`, 303);
    });

type Asked = Pick<RecommendationFile, 'recommendation' | 'reports'> & { reference: string };

type Filled = { form: PostedForm; errors: FieldErrors; status: FormPage['status'] };

async function showOwnerForm(c: Context, site: Site, asked: Asked, filled: Filled) {
  const { recommendation, reference } = asked;
  const contacts = await listContacts(site.table);
  const owner = contacts.find(({ id }) => id === recommendation.ownerId);
  const choice = contacts.filter((each) => isLive(each) && each.id !== owner?.id);
  const href = recommendationHref(recommendation);
  return showForm(c, site, {
    title: recommendation.ownerId ? 'Change the owner' : 'Choose an owner',
    caption: `${reference} recommendation ${recommendation.number}`,
    current: '/cases',
    back: href,
    action: `${href}/owner`,
    fields: ownerFields,
    ...filled,
    intro: (
      <>
        <WhoOwnsIt owner={owner && personInWords(owner, new Map(contacts.map((each) => [each.id, each])))} />
        <WhatTheySay reports={saidOfOwner(asked)} />
      </>
    ),
    children: <OwnerFields {...filled} choice={choice} proposed={proposedAmong(choice, asked)} />,
  });
}

const WhoOwnsIt = ({ owner }: { owner: string | undefined }) => (
  <>
    <p class="govuk-body">{owner ? `It is owned by ${owner}.` : 'Nobody owns it.'}</p>
    <p class="govuk-body">
      The owner you choose is written to from the next run on. What was promised, and by when, stays as it is.
    </p>
  </>
);

/** What the owner said of whose it is, which choosing another settles. */
const saidOfOwner = ({ reports }: Asked): Report[] => waiting(reports).filter(({ kind }) => kind !== 'done');

const WhatTheySay = ({ reports }: { reports: readonly Report[] }) => (
  <>
    {reports.map((report) => (
      <InsetText>
        {`${saidInWords(report)}.`}
        {report.successor && <div>{successorInWords(report.successor)}</div>}
        {report.text && <div class="tracker-verbatim">{report.text}</div>}
      </InsetText>
    ))}
  </>
);

/** Whom the owner names, where they are among those who can be chosen. */
function proposedAmong(choice: readonly Contact[], asked: Asked): string {
  const emails = saidOfOwner(asked).map(({ successor }) => successor?.email.toLowerCase());
  return choice.find(({ email }) => emails.includes(email.toLowerCase()))?.id ?? '';
}

type Fields = Filled & { choice: readonly Contact[]; proposed: string };

const OwnerFields = ({ form, errors, choice, proposed }: Fields) => (
  <>
    <Select
      name="ownerId"
      label="Who owns it from now on?"
      labelSize="s"
      hint={<NotInTheList />}
      items={contactChoice(choice, 'Choose somebody')}
      value={form.get('ownerId') || proposed}
      error={errors.ownerId?.message}
    />
    <Input
      name="reason"
      label="Why? (optional)"
      labelSize="s"
      hint="It is kept in the history"
      value={form.get('reason')}
      error={errors.reason?.message}
    />
    <Button>Save</Button>
  </>
);
