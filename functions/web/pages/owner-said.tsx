import type { Child } from 'hono/jsx';
import { inWords } from '../../../shared/domain/day.ts';
import { recommendationMoves } from '../../../shared/domain/moves.ts';
import { type Report, type ReportKind, reportStates, waiting } from '../../../shared/domain/report.ts';
import type { RecommendationView } from '../case-view.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { SummaryCard } from '../components/summary-card.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { LongText } from './long-text.tsx';
import { recommendationHref, reportHref } from './names.ts';

const says: Record<ReportKind, string> = {
  acknowledged: 'has seen it',
  progress: 'says how it goes',
  done: 'says that it is done',
  'hand-over': 'says that somebody else takes over',
  'not-mine': 'says that it is not theirs',
};

/** 'Anna Reed says that it is done' */
export const saidInWords = ({ by, kind }: Pick<Report, 'by' | 'kind'>): string => `${by} ${says[kind]}`;

/** What the owner said that waits, each with how it is taken up or declined; then everything else, the latest first. */
export const OwnerSaid = ({ view }: { view: RecommendationView }) => {
  const decided = view.reports.filter(({ state }) => state !== 'waiting');
  return (
    <>
      {waiting(view.reports).map((report) => (
        <Waiting report={report} view={view} />
      ))}
      {decided.length > 0 && <SaidTable reports={decided} />}
    </>
  );
};

const Waiting = ({ report, view }: { report: Report; view: RecommendationView }) => (
  <SummaryCard
    title={saidInWords(report)}
    headingLevel={3}
    tag={<Tag colour="yellow">{reportStates.waiting}</Tag>}
  >
    <SummaryList rows={rowsOf(report, view)} />
    <div class="govuk-button-group govuk-!-margin-top-3">
      <ButtonLink {...takeUp(report, view)} />
      <ButtonLink href={`${reportHref(report)}/decline-report`} variant="secondary">
        Decline
      </ButtonLink>
    </div>
  </SummaryCard>
);

const columns = [{ text: 'When' }, { text: 'What' }, { text: 'What became of it' }];

/** Reports as lines, the latest first. `whole`: nothing is folded away, because paper cannot be opened. */
export const SaidTable = ({ reports, whole = false }: { reports: readonly Report[]; whole?: boolean }) => (
  <Table
    caption="What the owner said"
    captionHidden
    columns={columns}
    rows={reports.toReversed().map((report) => [
      inWords(report.on),
      <>
        {saidInWords(report)}
        {report.successor && <div>{successorInWords(report.successor)}</div>}
        {report.text &&
          (whole ? <div class="tracker-verbatim">{report.text}</div> : <LongText text={report.text} />)}
      </>,
      becameInWords(report),
    ])}
  />
);

/** 'Sue Park, Head of custody, sue.park@force.example' */
export const successorInWords = ({ name, post, email }: NonNullable<Report['successor']>): string =>
  [name, post, email].filter(Boolean).join(', ');

const becameInWords = ({ state, decidedOn, decidedBy, why }: Report): string =>
  decidedOn
    ? `${reportStates[state]} on ${inWords(decidedOn)} by ${decidedBy}${why ? `: ${why}` : ''}`
    : reportStates[state];

function rowsOf(report: Report, view: RecommendationView): { key: string; value: Child }[] {
  const { on, text, successor } = report;
  const promise = view.commitments.find(({ sequence }) => sequence === dutyOf(report, view)?.sequence);
  return [
    { key: 'On', value: inWords(on) },
    ...(promise ? [{ key: 'Of the promise', value: `“${promise.quote}”` }] : []),
    ...(text ? [{ key: 'In their words', value: <LongText text={text} /> }] : []),
    ...(successor ? [{ key: 'Who takes over', value: successorInWords(successor) }] : []),
  ];
}

const dutyOf = ({ duty }: Report, { deadlines }: RecommendationView) =>
  deadlines.find(({ id, kind }) => id === duty && kind === 'update');

/** The page on which staff make what was said so, filled in with the owner's words. */
function takeUp(report: Report, view: RecommendationView): { href: string; children: string } {
  const href = recommendationHref(report);
  if (report.kind !== 'done') return { href: `${href}/owner`, children: 'Choose the new owner' };
  const duty = dutyOf(report, view);
  return duty
    ? {
        href: `${href}/promises/${duty.sequence}/update?report=${report.id}`,
        children: recommendationMoves['record-update'].asks,
      }
    : { href: `${href}/response`, children: 'Record the response' };
}
