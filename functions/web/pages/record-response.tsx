import { type Context, Hono } from 'hono';
import type { Board } from '../../../shared/domain/board.ts';
import type { Case } from '../../../shared/domain/case.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import type { ResponseInput } from '../../../shared/domain/response.ts';
import { today } from '../../../shared/runtime/clock.ts';
import type { FieldErrors } from '../forms/field-errors.ts';
import { noErrors } from '../forms/field-errors.ts';
import { fitsBoxes, foundIn, lookedField, toFill, withFound } from '../forms/found-promises.ts';
import { emptyForm, type PostedForm, readForm } from '../forms/posted-form.ts';
import { promiseCount, withOneMore } from '../forms/promise-slots.ts';
import {
  type ReadResponse,
  readResponseForm,
  responseErrors,
  responseFields,
  weighResponse,
} from '../forms/response-form.ts';
import { readDate } from '../forms/typed-date.ts';
import { boardsInSight } from '../gate/in-sight.ts';
import { recordResponse } from '../moves/record-response.ts';
import { statusOf } from '../refused.ts';
import { findByAddress } from './addressed.ts';
import { showCheck } from './check-response.tsx';
import { type FormPage, showForm } from './form-page.tsx';
import { FilledIn } from './found-promises.tsx';
import { recommendationHref } from './names.ts';
import { showRefusal, toCases } from './notice-page.tsx';
import { ResponseFields } from './response-fields.tsx';
import { deskAt } from './seen.tsx';
import type { Site } from './site.tsx';

/** What a response is recorded for. */
export type Asked = { learningCase: Case; recommendation: Recommendation; boards: readonly Board[] };

const address = '/cases/:caseId/recommendations/:number/response';

/**
 * The form that records a response and its promises. It is posted here to get one more promise, to have them found in its words, to see what
 * the promises come to, and to save. Nothing is saved until the person has seen the dates.
 */
export const recordResponsePages = (site: Site): Hono =>
  new Hono()
    .get(address, async (c) => {
      const asked = await askedFor(site, c.req.param());
      if ('refused' in asked) return showRefusal(c, site, asked, backFrom(asked, c.req.param()));
      return showResponseForm(c, site, asked, { form: emptyForm, errors: noErrors, status: 200 });
    })
    .post(address, async (c) => {
      const asked = await askedFor(site, c.req.param());
      if ('refused' in asked) return showRefusal(c, site, asked, backFrom(asked, c.req.param()));
      const form = await readForm(c);
      switch (form.get('do')) {
        case 'add':
          return showResponseForm(c, site, asked, { form: withOneMore(form), errors: noErrors, status: 200 });
        case 'change':
          return showResponseForm(c, site, asked, { form, errors: noErrors, status: 200 });
        default:
          return form.get('do').startsWith('take:')
            ? showResponseForm(c, site, asked, { form: withTaken(form), errors: noErrors, status: 200 })
            : weigh(c, site, asked, form);
      }
    });

/** The form with the promise in its boxes whose words begin at the place that was pressed. */
function withTaken(form: PostedForm): PostedForm {
  const start = Number(form.get('do').slice('take:'.length));
  const taken = readIn(form).find((each) => each.start === start);
  return taken && fitsBoxes(taken) ? withFound(form, taken) : form;
}

async function weigh(c: Context, site: Site, asked: Asked, form: PostedForm) {
  const read = readResponseForm(form);
  const { value, errors } = read.checked;
  if (errors) return showResponseForm(c, site, asked, { form, errors, status: 422 });
  const refused = weighResponse(value, { ...asked, today: today(site.clock) });
  if (refused) return showRefused(c, site, asked, { form, read, refused });
  if (form.get('do') === 'save') return saveResponse(c, site, asked, { form, read, value });
  const filled = filledIn(form, value);
  if (filled) return showResponseForm(c, site, asked, { form: filled, errors: noErrors, status: 200 });
  return showCheck(c, site, asked, { form, value });
}

/** The form with what the response seems to promise, once, where the person has named no promise; undefined where there is nothing to fill in. */
function filledIn(form: PostedForm, { commitments, acceptance }: ResponseInput): PostedForm | undefined {
  if (form.get(lookedField) || commitments.length > 0 || acceptance === 'not-accepted') return undefined;
  const found = toFill(readIn(form));
  return found.length > 0 ? found.reduce(withFound, form) : undefined;
}

const readIn = (form: PostedForm) =>
  foundIn(form.get('text'), readDate(form, 'respondedOn', 'The date of the response').day);

type Read = { form: PostedForm; read: ReadResponse };

async function saveResponse(
  c: Context,
  site: Site,
  asked: Asked,
  { form, read, value }: Read & { value: ResponseInput },
) {
  const { caseId, number } = asked.recommendation;
  const saved = await recordResponse(deskAt(c, site), caseId, number, value);
  if (isRefusal(saved)) return showRefused(c, site, asked, { form, read, refused: saved });
  return c.redirect(`${recommendationHref(asked.recommendation)}?saved=response`, 303);
}

const showRefused = (
  c: Context,
  site: Site,
  asked: Asked,
  { form, read, refused }: Read & { refused: Refusal },
) =>
  showResponseForm(c, site, asked, {
    form,
    errors: responseErrors(refused, read, form),
    status: statusOf(refused),
  });

const alreadyResponded = refuse(
  'already-responded',
  'A response to this recommendation has already been recorded',
);

async function askedFor(site: Site, at: { caseId: string; number: string }): Promise<Asked | Refusal> {
  const found = await findByAddress(site.table, at);
  if (isRefusal(found)) return found;
  if (found.entry.response) return alreadyResponded;
  const boards = await boardsInSight(site);
  return { learningCase: found.file.learningCase, recommendation: found.entry.recommendation, boards };
}

const backFrom = (refused: Refusal, at: { caseId: string; number: string }) =>
  refused === alreadyResponded
    ? { text: 'See what was recorded', href: `/cases/${at.caseId}/recommendations/${at.number}` }
    : toCases;

type Filled = { form: PostedForm; errors: FieldErrors; status: FormPage['status'] };

function showResponseForm(c: Context, site: Site, asked: Asked, filled: Filled) {
  const promises = promiseCount(filled.form);
  const found = readIn(filled.form);
  const href = recommendationHref(asked.recommendation);
  return showForm(c, site, {
    title: 'Record the response',
    caption: `${asked.learningCase.reference} recommendation ${asked.recommendation.number}`,
    current: '/cases',
    back: href,
    action: `${href}/response`,
    fields: responseFields(promises),
    ...filled,
    intro: <FilledIn form={filled.form} found={found} madeIn="response" />,
    children: <ResponseFields {...filled} {...asked} promises={promises} found={found} />,
  });
}
