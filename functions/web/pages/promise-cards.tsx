import type { Board } from '../../../shared/domain/board.ts';
import {
  type Commitment,
  type CommitmentInput,
  type MadeIn,
  windowOf,
} from '../../../shared/domain/commitment.ts';
import { type Day, inWords, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { Quote } from '../components/quote.tsx';
import { SummaryCard } from '../components/summary-card.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { boardNamed } from '../forms/promise-slots.ts';
import { asSentence } from './deadline-words.ts';

/** Where a promise was made: 'Response of 20 November 2020', 'Update of 15 February 2021'. */
export const sourceOf = ({ madeIn, anchorOn }: Pick<Commitment, 'madeIn' | 'anchorOn'>): string =>
  `${madeIn === 'update' ? 'Update' : 'Response'} of ${inWords(anchorOn)}`;

type Made = { anchorOn: Day; madeIn: MadeIn; boards: readonly Board[] };

/** Promises before they are saved: each in its own words, with the dates it comes to and how they are reached. */
export const PromiseCards = (props: Made & { promises: readonly CommitmentInput[]; first?: number }) => (
  <>
    {props.promises.map((promised, index) => (
      <PromiseCard {...props} promised={promised} sequence={(props.first ?? 1) + index} />
    ))}
  </>
);

const PromiseCard = (props: Made & { promised: CommitmentInput; sequence: number }) => {
  const { anchorOn, madeIn, boards } = props;
  const { quote, promise } = props.promised;
  const board = boardNamed(promise, boards);
  const window = windowOf(promise, anchorOn, { madeIn, board });
  if (isRefusal(window)) return null;
  const { opensOn, dueOn, working } = window;
  return (
    <SummaryCard title={`Promise ${props.sequence}`} headingLevel={3}>
      <SummaryList
        rows={[
          { key: 'In its own words', value: <Quote>{quote}</Quote> },
          ...(board ? [{ key: 'Board', value: board.name }] : []),
          ...(opensOn ? [{ key: 'Window opens', value: inWordsWithWeekday(opensOn) }] : []),
          {
            key: 'Last day',
            value: dueOn ? inWordsWithWeekday(dueOn) : (undatedWords[promise.kind] ?? 'None'),
          },
          { key: 'How this is reached', value: asSentence(working) },
        ]}
      />
    </SummaryCard>
  );
};

const undatedWords: Partial<Record<CommitmentInput['promise']['kind'], string>> = {
  none: 'No date: the owner will be asked for one',
  completed: 'None: already done',
  'on-event': 'No date: it waits for an event',
  'board-meeting': 'No date until a meeting of the board is entered',
};
