import { clockFor, legalBases, sources } from '../../../../shared/domain/clocks.ts';
import { type Day, inWords, inWordsWithWeekday } from '../../../../shared/domain/day.ts';
import type { Evidence } from '../../../../shared/domain/evidence.ts';
import { fileTypes } from '../../../../shared/domain/evidence-type.ts';
import { sizeInWords } from '../../../../shared/domain/file-name.ts';
import { inOrder } from '../../../../shared/domain/life.ts';
import { acceptances } from '../../../../shared/domain/recommendation.ts';
import type { CaseFile } from '../../../../shared/store/case-file.ts';
import type { DeadlineView, RecommendationView } from '../../case-view.ts';
import { Quote } from '../../components/quote.tsx';
import { SummaryCard } from '../../components/summary-card.tsx';
import { SummaryList, type SummaryRow } from '../../components/summary-list.tsx';
import { Table } from '../../components/table.tsx';
import { AcceptanceHistory, closingRows } from '../closing-rows.tsx';
import { deadlineRows } from '../deadline-details.tsx';
import { DateChanges } from '../earlier-dates.tsx';
import type { Contacts } from '../names.ts';
import { sourceOf } from '../promise-cards.tsx';
import { dutyInWords } from '../timeline/words.ts';

type Of = { view: RecommendationView };

/** The recommendation in its own words, and by which law it was made. */
export const Asked = ({ file: { learningCase }, view }: Of & { file: CaseFile }) => (
  <>
    <Quote source={`Made on ${inWordsWithWeekday(learningCase.madeOn)}`}>{view.recommendation.text}</Quote>
    <SummaryList
      rows={[
        { key: 'Case', value: `${learningCase.reference}, ${learningCase.title}` },
        { key: 'Source', value: sources[learningCase.source] },
        { key: 'Made under', value: legalBases[learningCase.legalBasis] },
        { key: 'Law on the response', value: clockFor(learningCase).law },
      ]}
    />
  </>
);

/** The response in its own words, and every change of what was said. */
export const Answered = ({ view: { response, recommendation } }: Of) =>
  response ? (
    <>
      <Quote
        source={`${acceptances[response.acceptance]}, response of ${inWordsWithWeekday(response.respondedOn)}`}
      >
        {response.text}
      </Quote>
      {response.reasons && (
        <SummaryList rows={[{ key: 'Reasons', value: <Words text={response.reasons} /> }]} />
      )}
      <AcceptanceHistory of={recommendation} />
    </>
  ) : (
    <p class="govuk-body">No response has been recorded.</p>
  );

const Words = ({ text }: { text: string }) => <div class="tracker-verbatim">{text}</div>;

type DutiesProps = Of & { today: Day; contacts: Contacts };

/** Each duty with how its dates were reached, what they were before, and the update that met it; then how it was closed. */
export const Duties = ({ view, today, contacts }: DutiesProps) => {
  const closing = closingRows(view.recommendation);
  return (
    <>
      {inOrder(view.deadlines).map((deadline) => (
        <SummaryCard title={dutyInWords(deadline)} headingLevel={3}>
          <SummaryList
            rows={[
              ...promiseRows(deadline, view),
              ...deadlineRows(deadline, today, contacts),
              ...changeRows(deadline, view),
            ]}
          />
        </SummaryCard>
      ))}
      {closing.length > 0 && (
        <SummaryCard title="Closing" headingLevel={3}>
          <SummaryList rows={closing} />
        </SummaryCard>
      )}
    </>
  );
};

function promiseRows(
  { kind, sequence }: DeadlineView,
  { commitments, updates }: RecommendationView,
): SummaryRow[] {
  if (kind !== 'update') return [];
  const promise = commitments.find((each) => each.sequence === sequence);
  const update = updates.find((each) => each.sequence === sequence);
  return [
    ...(promise
      ? [{ key: 'In its own words', value: <Quote source={sourceOf(promise)}>{promise.quote}</Quote> }]
      : []),
    ...(update ? [{ key: 'Update', value: <Words text={update.text} /> }] : []),
  ];
}

function changeRows({ id }: DeadlineView, { revisions }: RecommendationView): SummaryRow[] {
  const mine = revisions.filter(({ deadlineId }) => deadlineId === id);
  return mine.length > 0 ? [{ key: 'Earlier dates', value: <DateChanges revisions={mine} /> }] : [];
}

const columns = [{ text: 'Evidence' }, { text: 'Added' }, { text: 'Who' }];

/** What proves that something was done; a file with the digest of its very bytes. */
export const EvidenceGiven = ({ evidence }: { evidence: readonly Evidence[] }) =>
  evidence.length === 0 ? (
    <p class="govuk-body">No evidence has been added.</p>
  ) : (
    <Table
      caption="Evidence"
      captionHidden
      columns={columns}
      rows={evidence.map((each) => [<Item of={each} />, inWords(each.addedOn), each.addedBy])}
    />
  );

const Item = ({ of }: { of: Evidence }) => {
  if (of.kind === 'text') return <Words text={of.text} />;
  return (
    <>
      {of.kind === 'link' ? of.link : of.fileName}
      {of.shows && <div>{of.shows}</div>}
      {of.kind === 'file' && (
        <span class="tracker-under">
          {`${fileTypes[of.type].name}, ${sizeInWords(of.size)}, SHA-256 `}
          <span class="tracker-code">{of.sha256}</span>
        </span>
      )}
    </>
  );
};
