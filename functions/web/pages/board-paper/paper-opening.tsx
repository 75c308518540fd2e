import type { Ask } from '../../../../shared/domain/board-asks.ts';
import { monthsWithoutMeeting } from '../../../../shared/domain/board-period.ts';
import { inWords, inWordsWithWeekday } from '../../../../shared/domain/day.ts';
import type { Row } from '../../../../shared/domain/row.ts';
import { recommendationHref } from '../names.ts';
import { headlines } from './paper-headlines.ts';
import { paperTitle, refOf } from './paper-names.ts';
import type { PaperRead } from './read-paper.ts';

/** The head of a paper: whose it is, what about, and as at which day. */
export const PaperHead = ({ read, organisation }: { read: PaperRead; organisation: string }) => (
  <header class="tracker-paper-head">
    <h1 class="govuk-heading-l">
      <span class="govuk-caption-l">{organisation}</span>
      {paperTitle(read.board)}
    </h1>
    <p class="govuk-body-l">{`As at the end of ${inWordsWithWeekday(dayOf(read))}`}</p>
  </header>
);

/** Section 1: what the paper is for, and the time it tells of. */
export const Purpose = ({ read }: { read: PaperRead }) => (
  <>
    <h2 class="govuk-heading-m">1. Purpose of the report</h2>
    <p class="govuk-body">
      {`This paper says how the recommendations that ${read.board ? `the ${read.board.name} oversees` : 'all boards oversee, and those without a board,'} stood at the end of ${inWords(dayOf(read))}: what was recommended, what was promised in answer, whether it was done, and what is asked of the ${read.board ? 'board' : 'boards'}. ${spanOf(read)}`}
    </p>
  </>
);

const dayOf = ({ paper, asAt, today }: PaperRead) => (paper ? asAt : today);

function spanOf({ board, counted }: PaperRead): string {
  const { since, until } = counted.period;
  if (!board)
    return `Boards meet on different days, so it looks back ${monthsWithoutMeeting} months, to ${inWords(since.on)}, and ahead ${monthsWithoutMeeting} months, to ${inWords(until.on)}.`;
  const back = since.meeting
    ? `It looks back to the last meeting, on ${inWordsWithWeekday(since.on)}`
    : `No earlier meeting is entered, so it looks back ${monthsWithoutMeeting} months, to ${inWords(since.on)}`;
  const ahead = until.meeting
    ? `and ahead to the next, on ${inWordsWithWeekday(until.on)}`
    : `and ahead ${monthsWithoutMeeting} months, to ${inWords(until.on)}, because no later meeting is entered`;
  return `${back}, ${ahead}.`;
}

const mostNamed = 8;

/** Section 2: what the board is asked to do. */
export const Asked = ({ asks }: { asks: readonly Ask[] }) => (
  <>
    <h2 class="govuk-heading-m">2. What the board is asked to do</h2>
    <p class="govuk-body">The board is asked to:</p>
    <ol class="govuk-list tracker-paper-asks">
      {asks.map(({ says, about }) => (
        <li>
          {says}
          {about.length > 0 && (
            <span class="tracker-under">
              <Named rows={about} />
            </span>
          )}
        </li>
      ))}
    </ol>
  </>
);

/** Recommendations by their references in one line, each a link; of many the first few and how many more. */
export const Named = ({ rows }: { rows: readonly Row[] }) => {
  const more = rows.length - mostNamed;
  return (
    <>
      {rows.slice(0, mostNamed).map((row, index) => (
        <>
          {index > 0 && '; '}
          <a class="govuk-link" href={recommendationHref(row)}>
            {refOf(row)}
          </a>
        </>
      ))}
      {more > 0 && `; and ${more} more in section 5`}
    </>
  );
};

/** Section 3: the headlines. */
export const Summary = ({ read }: { read: PaperRead }) => (
  <section class="tracker-paper-together">
    <h2 class="govuk-heading-m">3. Executive summary</h2>
    <p class="govuk-body">Headlines:</p>
    <ul class="govuk-list govuk-list--bullet">
      {headlines(read.counted).map((each) => (
        <li>{each}</li>
      ))}
    </ul>
  </section>
);
