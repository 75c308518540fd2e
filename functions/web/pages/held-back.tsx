import { type Day, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { holdOn } from '../../../shared/domain/hold.ts';
import type { Duty, Row } from '../../../shared/domain/row.ts';
import { ActionLink } from '../components/actions.tsx';
import { Table } from '../components/table.tsx';
import { dutyOf } from '../moves/find-duty.ts';
import { dutyHref, recommendationHref } from './names.ts';

/** A date whose reminders are held back, with the recommendation it belongs to. */
export type HeldDate = { row: Row; duty: Duty; hold: NonNullable<Duty['hold']> };

/** The most dates that are named at once. */
const mostNamed = 25;

/** Every date whose reminders are held back on a day, the hold that ends first before the others. */
export const heldDates = (rows: readonly Row[], on: Day): HeldDate[] =>
  rows
    .flatMap((row) =>
      row.duties.flatMap((duty): HeldDate[] => {
        const hold = holdOn(duty, on);
        return hold ? [{ row, duty, hold }] : [];
      }),
    )
    .toSorted((a, b) => (a.hold.until < b.hold.until ? -1 : Number(a.hold.until > b.hold.until)));

/** What liaison staff hold back now, until when and why, each with its release; nothing at all where nothing is. */
export const HeldBack = ({ held }: { held: readonly HeldDate[] }) =>
  held.length === 0 ? null : (
    <section id="held">
      <Table
        caption={`Reminders held back (${held.length})`}
        captionSize="m"
        firstCellIsHeader
        columns={[{ text: 'Recommendation' }, { text: 'Until' }, { text: 'Why' }, { text: 'What to do' }]}
        rows={held.slice(0, mostNamed).map(cellsOf)}
      />
      {held.length > mostNamed && (
        <p class="govuk-body">{`And ${held.length - mostNamed} more, which end later.`}</p>
      )}
    </section>
  );

function cellsOf({ row, duty, hold }: HeldDate) {
  const name = `${row.reference} recommendation ${row.number}`;
  const href = `${dutyHref(dutyOf({ ...row, deadlineId: duty.id }))}/release`;
  return [
    <a class="govuk-link" href={recommendationHref(row)}>
      {name}
    </a>,
    <span class="tracker-one-line">{inWordsWithWeekday(hold.until)}</span>,
    `“${hold.why}”`,
    <ActionLink action={{ text: 'Release', href, of: `reminders of ${name}` }} />,
  ];
}
