import { Hono } from 'hono';
import type { Board } from '../../../shared/domain/board.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import type { Calendar } from '../../../shared/domain/stages.ts';
import { today as todayOf } from '../../../shared/runtime/clock.ts';
import type { CaseFile, RecommendationFile } from '../../../shared/store/case-file.ts';
import { readCalendar } from '../../../shared/store/stage-plans.ts';
import { viewRecommendation } from '../case-view.ts';
import { Contents } from '../components/contents.tsx';
import { InsetText } from '../components/inset-text.tsx';
import { Quote } from '../components/quote.tsx';
import { StandingTag } from '../components/standing-tag.tsx';
import { fileInSight } from '../gate/in-sight.ts';
import { findByAddress } from './addressed.ts';
import { AcceptanceHistory, Closing } from './closing-rows.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { History, ownersIn } from './history.tsx';
import { WhatYouCanDo } from './moves/what-you-can-do.tsx';
import { boardsNamed, contactsNamed, ownerTrouble, recommendationHref } from './names.ts';
import { type NextMail, NextMails, nextMails } from './next-mails.tsx';
import { showRefusal, toCases } from './notice-page.tsx';
import { OwnerSaid } from './owner-said.tsx';
import { RecommendationFacts } from './recommendation-facts.tsx';
import { DutyCards, PromisedDates, ResponseRows, type Shown } from './recommendation-parts.tsx';
import { type Mails, mailsCarrying, ReminderTable } from './reminder-table.tsx';
import { type Site, show } from './site.tsx';
import { type Saved, Success, savedBefore } from './success.tsx';
import { TimelineSection } from './timeline/timeline.tsx';
import { whatHappensNext } from './what-next.ts';

/** What can just have been saved that may have made a promise. */
const promising: readonly Saved[] = ['response', 'confirm-commitment', 'update'];

/** Everything about one recommendation and what can be done now; the page that mails link to. */
export const recommendationPages = (site: Site): Hono =>
  new Hono().get('/cases/:caseId/recommendations/:number', async (c) => {
    const found = await findByAddress(site.table, c.req.param());
    if (isRefusal(found)) return showRefusal(c, site, found, toCases);
    const file = fileInSight(site, found.file);
    const { learningCase } = file;
    const { number } = found.entry.recommendation;
    return show(c, site, {
      title: `${learningCase.reference} recommendation ${number}`,
      current: '/cases',
      breadcrumbs: [
        { text: 'Cases', href: '/cases' },
        { text: learningCase.reference, href: `/cases/${learningCase.id}` },
        { text: `Recommendation ${number}` },
      ],
      children: (
        <Everything
          {...(await gather(site, file, found.entry))}
          saved={savedBefore(c)}
          allNext={c.req.query('mails') === 'next'}
        />
      ),
    });
  });

type Gathered = {
  file: CaseFile;
  shown: Shown;
  board: Board | undefined;
  mails: Mails;
  calendar: Calendar;
  next: readonly NextMail[];
  /** Who looks at it. */
  byId: string | undefined;
};

async function gather(site: Site, file: CaseFile, entry: RecommendationFile): Promise<Gathered> {
  const today = todayOf(site.clock);
  const { recommendation, deadlines, reminders, reports } = entry;
  const { learningCase } = file;
  const calendar = await readCalendar(site.table, site.holidays);
  const board = (await boardsNamed(site.table, [recommendation.boardId])).get(recommendation.boardId ?? '');
  const [mails, contacts, next] = await Promise.all([
    mailsCarrying(site.table, reminders),
    contactsNamed(site.table, [
      recommendation.ownerId,
      board?.chairId,
      ...deadlines.map((deadline) => deadline.ownerId),
      ...reminders.map(({ recipientId }) => recipientId),
      ...ownersIn(file.events),
    ]),
    nextMails(site, { learningCase, recommendation, deadlines, reports, today, calendar }),
  ]);
  const view = viewRecommendation(entry, today, calendar);
  return { file, shown: { view, today, contacts }, board, mails, calendar, next, byId: site.desk.byId };
}

type Asked = { saved: Saved | undefined; allNext: boolean };

const Everything = (props: Gathered & Asked) => {
  const { file, shown, saved, byId } = props;
  const { view, contacts, today } = shown;
  const { learningCase } = file;
  const next = whatHappensNext(view, contacts, today, byId);
  return (
    <>
      <Success of={saved}>
        <p class="govuk-body">{next}</p>
        {saved && promising.includes(saved) && <PromisedDates view={view} />}
      </Success>
      <span class="govuk-caption-l">{`${learningCase.reference}, ${learningCase.title}`}</span>
      <h1 class="govuk-heading-l">{`Recommendation ${view.recommendation.number}`}</h1>
      <p class="govuk-body">
        <StandingTag standing={view.standing} duties={view.deadlines} />
      </p>
      {!saved && <InsetText>{next}</InsetText>}
      <WhatYouCanDo
        at={{ file, entry: view, today, byId }}
        ownerless={ownerTrouble(view.recommendation.ownerId, contacts) !== undefined}
      />
      {view.reports.length > 0 && (
        <>
          <Part id="said" />
          <OwnerSaid view={view} />
        </>
      )}
      <Contents parts={view.reports.length > 0 ? parts : partsUnsaid}>
        <p class="govuk-body">
          <a class="govuk-link" href={`${recommendationHref(view.recommendation)}/proof`}>
            Proof pack: everything on one page to print
          </a>
        </p>
      </Contents>
      <Life {...props} />
      <Record {...props} />
      <Sent {...props} />
    </>
  );
};

const partsUnsaid = {
  timeline: 'Timeline',
  recommended: 'What was recommended',
  answered: 'What was answered',
  dates: 'Dates and promises',
  'next-mails': 'Next mails',
  mails: 'Mails about this recommendation',
  evidence: 'Evidence',
  history: 'History',
} as const;

const parts = { said: 'What the owner said', ...partsUnsaid } as const;

const Part = ({ id }: { id: keyof typeof parts }) => (
  <h2 class="govuk-heading-m" id={id}>
    {parts[id]}
  </h2>
);

const Life = ({ file, shown, mails, calendar }: Gathered) => (
  <>
    <Part id="timeline" />
    <TimelineSection {...file} {...shown} mails={mails} calendar={calendar} />
  </>
);

const Record = ({ file, shown, board }: Gathered) => (
  <>
    <Part id="recommended" />
    <Quote>{shown.view.recommendation.text}</Quote>
    <RecommendationFacts file={file} shown={shown} board={board} />
    <Part id="answered" />
    <ResponseRows {...shown} />
    <AcceptanceHistory of={shown.view.recommendation} />
    <Part id="dates" />
    <DutyCards shown={shown} />
    <Closing of={shown.view.recommendation} />
  </>
);

const Sent = ({ file, shown, mails, next, allNext }: Gathered & Asked) => {
  const { view, contacts } = shown;
  const { recommendation, reminders } = view;
  const href = recommendationHref(recommendation);
  return (
    <>
      <Part id="next-mails" />
      <NextMails mails={next} all={allNext} href={href} />
      <Part id="mails" />
      <ReminderTable reminders={reminders} mails={mails} contacts={contacts} withNumber={false} />
      <Part id="evidence" />
      <EvidenceList evidence={view.evidence} />
      <Part id="history" />
      <History
        events={file.events.filter(({ number }) => number === recommendation.number)}
        contacts={contacts}
        most={50}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`${href}/history`}>
          See the full history: what was before and after each move
        </a>
      </p>
    </>
  );
};
