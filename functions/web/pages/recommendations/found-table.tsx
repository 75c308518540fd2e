import type { Child } from 'hono/jsx';
import type { Row } from '../../../../shared/domain/row.ts';
import { type RowOnDay, timesMoved } from '../../../../shared/domain/row-on-day.ts';
import { StandingTag } from '../../components/standing-tag.tsx';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Listed } from '../../gather-list.ts';
import { whenDue } from '../deadline-words.ts';
import { ownerTrouble, personInWords, recommendationHref } from '../names.ts';

type Found = Pick<Listed, 'contacts' | 'boards' | 'today'> & {
  caption: string;
  found: readonly RowOnDay[];
  /** What each is chosen with, where some are to be chosen. */
  choose?: (row: Row) => Child;
};

const columns = [
  { text: 'Recommendation' },
  { text: 'Body and board' },
  { text: 'Owner' },
  { text: 'Standing' },
  { text: 'Times moved', numeric: true },
];

/** Recommendations, one a line: what was recommended, whose it is, where it stands and when it is due. */
export const FoundTable = ({ caption, found, choose, ...listed }: Found) => (
  <div class="tracker-found-table">
    <Table
      caption={caption}
      captionSize="m"
      firstCellIsHeader
      columns={columns}
      rows={found.map((seen) => cellsOf(seen, listed, choose))}
    />
  </div>
);

/** '2019/127918 recommendation 1' */
export const nameOfRow = ({ reference, number }: Pick<Row, 'reference' | 'number'>): string =>
  `${reference} recommendation ${number}`;

const cellsOf = (
  seen: RowOnDay,
  listed: Omit<Found, 'caption' | 'found'>,
  choose: Found['choose'],
): Child[] => {
  const { row } = seen;
  const board = listed.boards.get(row.boardId ?? '');
  return [
    <div class={choose && 'tracker-choice'}>
      {choose?.(row)}
      <a class="govuk-link govuk-!-font-weight-bold" href={recommendationHref(row)}>
        {nameOfRow(row)}
      </a>
      <span class="tracker-under">{row.start}</span>
    </div>,
    <>
      {row.addressee}
      {board && <span class="tracker-under">{board.name}</span>}
    </>,
    ownerCell(row, listed),
    <StandingAndDate {...seen} today={listed.today} />,
    String(timesMoved(row)),
  ];
};

function ownerCell(row: Row, { contacts }: Pick<Listed, 'contacts'>): Child {
  const owner = contacts.get(row.ownerId ?? '');
  // Nobody need be reminded any more, so that nobody can be is no trouble.
  const trouble = row.closed || row.withdrawn ? undefined : ownerTrouble(row.ownerId, contacts);
  if (trouble) return <Tag colour="magenta">{trouble}</Tag>;
  return owner ? personInWords(owner, contacts) : 'Nobody';
}

const StandingAndDate = ({ row, standing, duty, today }: RowOnDay & Pick<Listed, 'today'>) => {
  const when = duty && whenDue(duty, today);
  return (
    <>
      <StandingTag standing={standing} duties={row.duties} />
      {when && <span class="tracker-found__date">{when.date}</span>}
      {when && <span class="tracker-under">{when.distance}</span>}
    </>
  );
};
