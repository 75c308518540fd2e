import { type Context, Hono } from 'hono';
import type { Case } from '../../../shared/domain/case.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { chainKey } from '../../../shared/store/chain-keys.ts';
import { read } from '../../../shared/store/read.ts';
import { Button } from '../components/button.tsx';
import { Input } from '../components/input.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { Textarea } from '../components/textarea.tsx';
import { amendmentFields, formOfCase, readCaseAmendment } from '../forms/case-amendment-form.ts';
import { errorsFromRefusal, type FieldErrors, noErrors } from '../forms/field-errors.ts';
import { type PostedForm, readForm } from '../forms/posted-form.ts';
import { seenField } from '../forms/seen-field.ts';
import { amendCase } from '../moves/amend-case.ts';
import { statusOf } from '../refused.ts';
import { findCase } from './addressed.ts';
import { type FormPage, showForm } from './form-page.tsx';
import { LongText } from './long-text.tsx';
import { showRefusal, toCases } from './notice-page.tsx';
import { deskAt } from './seen.tsx';
import type { Site } from './site.tsx';

const address = '/cases/:caseId/amend';

/**
 * The form that corrects what identifies a case. It brings back how long the case's history was, so that what somebody else amended
 * meanwhile is not overwritten unseen: whoever comes second sees what is there now above what they entered.
 */
export const amendCasePages = (site: Site): Hono =>
  new Hono()
    .get(address, async (c) => {
      const found = await findCase(site.table, c.req.param('caseId'));
      if (isRefusal(found)) return showRefusal(c, site, found, toCases);
      c.set('seen', await lengthOf(site, found));
      return showAmendForm(c, site, found, { form: formOfCase(found), errors: noErrors, status: 200 });
    })
    .post(address, async (c) => {
      const found = await findCase(site.table, c.req.param('caseId'));
      if (isRefusal(found)) return showRefusal(c, site, found, toCases);
      const form = await readForm(c);
      c.set('seen', seenIn(form) ?? (await lengthOf(site, found)));
      const { value, errors } = readCaseAmendment(form, found);
      if (errors) return showAmendForm(c, site, found, { form, errors, status: 422 });
      const amended = await amendCase(deskAt(c, site), found.id, value);
      if (isRefusal(amended)) {
        const refused = { form, errors: errorsFromRefusal(amended), status: statusOf(amended) };
        if (amended.refused !== 'changed-since') return showAmendForm(c, site, found, refused);
        c.set('seen', await lengthOf(site, found));
        return showAmendForm(c, site, found, { ...refused, now: found });
      }
      return c.redirect(`/cases/${found.id}?saved=amend-case`, 303);
    });

const lengthOf = async ({ table }: Site, { id: caseId }: Case): Promise<number> =>
  (await read(table, 'chain', chainKey({ caseId })))?.length ?? 0;

const seenIn = (form: PostedForm): number | undefined =>
  /^\d{1,9}$/.test(form.get(seenField)) ? Number(form.get(seenField)) : undefined;

/** `now`: what is there, where somebody else amended it while the form was open. */
type Filled = { form: PostedForm; errors: FieldErrors; status: FormPage['status']; now?: Case };

const showAmendForm = (c: Context, site: Site, of: Case, filled: Filled) =>
  showForm(c, site, {
    title: 'Amend the case',
    caption: of.reference,
    current: '/cases',
    back: `/cases/${of.id}`,
    action: `/cases/${of.id}/amend`,
    fields: amendmentFields,
    ...filled,
    intro: filled.now ? (
      <WhatIsThereNow of={filled.now} />
    ) : (
      <p class="govuk-body">
        For a slip in what was typed. No date changes, and nobody is written to. What stood here before is
        kept in the history. Mails that leave from now on name the case by the reference you save here.
      </p>
    ),
    children: <AmendFields {...filled} />,
  });

const WhatIsThereNow = ({ of: { reference, title, summary } }: { of: Case }) => (
  <>
    <h2 class="govuk-heading-m">What is there now</h2>
    <SummaryList
      rows={[
        { key: 'Reference', value: reference },
        { key: 'Title', value: title },
        { key: 'Summary', value: summary ? <LongText text={summary} /> : 'None' },
      ]}
    />
    <h2 class="govuk-heading-m">What you entered</h2>
    <p class="govuk-body">It has not been saved. Look at both, then save what is right.</p>
  </>
);

const AmendFields = ({ form, errors }: Filled) => {
  const field = (name: string) => ({ name, value: form.get(name), error: errors[name]?.message });
  return (
    <>
      <Input {...field('reference')} label="Reference" labelSize="s" width={20} />
      <Input {...field('title')} label="Title" labelSize="s" />
      <Textarea {...field('summary')} label="Summary (optional)" labelSize="s" rows={6} />
      <Textarea
        {...field('why')}
        label="Why is it amended?"
        labelSize="s"
        hint="It is kept in the history"
        rows={3}
      />
      <Button>Save</Button>
    </>
  );
};
