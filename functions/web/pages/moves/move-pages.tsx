import { type Context, Hono } from 'hono';
import { isRefusal, type Refusal } from '../../../../shared/domain/refusal.ts';
import { waitingReport } from '../../../../shared/domain/report.ts';
import { today } from '../../../../shared/runtime/clock.ts';
import { Button } from '../../components/button.tsx';
import { Quote } from '../../components/quote.tsx';
import { type FieldErrors, noErrors } from '../../forms/field-errors.ts';
import { placesOf } from '../../forms/move-form.ts';
import { formOf, type PostedForm, readForm } from '../../forms/posted-form.ts';
import { boardsInSight } from '../../gate/in-sight.ts';
import { dutyAt, openDuty } from '../../moves/find-duty.ts';
import { type Found, openPromise } from '../../moves/find-for-move.ts';
import { findByAddress } from '../addressed.ts';
import { type FormPage, showForm } from '../form-page.tsx';
import { dutyHref, recommendationHref, reportHref } from '../names.ts';
import { showRefusal, toCases } from '../notice-page.tsx';
import { sourceOf } from '../promise-cards.tsx';
import { deskAt } from '../seen.tsx';
import type { Site } from '../site.tsx';
import { amendPages } from './amend-pages.ts';
import { answerPages } from './answer-pages.ts';
import { boardMovePages } from './board-pages.ts';
import { closurePages } from './closure-pages.ts';
import { datePages } from './date-pages.ts';
import { type AsItStands, notNow, notNowOn } from './guards.ts';
import { holdPages } from './hold-pages.ts';
import { linkMovePages } from './link-pages.ts';
import { MoveFields } from './move-fields.tsx';
import type { Asked, MovePage } from './move-page.ts';
import { periodPages } from './period-pages.ts';
import { publicationPages } from './publication-pages.ts';
import { reportPages } from './report-pages.ts';

const table: readonly MovePage[] = [
  ...closurePages,
  ...datePages,
  ...answerPages,
  ...periodPages,
  ...publicationPages,
  ...boardMovePages,
  ...holdPages,
  ...linkMovePages,
  ...amendPages,
  ...reportPages,
];

type At = { caseId: string; number: string; sequence?: string; duty?: string; report?: string };

/** The forms of the moves on a recommendation, one for each row. A move that cannot be made now is refused before anything is asked. */
export function movePages(site: Site): Hono {
  const pages = new Hono();
  for (const page of table) {
    const address = addressOf(page);
    pages.get(address, async (c) => {
      const asked = await askedAt(site, page, c.req.param() as At);
      if (isRefusal(asked)) return showRefusal(c, site, asked, asked.back);
      const form = formOf(page.begins(asked));
      return showMoveForm(c, site, { page, asked }, { form, errors: noErrors, status: 200 });
    });
    pages.post(address, async (c) => {
      const asked = await askedAt(site, page, c.req.param() as At);
      if (isRefusal(asked)) return showRefusal(c, site, asked, asked.back);
      const form = await readForm(c);
      const cameBack = await page.submit(deskAt(c, site), asked, form);
      if (cameBack) return showMoveForm(c, site, { page, asked }, { form, ...cameBack });
      return c.redirect(`${recommendationHref(asked.entry.recommendation)}?saved=${page.move}`, 303);
    });
  }
  return pages;
}

const below = {
  recommendation: '',
  promise: 'promises/:sequence/',
  duty: 'dates/:duty/',
  report: 'reports/:report/',
} as const;

const addressOf = ({ on, move }: MovePage): string =>
  `/cases/:caseId/recommendations/:number/${below[on]}${move}`;

async function askedAt(
  site: Site,
  { move, on }: MovePage,
  at: At,
): Promise<Asked | (Refusal & { back: typeof toCases })> {
  const found = await findByAddress(site.table, at);
  if (isRefusal(found)) return { ...found, back: toCases };
  const back = { text: 'See the recommendation', href: recommendationHref(found.entry.recommendation) };
  const standing = { ...found, today: today(site.clock), byId: site.desk.byId };
  if (on === 'report') return askedOf(standing, move, at.report, back);
  const promised = openDutyAt(found, on, at);
  if (isRefusal(promised)) return { ...promised, back };
  const refused = promised ? notNowOn(move, standing, promised) : notNow(move, standing);
  if (refused) return { ...refused, back };
  return promised ? { ...standing, promised } : standing;
}

function askedOf<B>(
  standing: AsItStands,
  move: MovePage['move'],
  id: string | undefined,
  back: B,
): Asked | (Refusal & { back: B }) {
  const report = waitingReport(standing.entry.reports, id ?? '');
  if (isRefusal(report)) return { ...report, back };
  const refused = notNow(move, standing);
  return refused ? { ...refused, back } : { ...standing, report };
}

function openDutyAt(found: Found, on: MovePage['on'], at: At) {
  if (on === 'recommendation') return undefined;
  return on === 'promise' ? openPromise(found, sequenceOf(at)) : openDuty(found, at.duty ?? '');
}

const sequenceOf = ({ sequence = '' }: At): number =>
  /^[1-9]\d{0,2}$/.test(sequence) ? Number(sequence) : 0;

type Filled = { form: PostedForm; errors: FieldErrors; status: FormPage['status'] };

async function showMoveForm(c: Context, site: Site, of: { page: MovePage; asked: Asked }, filled: Filled) {
  const { page, asked } = of;
  const { recommendation } = asked.entry;
  const fields = page.fields(asked);
  const boards = fields.some(({ kind }) => ['promise', 'board'].includes(kind))
    ? await boardsInSight(site)
    : [];
  return showForm(c, site, {
    title: page.title(asked),
    caption: `${asked.file.learningCase.reference} recommendation ${recommendation.number}`,
    current: '/cases',
    back: recommendationHref(recommendation),
    action: moveHref(page, asked),
    fields: placesOf(fields),
    ...filled,
    intro: <Intro page={page} asked={asked} />,
    children: (
      <>
        <MoveFields fields={fields} form={filled.form} errors={filled.errors} boards={boards} />
        <Button>{page.button ?? 'Save'}</Button>
      </>
    ),
  });
}

const Intro = ({ page, asked }: { page: MovePage; asked: Asked }) => {
  const { promised, entry } = asked;
  const promise = entry.commitments.find(
    ({ sequence }) => promised?.kind === 'update' && sequence === promised.sequence,
  );
  return (
    <>
      {promise && <Quote source={sourceOf(promise)}>{promise.quote}</Quote>}
      {page.intro(asked).map((sentence) => (
        <p class="govuk-body">{sentence}</p>
      ))}
      {page.Shows && <page.Shows asked={asked} />}
    </>
  );
};

function moveHref({ move, on }: MovePage, { entry, promised, report }: Asked): string {
  const href = recommendationHref(entry.recommendation);
  if (report) return `${reportHref(report)}/${move}`;
  if (!promised) return `${href}/${move}`;
  return on === 'duty'
    ? `${dutyHref(dutyAt(promised))}/${move}`
    : `${href}/promises/${promised.sequence}/${move}`;
}
