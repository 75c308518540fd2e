import type { PaperItem } from '../../../../shared/domain/board-items.ts';
import type { BoardPaper } from '../../../../shared/domain/board-paper.ts';
import { inWords } from '../../../../shared/domain/day.ts';
import type { Happening } from '../../../../shared/domain/happening.ts';
import { rags } from '../../../../shared/domain/rag.ts';
import type { Standing } from '../../../../shared/domain/standing.ts';
import { StandingTag } from '../../components/standing-tag.tsx';
import { personInWords, recommendationHref } from '../names.ts';
import { mostListed, type PaperRead } from './read-paper.ts';

const columns = ['Case and number', 'What and whose', 'Due', 'Stands'] as const;

type Shown = { paper: BoardPaper } & Pick<PaperRead, 'contacts' | 'boards' | 'board'>;

/** Section 5: each recommendation in one line with its history beneath, what needs the board first. */
export const Items = ({ read, paper }: { read: PaperRead; paper: BoardPaper }) => {
  const { attention, rest, ended } = paper.groups;
  const since = paper.period.since;
  const last = since.meeting ? 'the last meeting' : inWords(since.on);
  const shown = { paper, contacts: read.contacts, boards: read.boards, board: read.board };
  return (
    <>
      <h2 class="govuk-heading-m">5. The recommendations</h2>
      {isTooLong(paper) ? (
        <TooLong lines={attention.length + rest.length + ended.length} read={read} />
      ) : (
        <>
          <Group number="5.1" heading="Those that need the board’s attention" items={attention} {...shown}>
            Overdue, lapsed, moved more than once, or over 2 years old.
          </Group>
          <Group number="5.2" heading="The others that are open" items={rest} {...shown} />
          <Group number="5.3" heading={`Closed or withdrawn since ${last}`} items={ended} {...shown} />
        </>
      )}
    </>
  );
};

/** Are there more lines than a paper gives? */
const isTooLong = ({ groups: { attention, rest, ended } }: BoardPaper): boolean =>
  attention.length + rest.length + ended.length > mostListed;

const TooLong = ({ lines, read }: { lines: number; read: PaperRead }) => (
  <p class="govuk-body">
    {`This paper would have ${lines} lines. Above ${mostListed} it gives the figures only. ${read.board ? 'The lines are in the CSV.' : 'The paper of each board gives its lines, and the CSV gives all of them.'}`}
  </p>
);

type GroupProps = Shown & { number: string; heading: string; items: readonly PaperItem[]; children?: string };

const Group = ({ number, heading, items, children, ...shown }: GroupProps) => (
  <section>
    <h3 class="govuk-heading-s">{`${number} ${heading} (${items.length})`}</h3>
    {items.length === 0 ? (
      <p class="govuk-body">None.</p>
    ) : (
      <>
        {children && <p class="govuk-body tracker-paper-lead">{children}</p>}
        <table class="govuk-table tracker-table tracker-paper-items">
          <caption class="govuk-table__caption govuk-visually-hidden">{heading}</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {columns.map((column) => (
                <th scope="col" class="govuk-table__header">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          {items.map((item) => (
            <Line item={item} {...shown} />
          ))}
        </table>
      </>
    )}
  </section>
);

const Line = ({ item, contacts, board, boards }: Shown & { item: PaperItem }) => {
  const { row } = item;
  const owner = contacts.get(row.ownerId ?? '');
  return (
    <tbody class="govuk-table__body tracker-paper-item">
      <tr class="govuk-table__row">
        <th scope="row" class="govuk-table__header">
          <a class="govuk-link" href={recommendationHref(row)}>
            {row.reference}
          </a>
          <span class="tracker-under">{`Recommendation ${row.number}`}</span>
          <span class="tracker-under">{`Made ${inWords(row.madeOn)}`}</span>
        </th>
        <td class="govuk-table__cell" data-label={columns[1]}>
          {row.start}
          <span class="tracker-under">{owner ? personInWords(owner, contacts) : 'Nobody owns it'}</span>
          {!board && <span class="tracker-under">{boards.get(row.boardId ?? '')?.name ?? 'No board'}</span>}
        </td>
        <td class="govuk-table__cell" data-label={columns[2]}>
          <Due item={item} />
        </td>
        <td class="govuk-table__cell" data-label={columns[3]}>
          <Stands item={item} />
        </td>
      </tr>
      <tr class="govuk-table__row">
        <td class="govuk-table__cell" colspan={columns.length} data-label="History">
          <Brief item={item} />
        </td>
      </tr>
    </tbody>
  );
};

const Due = ({ item: { due, standing } }: { item: PaperItem }) => {
  if (!due?.dueOn) return <>{nothingDue[standing] ?? 'No date'}</>;
  const { dueOn, lateAfterOn } = due;
  return (
    <>
      {inWords(dueOn)}
      {lateAfterOn !== null && lateAfterOn !== dueOn && (
        <span class="tracker-under">{`Late after ${inWords(lateAfterOn)}`}</span>
      )}
    </>
  );
};

const nothingDue: Partial<Record<Standing, string>> = {
  paused: 'Paused',
  closed: 'Nothing more',
  withdrawn: 'Nothing more',
  'proposed-for-closure': 'Nothing more',
};

const Stands = ({ item: { rag, standing, moved } }: { item: PaperItem }) => (
  <>
    {rag && <strong class={`tracker-rag tracker-rag--${rag}`}>{rags[rag]}</strong>}
    <StandingTag standing={standing} />
    <span class="tracker-under">{movedInWords(moved)}</span>
  </>
);

const movedInWords = (moved: number): string =>
  moved === 0 ? 'Never moved' : moved === 1 ? 'Moved once' : `Moved ${moved} times`;

const mostTold = 7;

// What happened last comes first: it is what a reader of one line wants; what led to it follows in its order.
const Brief = ({ item: { reasons, history } }: { item: PaperItem }) => {
  const last = history.at(-1);
  const before = history.slice(0, -1);
  const left = before.length - mostTold;
  return (
    <>
      {reasons.length > 0 && <p class="tracker-paper-reasons">{`${reasons.join('. ')}.`}</p>}
      {last && (
        <p class="tracker-paper-last">
          {'Last: '}
          <Told each={last} />
        </p>
      )}
      {before.length > 0 && (
        <ul class="tracker-paper-history">
          {left > 0 && <li>{`${left} earlier ${left === 1 ? 'entry' : 'entries'} left out.`}</li>}
          {before.slice(-mostTold).map((each) => (
            <li>
              <Told each={each} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

const Told = ({ each: { on, says, recordedOn } }: { each: Happening }) => (
  <>
    <b>{inWords(on)}</b>
    {`: ${says}`}
    {recordedOn && ` (Recorded on ${inWords(recordedOn)}.)`}
  </>
);
