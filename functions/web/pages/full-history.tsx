import { type AuditEvent, moves, type RecordChange } from '../../../shared/domain/audit-event.ts';
import type { Finding } from '../../../shared/domain/broken-chain.ts';
import type { History } from '../../../shared/store/audit.ts';
import { InsetText } from '../components/inset-text.tsx';
import { Table } from '../components/table.tsx';
import { WarningText } from '../components/warning-text.tsx';
import type { Contacts } from './names.ts';
import { fieldInWords, isShown, recordInWords, valueInWords } from './record-words.ts';
import { momentInWords } from './time-words.ts';

const columns = [{ text: 'When' }, { text: 'What' }, { text: 'Before and after' }, { text: 'Who' }];

/** Every move of one history, the latest first, with what it changed, under a line that says whether the history is whole. */
export const FullHistory = ({ history, contacts }: { history: History; contacts: Contacts }) => (
  <>
    <Wholeness history={history} />
    {history.events.length > 0 && <MovesMade caption="History" events={history.events} contacts={contacts} />}
  </>
);

type Made = { caption: string; events: readonly AuditEvent[]; contacts: Contacts };

/** Moves of one history, the latest first, each with what was before and after it. */
export const MovesMade = ({ caption, events, contacts }: Made) => (
  <div class="tracker-history">
    <Table
      caption={caption}
      captionHidden
      columns={columns}
      rows={events.toReversed().map((event) => [
        <>
          {momentInWords(event.at)}
          <span class="tracker-under">{`Entry ${event.position}`}</span>
        </>,
        <What event={event} />,
        <Changes event={event} contacts={contacts} />,
        event.by,
      ])}
    />
  </div>
);

/** Whom a history names: the contacts that its pages must read. */
export const namedIn = ({ events }: Pick<History, 'events'>): string[] =>
  events
    .flatMap(({ changes }) => changes.flatMap(({ before, after }) => [before, after]))
    .flatMap((fields) => Object.entries(fields))
    .flatMap(([field, value]) => (field.endsWith('Id') && typeof value === 'string' ? [value] : []));

const Wholeness = ({ history: { events, findings } }: { history: History }) => {
  const entries = `${events.length} ${events.length === 1 ? 'entry' : 'entries'}`;
  if (findings.length === 0)
    return events.length > 0 ? (
      <InsetText>{`This history is complete: ${entries}, none altered.${removedInWords(events)}`}</InsetText>
    ) : (
      <p class="govuk-body">Nothing has been recorded yet.</p>
    );
  return (
    <>
      <WarningText>This history is not as it was written. Tell whoever looks after this service.</WarningText>
      <ul class="govuk-list govuk-list--bullet govuk-error-message">
        {findings.map((finding) => (
          <li>{sentence(finding)}</li>
        ))}
      </ul>
    </>
  );
};

function removedInWords(events: readonly AuditEvent[]): string {
  const { length } = events.flatMap(({ removed = [] }) => removed);
  if (length === 0) return '';
  return ` What ${length === 1 ? '1 entry' : `${length} entries`} said of a person was removed later, as the history tells.`;
}

const sentence = ({ position, says }: Finding): string =>
  position ? `Entry ${position} ${says}.` : `${says.charAt(0).toUpperCase()}${says.slice(1)}.`;

const What = ({ event: { move, sequence, what, why } }: { event: AuditEvent }) => (
  <>
    {`${moves[move]}${sequence ? `, promise ${sequence}` : ''}`}
    {what && <span class="tracker-under">{what}</span>}
    {why && <span class="tracker-under">{`Why: ${why}`}</span>}
  </>
);

const Changes = ({ event, contacts }: { event: AuditEvent; contacts: Contacts }) => {
  const changed = event.changes.flatMap((change) => changesOf(change, contacts));
  const touched = event.changes.map(({ key }) => key);
  const made = event.left.filter(({ key }) => !touched.includes(key));
  if (changed.length + made.length === 0) return null;
  return (
    <ul class="govuk-list">
      {changed.map((each) => (
        <li>
          {each.of}
          <Line label="Before" value={each.was} />
          <Line label="After" value={each.is} />
        </li>
      ))}
      {made.length > 0 && (
        <li>{`New: ${made.map(({ record, key }) => recordInWords(record, key)).join(', ')}`}</li>
      )}
    </ul>
  );
};

const Line = ({ label, value }: { label: string; value: string }) => (
  <span class="tracker-history__line">
    <b>{`${label}:`}</b> {value}
  </span>
);

type Changed = { of: string; was: string; is: string };

function changesOf({ record, key, before, after }: RecordChange, contacts: Contacts): Changed[] {
  // The database gives the fields of an event in any order.
  const differing = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(isShown).sort();
  const about = recordInWords(record, key);
  return differing.map((field) => ({
    of: `${about}, ${fieldInWords(field)}`,
    was: valueInWords(field, before[field], contacts),
    is: valueInWords(field, after[field], contacts),
  }));
}
