import { type AuditEvent, moves } from '../../../shared/domain/audit-event.ts';
import { Table } from '../components/table.tsx';
import { momentInWords } from './time-words.ts';

const columns = [{ text: 'When' }, { text: 'What' }, { text: 'About' }, { text: 'Who' }];

/** Who did what when, the latest first. */
export const History = ({ events }: { events: readonly AuditEvent[] }) => (
  <Table
    caption="History"
    captionHidden
    columns={columns}
    rows={events
      .toSorted(latestFirst)
      .map(({ at, by, move, number, why }) => [
        momentInWords(at),
        `${moves[move]}${why ? `: ${why}` : ''}`,
        number ? `Recommendation ${number}` : 'The case',
        by,
      ])}
  />
);

const order = Object.keys(moves);

// Two moves of one moment stand in the order in which they can only have been made.
const latestFirst = (a: AuditEvent, b: AuditEvent): number =>
  Date.parse(b.at) - Date.parse(a.at) ||
  order.indexOf(b.move) - order.indexOf(a.move) ||
  (b.number ?? 0) - (a.number ?? 0);
