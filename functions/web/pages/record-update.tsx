import { type Context, Hono } from 'hono';
import type { Board } from '../../../shared/domain/board.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { recommendationMoves } from '../../../shared/domain/moves.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { waiting } from '../../../shared/domain/report.ts';
import type { UpdateInput } from '../../../shared/domain/update.ts';
import { today } from '../../../shared/runtime/clock.ts';
import type { RecommendationFile } from '../../../shared/store/case-file.ts';
import { type FieldErrors, noErrors } from '../forms/field-errors.ts';
import { foundIn, lookedField, toFill, withDate, withFound } from '../forms/found-promises.ts';
import { emptyForm, formOf, type PostedForm, readForm } from '../forms/posted-form.ts';
import { promiseCount, readSlots, withOneMore } from '../forms/promise-slots.ts';
import { dateBoxes, readDate } from '../forms/typed-date.ts';
import {
  type ReadUpdate,
  readUpdateForm,
  updateErrors,
  updateFields,
  weighUpdate,
} from '../forms/update-form.ts';
import { boardsInSight } from '../gate/in-sight.ts';
import { recordUpdate } from '../moves/record-update.ts';
import { statusOf } from '../refused.ts';
import { findByAddress } from './addressed.ts';
import { showUpdateCheck } from './check-update.tsx';
import { type FormPage, showForm } from './form-page.tsx';
import { FilledIn } from './found-promises.tsx';
import { recommendationHref } from './names.ts';
import { showRefusal, toCases } from './notice-page.tsx';
import { deskAt } from './seen.tsx';
import type { Site } from './site.tsx';
import { UpdateFields, WhatWasPromised } from './update-fields.tsx';

/** What an update is recorded for: a promise that is open. */
export type Asked = { promised: Deadline; entry: RecommendationFile; boards: readonly Board[] };

type Address = { caseId: string; number: string; sequence: string };

const address = '/cases/:caseId/recommendations/:number/promises/:sequence/update';

/**
 * The form that records what a body reports back on one promise, and what it promises next. It is posted here three times at most: to get
 * one more promise, to see what it all comes to, and to save.
 */
export const recordUpdatePages = (site: Site): Hono =>
  new Hono()
    .get(address, async (c) => {
      const asked = await askedFor(site, c.req.param());
      if (isRefusal(asked)) return showRefusal(c, site, asked, backFrom(asked, c.req.param()));
      const form = inTheirWords(asked, c.req.query('report'));
      return showUpdateForm(c, site, asked, { form, errors: noErrors, status: 200 });
    })
    .post(address, async (c) => {
      const asked = await askedFor(site, c.req.param());
      if (isRefusal(asked)) return showRefusal(c, site, asked, backFrom(asked, c.req.param()));
      const form = await readForm(c);
      switch (form.get('do')) {
        case 'add':
          return showUpdateForm(c, site, asked, { form: withOneMore(form), errors: noErrors, status: 200 });
        case 'change':
          return showUpdateForm(c, site, asked, { form, errors: noErrors, status: 200 });
        default:
          return weigh(c, site, asked, form);
      }
    });

/** The form with what the owner said of this promise, where staff come to record that: its day and its words. */
function inTheirWords({ entry, promised }: Asked, id: string | undefined): PostedForm {
  const said = waiting(entry.reports).find((each) => each.id === id && each.duty === promised.id);
  return said ? formOf({ ...dateBoxes('receivedOn', said.on), text: said.text }) : emptyForm;
}

async function weigh(c: Context, site: Site, asked: Asked, form: PostedForm) {
  const filled = form.get('do') === 'save' ? undefined : filledIn(form);
  if (filled) return showUpdateForm(c, site, asked, { form: filled, errors: noErrors, status: 200 });
  const read = readUpdateForm(form);
  const { value, errors } = read.checked;
  if (errors) return showUpdateForm(c, site, asked, { form, errors, status: 422 });
  const refused = weighUpdate(value, { ...asked, today: today(site.clock) });
  if (refused) return showRefused(c, site, asked, { form, read, refused });
  if (form.get('do') === 'save') return saveUpdate(c, site, asked, { form, read, value });
  return showUpdateCheck(c, site, asked, { form, value });
}

const readIn = (form: PostedForm) =>
  foundIn(form.get('text'), readDate(form, 'receivedOn', 'The date the update came').day);

/**
 * The form with what the update seems to promise, once, where the person has named nothing. Where they say that it promises nothing, only
 * what has a date is held against it; undefined where there is nothing to fill in.
 */
function filledIn(form: PostedForm): PostedForm | undefined {
  const more = form.get('more');
  if (form.get(lookedField) || (more !== 'no' && (more !== 'yes' || readSlots(form).length > 0)))
    return undefined;
  const found = more === 'no' ? withDate(readIn(form)) : toFill(readIn(form));
  const asking: PostedForm = { get: (name) => (name === 'more' ? 'yes' : form.get(name)) };
  return found.length > 0 ? found.reduce(withFound, asking) : undefined;
}

type Read = { form: PostedForm; read: ReadUpdate };

async function saveUpdate(
  c: Context,
  site: Site,
  asked: Asked,
  { form, read, value }: Read & { value: UpdateInput },
) {
  const { caseId, number, sequence } = asked.promised;
  const saved = await recordUpdate(deskAt(c, site), caseId, number, sequence, value);
  if (isRefusal(saved)) return showRefused(c, site, asked, { form, read, refused: saved });
  return c.redirect(`${recommendationHref(asked.promised)}?saved=update`, 303);
}

const showRefused = (
  c: Context,
  site: Site,
  asked: Asked,
  { form, read, refused }: Read & { refused: Refusal },
) =>
  showUpdateForm(c, site, asked, {
    form,
    errors: updateErrors(refused, read, form),
    status: statusOf(refused),
  });

const unknownPromise = refuse('unknown-promise', 'This recommendation has no promise with this number');
const alreadyMet = refuse('already-met', 'An update for this promise has already been recorded');

async function askedFor(site: Site, at: Address): Promise<Asked | Refusal> {
  const found = await findByAddress(site.table, at);
  if (isRefusal(found)) return found;
  const { entry } = found;
  const promised = entry.deadlines.find(
    ({ kind, sequence }) => kind === 'update' && String(sequence) === at.sequence,
  );
  if (!promised) return unknownPromise;
  if (promised.state !== 'open') return alreadyMet;
  return { promised, entry, boards: await boardsInSight(site) };
}

const backFrom = (refused: Refusal, at: Address) =>
  refused === alreadyMet || refused === unknownPromise
    ? { text: 'See the recommendation', href: `/cases/${at.caseId}/recommendations/${at.number}` }
    : toCases;

type Filled = { form: PostedForm; errors: FieldErrors; status: FormPage['status'] };

function showUpdateForm(c: Context, site: Site, asked: Asked, filled: Filled) {
  const { promised } = asked;
  const promises = promiseCount(filled.form);
  const found = readIn(filled.form);
  const href = recommendationHref(promised);
  return showForm(c, site, {
    title: recommendationMoves['record-update'].asks,
    caption: `${promised.reference} recommendation ${promised.number}`,
    current: '/cases',
    back: href,
    action: `${href}/promises/${promised.sequence}/update`,
    fields: updateFields(promises),
    ...filled,
    intro: (
      <>
        <FilledIn form={filled.form} found={found} madeIn="update" />
        <WhatWasPromised {...asked} />
      </>
    ),
    children: <UpdateFields {...filled} {...asked} promises={promises} found={found} />,
  });
}
