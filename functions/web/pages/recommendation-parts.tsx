import type { Commitment } from '../../../shared/domain/commitment.ts';
import { type Promised, windowOf } from '../../../shared/domain/commitment.ts';
import { type Day, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { acceptances } from '../../../shared/domain/recommendation.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import type { DeadlineView, RecommendationView } from '../case-view.ts';
import { Quote } from '../components/quote.tsx';
import { StandingTag } from '../components/standing-tag.tsx';
import { SummaryCard } from '../components/summary-card.tsx';
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx';
import { Tag } from '../components/tag.tsx';
import { deadlineRows } from './deadline-details.tsx';
import { asSentence } from './deadline-words.ts';
import { otherDateRows } from './earlier-dates.tsx';
import { LongText } from './long-text.tsx';
import type { Contacts } from './names.ts';
import { sourceOf } from './promise-cards.tsx';

export type Shown = { view: RecommendationView; today: Day; contacts: Contacts };

/** What was answered: its date, whether it accepts, and its words. */
export const ResponseRows = ({ view: { response } }: Shown) =>
  response ? (
    <SummaryList
      rows={[
        { key: 'Date of the response', value: inWordsWithWeekday(response.respondedOn) },
        { key: 'Answer', value: acceptances[response.acceptance] },
        ...(response.reasons ? [{ key: 'Reasons', value: <LongText text={response.reasons} /> }] : []),
        { key: 'In its own words', value: <LongText text={response.text} /> },
      ]}
    />
  ) : (
    <p class="govuk-body">No response has been recorded.</p>
  );

/** What each promise that is not kept yet comes to, in one line each. */
export const PromisedDates = ({ view: { commitments, deadlines } }: Pick<Shown, 'view'>) => {
  const running = commitments.filter(({ sequence }) => dutyOf(sequence, deadlines)?.state !== 'met');
  return running.length === 0 ? null : (
    <ul class="govuk-list govuk-list--bullet">
      {running.map((commitment) => (
        <li>{`Promise ${commitment.sequence}: ${datesOf(commitment, deadlines)}`}</li>
      ))}
    </ul>
  );
};

const dutyOf = (promise: number, deadlines: readonly DeadlineView[]) =>
  deadlines.find(({ kind, sequence }) => kind === 'update' && sequence === promise);

const undatedWords: Partial<Record<Promised['kind'], string>> = {
  completed: 'done already',
  'on-event': 'no date, because it waits for an event',
  'board-meeting': 'no date until a meeting of the board is entered',
  none: 'no date, so the owner is asked for one',
};

function datesOf({ promise, sequence }: Commitment, deadlines: readonly DeadlineView[]): string {
  const duty = dutyOf(sequence, deadlines);
  if (!duty?.dueOn) return undatedWords[promise.kind] ?? undatedWords.none!;
  const due = inWordsWithWeekday(duty.dueOn);
  return duty.opensOn ? `from ${inWordsWithWeekday(duty.opensOn)} to ${due}` : `by ${due}`;
}

/** Each duty of a recommendation as a card: the response, then each promise in its own words. */
export const DutyCards = ({ shown }: { shown: Shown }) => {
  const { deadlines, commitments } = shown.view;
  const publication = deadlines.filter(({ kind }) => kind === 'publication');
  const response = deadlines.filter(({ kind }) => kind === 'response');
  const undated = deadlines.filter(
    ({ kind, sequence }) => kind === 'update' && !commitments.some((each) => each.sequence === sequence),
  );
  return (
    <>
      {response.map((deadline) => (
        <DutyCard shown={shown} title="Response" deadline={deadline} rows={[]} />
      ))}
      {commitments.map((commitment) => (
        <DutyCard
          shown={shown}
          title={`Promise ${commitment.sequence}`}
          deadline={dutyOf(commitment.sequence, deadlines)}
          rows={promiseRows(commitment, shown)}
        />
      ))}
      {undated.map((deadline) => (
        <DutyCard
          shown={shown}
          title={deadline.dueOn === null ? 'A date to be promised' : 'A date set by liaison staff'}
          deadline={deadline}
          rows={[]}
        />
      ))}
      {publication.map((deadline) => (
        <DutyCard shown={shown} title="Publication of the response" deadline={deadline} rows={[]} />
      ))}
    </>
  );
};

const DutyCard = (props: {
  shown: Shown;
  title: string;
  deadline: DeadlineView | undefined;
  rows: SummaryRow[];
}) => {
  const { shown, deadline, rows } = props;
  const dated = deadline ? deadlineRows(deadline, shown.today, shown.contacts) : [];
  return (
    <SummaryCard title={props.title} headingLevel={3} tag={deadline && <StateTag deadline={deadline} />}>
      <SummaryList rows={[...rows, ...dated, ...(deadline ? otherDateRows(deadline, shown.view) : [])]} />
    </SummaryCard>
  );
};

const metWords = { response: 'Responded', update: 'Promise kept', publication: 'Published' } as const;

const StateTag = ({ deadline: { standing, kind } }: { deadline: DeadlineView }) => {
  if (standing === 'met') return <Tag colour="green">{metWords[kind]}</Tag>;
  if (standing === 'ended') return <Tag colour="grey">No longer asked</Tag>;
  if (kind === 'publication') return null;
  return <StandingTag standing={standing} />;
};

function promiseRows(commitment: Commitment, { view }: Shown): SummaryRow[] {
  const { sequence, quote, promise, anchorOn, madeIn } = commitment;
  const update = view.updates.find((each) => each.sequence === sequence);
  const hasDeadline = dutyOf(sequence, view.deadlines) !== undefined;
  const window = windowOf(promise, anchorOn, { madeIn });
  return [
    { key: 'In its own words', value: <Quote source={sourceOf(commitment)}>{quote}</Quote> },
    ...(hasDeadline || isRefusal(window)
      ? []
      : [{ key: 'What it means', value: asSentence(window.working) }]),
    ...(update ? [{ key: 'Update', value: <LongText text={update.text} /> }] : []),
  ];
}
