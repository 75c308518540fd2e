import { type Context, Hono } from 'hono';
import { inWords } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { Button } from '../components/button.tsx';
import { DateInput } from '../components/date-input.tsx';
import { Quote } from '../components/quote.tsx';
import { Textarea } from '../components/textarea.tsx';
import { WarningText } from '../components/warning-text.tsx';
import { errorOf, errorsFromRefusal, type FieldErrors, noErrors } from '../forms/field-errors.ts';
import { emptyForm, type PostedForm, readForm } from '../forms/posted-form.ts';
import { typedDate } from '../forms/typed-date.ts';
import { readUpdateForm, updateFields } from '../forms/update-form.ts';
import { recordUpdate } from '../moves/record-update.ts';
import { statusOf } from '../refused.ts';
import { findByAddress } from './addressed.ts';
import { asSentence } from './deadline-words.ts';
import { type FormPage, showForm } from './form-page.tsx';
import { recommendationHref } from './names.ts';
import { showRefusal, toCases } from './notice-page.tsx';
import { deskAt } from './seen.tsx';
import type { Site } from './site.tsx';

const address = '/cases/:caseId/recommendations/:number/promises/:sequence/update';

type Address = { caseId: string; number: string; sequence: string };

/** The form that records what a body reports back on one promise. */
export const recordUpdatePages = (site: Site): Hono =>
  new Hono()
    .get(address, async (c) => {
      const promised = await promisedAt(site, c.req.param());
      if (isRefusal(promised)) return showRefusal(c, site, promised, backFrom(promised, c.req.param()));
      return showUpdateForm(c, site, promised, { form: emptyForm, errors: noErrors, status: 200 });
    })
    .post(address, async (c) => {
      const promised = await promisedAt(site, c.req.param());
      if (isRefusal(promised)) return showRefusal(c, site, promised, backFrom(promised, c.req.param()));
      const form = await readForm(c);
      const { value, errors } = readUpdateForm(form);
      if (errors) return showUpdateForm(c, site, promised, { form, errors, status: 422 });
      const { caseId, number, sequence } = promised;
      const recorded = await recordUpdate(deskAt(c, site), caseId, number, sequence, value);
      if (isRefusal(recorded)) {
        const refused = { form, errors: errorsFromRefusal(recorded), status: statusOf(recorded) };
        return showUpdateForm(c, site, promised, refused);
      }
      return c.redirect(`${recommendationHref(promised)}?saved=update`, 303);
    });

const unknownPromise = refuse('unknown-promise', 'This recommendation has no promise with this number');
const alreadyMet = refuse('already-met', 'An update for this promise has already been recorded');

async function promisedAt(site: Site, at: Address): Promise<Deadline | Refusal> {
  const found = await findByAddress(site.table, at);
  if (isRefusal(found)) return found;
  const promised = found.entry.deadlines.find(
    ({ kind, sequence }) => kind === 'update' && String(sequence) === at.sequence,
  );
  if (!promised) return unknownPromise;
  return promised.state === 'open' ? promised : alreadyMet;
}

const backFrom = (refused: Refusal, at: Address) =>
  refused === alreadyMet || refused === unknownPromise
    ? { text: 'See the recommendation', href: `/cases/${at.caseId}/recommendations/${at.number}` }
    : toCases;

type Filled = { form: PostedForm; errors: FieldErrors; status: FormPage['status'] };

function showUpdateForm(c: Context, site: Site, promised: Deadline, filled: Filled) {
  const href = recommendationHref(promised);
  return showForm(c, site, {
    title: 'Record that the promise was kept',
    caption: `${promised.reference} recommendation ${promised.number}`,
    current: '/cases',
    back: href,
    action: `${href}/promises/${promised.sequence}/update`,
    fields: updateFields,
    ...filled,
    intro: <WhatWasPromised promised={promised} />,
    children: <UpdateFields {...filled} />,
  });
}

const WhatWasPromised = ({ promised }: { promised: Deadline }) => (
  <>
    {promised.dueOn && !promised.cause && (
      <Quote source={`Response of ${inWords(promised.anchorOn)}`}>{promised.basis}</Quote>
    )}
    {promised.working.map((working) => (
      <p class="govuk-body">{asSentence(working)}</p>
    ))}
  </>
);

const UpdateFields = ({ form, errors }: Filled) => (
  <>
    <DateInput
      name="receivedOn"
      legend="When did the update come?"
      legendSize="s"
      hint="For example, 12 2 2021"
      values={typedDate(form, 'receivedOn')}
      {...errorOf(errors, 'receivedOn')}
    />
    <Textarea
      name="text"
      label="What does it say?"
      labelSize="s"
      hint="In its own words: what has been done, and the proof of it"
      rows={8}
      value={form.get('text')}
      error={errors.text?.message}
    />
    <WarningText>
      Saving this marks the promise as kept and ends its reminders. If the update asks for more time, do not
      record it here: leave the promise open, so that the reminders go on.
    </WarningText>
    <Button>Save</Button>
  </>
);
