import { type AuditEvent, moves } from '../../../shared/domain/audit-event.ts';
import { Table } from '../components/table.tsx';
import { type Contacts, personInWords } from './names.ts';
import { momentInWords } from './time-words.ts';

const columns = [{ text: 'When' }, { text: 'What' }, { text: 'About' }, { text: 'Who' }];

type HistoryProps = { events: readonly AuditEvent[]; contacts: Contacts; most: number };

/** Who did what when, the latest first, and how much there is before that. */
export const History = ({ events, contacts, most }: HistoryProps) => (
  <>
    <Table
      caption="History"
      captionHidden
      columns={columns}
      rows={events
        .toSorted(latestFirst)
        .slice(0, most)
        .map((event) => [momentInWords(event.at), whatOf(event, contacts), aboutOf(event), event.by])}
    />
    {events.length > most && <p class="govuk-body">{`These are the latest ${most} of ${events.length}.`}</p>}
  </>
);

/** Those whom the history names as owners. */
export const ownersIn = (events: readonly AuditEvent[]): string[] =>
  events.map(newOwnerOf).filter((id) => id !== undefined);

function newOwnerOf({ changes }: AuditEvent): string | undefined {
  const ownerId = changes.find(({ record }) => record === 'recommendation')?.after.ownerId;
  return typeof ownerId === 'string' ? ownerId : undefined;
}

function whatOf(event: AuditEvent, contacts: Contacts): string {
  const owner = contacts.get(newOwnerOf(event) ?? '');
  const to = owner ? ` to ${personInWords(owner, contacts)}` : '';
  const said = [event.what, event.why].filter((each) => each !== undefined).map((each) => `: ${each}`);
  return `${moves[event.move]}${to}${said.join('')}`;
}

const aboutOf = ({ number, sequence }: AuditEvent): string =>
  number ? `Recommendation ${number}${sequence ? `, promise ${sequence}` : ''}` : 'The case';

const order = Object.keys(moves);

// Moves of one moment stand as in the chain of their subject, one subject after the other, the case last because it comes before all its
// recommendations. Those from before there were chains have no place in one: they stand in the order in which they can only have been made.
const latestFirst = (a: AuditEvent, b: AuditEvent): number =>
  Date.parse(b.at) - Date.parse(a.at) ||
  (b.number ?? 0) - (a.number ?? 0) ||
  b.position - a.position ||
  order.indexOf(b.move) - order.indexOf(a.move);
