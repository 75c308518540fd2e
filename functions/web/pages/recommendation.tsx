import { Hono } from 'hono';
import type { Board } from '../../../shared/domain/board.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { today as todayOf } from '../../../shared/runtime/clock.ts';
import type { CaseFile, RecommendationFile } from '../../../shared/store/case-file.ts';
import { readCalendar } from '../../../shared/store/stage-plans.ts';
import { viewRecommendation } from '../case-view.ts';
import { InsetText } from '../components/inset-text.tsx';
import { Quote } from '../components/quote.tsx';
import { StandingTag } from '../components/standing-tag.tsx';
import { findByAddress } from './addressed.ts';
import { AcceptanceHistory, Closing } from './closing-rows.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { History, ownersIn } from './history.tsx';
import { WhatYouCanDo } from './moves/what-you-can-do.tsx';
import { boardsNamed, contactsNamed, ownerTrouble, recommendationHref } from './names.ts';
import { showRefusal, toCases } from './notice-page.tsx';
import { RecommendationFacts } from './recommendation-facts.tsx';
import { DutyCards, PromisedDates, ResponseRows, type Shown } from './recommendation-parts.tsx';
import { type Mails, mailsCarrying, ReminderTable } from './reminder-table.tsx';
import { type Site, show } from './site.tsx';
import { type Saved, Success, savedBefore } from './success.tsx';
import { whatHappensNext } from './what-next.ts';

/** What can just have been saved that may have made a promise. */
const promising: readonly Saved[] = ['response', 'confirm-commitment', 'update'];

/** Everything about one recommendation and what can be done now; the page that mails link to. */
export const recommendationPages = (site: Site): Hono =>
  new Hono().get('/cases/:caseId/recommendations/:number', async (c) => {
    const found = await findByAddress(site.table, c.req.param());
    if (isRefusal(found)) return showRefusal(c, site, found, toCases);
    const { file, entry } = found;
    const { learningCase } = file;
    const { recommendation } = entry;
    return show(c, site, {
      title: `${learningCase.reference} recommendation ${recommendation.number}`,
      current: '/cases',
      breadcrumbs: [
        { text: 'Cases', href: '/cases' },
        { text: learningCase.reference, href: `/cases/${learningCase.id}` },
        { text: `Recommendation ${recommendation.number}` },
      ],
      children: <Everything {...(await gather(site, file, entry))} saved={savedBefore(c)} />,
    });
  });

type Gathered = { file: CaseFile; shown: Shown; board: Board | undefined; mails: Mails };

async function gather(site: Site, file: CaseFile, entry: RecommendationFile): Promise<Gathered> {
  const today = todayOf(site.clock);
  const { ownerId, boardId } = entry.recommendation;
  const board = (await boardsNamed(site.table, [boardId])).get(boardId ?? '');
  const [mails, contacts] = await Promise.all([
    mailsCarrying(site.table, entry.reminders),
    contactsNamed(site.table, [
      ownerId,
      board?.chairId,
      ...entry.deadlines.map((deadline) => deadline.ownerId),
      ...entry.reminders.map(({ recipientId }) => recipientId),
      ...ownersIn(file.events),
    ]),
  ]);
  const view = viewRecommendation(entry, today, await readCalendar(site.table, site.holidays));
  return { file, shown: { view, today, contacts }, board, mails };
}

const Everything = ({ file, shown, board, mails, saved }: Gathered & { saved: Saved | undefined }) => {
  const { learningCase, events } = file;
  const { view, contacts } = shown;
  const { recommendation, reminders } = view;
  const next = whatHappensNext(view, contacts, shown.today);
  return (
    <>
      <Success of={saved}>
        <p class="govuk-body">{next}</p>
        {saved && promising.includes(saved) && <PromisedDates view={view} />}
      </Success>
      <span class="govuk-caption-l">{`${learningCase.reference}, ${learningCase.title}`}</span>
      <h1 class="govuk-heading-l">{`Recommendation ${recommendation.number}`}</h1>
      <p class="govuk-body">
        <StandingTag standing={view.standing} />
      </p>
      {!saved && <InsetText>{next}</InsetText>}
      <WhatYouCanDo
        at={{ file, entry: view, today: shown.today }}
        ownerless={ownerTrouble(recommendation.ownerId, contacts) !== undefined}
      />
      <h2 class="govuk-heading-m">What was recommended</h2>
      <Quote>{recommendation.text}</Quote>
      <RecommendationFacts file={file} shown={shown} board={board} />
      <h2 class="govuk-heading-m">What was answered</h2>
      <ResponseRows {...shown} />
      <AcceptanceHistory of={recommendation} />
      <h2 class="govuk-heading-m">Dates and promises</h2>
      <DutyCards shown={shown} headingLevel={3} />
      <Closing of={recommendation} />
      <h2 class="govuk-heading-m">Evidence</h2>
      <EvidenceList evidence={view.evidence} />
      <h2 class="govuk-heading-m">Mails about this recommendation</h2>
      <ReminderTable reminders={reminders} mails={mails} contacts={contacts} withNumber={false} />
      <h2 class="govuk-heading-m">History</h2>
      <History events={events.filter(({ number }) => number === recommendation.number)} contacts={contacts} />
      <p class="govuk-body">
        <a class="govuk-link" href={`${recommendationHref(recommendation)}/history`}>
          See the full history: what was before and after each move
        </a>
      </p>
    </>
  );
};
