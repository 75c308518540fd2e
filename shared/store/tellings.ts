import { isDeepStrictEqual } from 'node:util';
import type { LeftRecord, RecordChange, Telling } from '../domain/audit-event.ts';
import { isAudited } from '../domain/audited.ts';
import { changeWithoutPerson } from '../domain/removed-details.ts';
import { chainKey } from './chain-keys.ts';
import { digestOf } from './digest.ts';
import { keyInLine } from './keys.ts';
import { keyOf } from './records.ts';
import type { Change, Create, Update } from './save.ts';

/** What a move is told as in one chain: everything of the event but its place there. */
export type Told = Telling & { changes: RecordChange[]; left: LeftRecord[] };

type Touched = { name: string | undefined; about: object; change: RecordChange[]; left: LeftRecord };

/**
 * A move as each history tells it. The first is the event itself, with all the move made or changed; then one for each other
 * recommendation, case or contact that the move reached, with what it made or changed there, so that no history lacks what was done from
 * elsewhere. A record that was only kept from changing (its version alone was raised) is in none.
 */
export function tellings({ creates, updates, event }: Change): [Told, ...Told[]] {
  const touched = [...creates.map(made), ...updates.flatMap(changed)];
  const own = keyInLine(chainKey(event));
  const elsewhere = touched.filter(({ name }) => name !== undefined && name !== own);
  const others = [...Map.groupBy(elsewhere, ({ name }) => name).values()].map((there, index) => {
    const { id, at, by, byId, move, why } = event;
    return told(
      { id: `${id}-${index + 1}`, at, by, ...(byId ? { byId } : {}), move, why, ...there[0]!.about },
      there,
    );
  });
  return [told(event, touched), ...others];
}

const told = (event: Telling, touched: Touched[]): Told => ({
  ...event,
  changes: touched.flatMap(({ change }) =>
    // What is taken out of a record would otherwise stand here for good.
    event.move === 'remove-details' ? change.map(changeWithoutPerson) : change,
  ),
  left: touched.map(({ left }) => left),
});

function made({ kind, value }: Create): Touched {
  const about = subjectOf(kind, value);
  const version = 'version' in value ? value.version : 0;
  const left = { record: kind, key: keyInLine(keyOf(kind, value)), version, digest: digestOf(kind, value) };
  return { name: isAudited(kind) ? keyInLine(chainKey(about)) : undefined, about, change: [], left };
}

function changed({ kind, before, after }: Update): Touched[] {
  const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const differing = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (field) => field !== 'version' && !isDeepStrictEqual(old[field], now[field]),
  );
  if (differing.length === 0) return [];
  const pick = (from: Record<string, unknown>) =>
    Object.fromEntries(
      differing.filter((field) => from[field] !== undefined).map((field) => [field, from[field]]),
    );
  const touched = made({ kind, value: after } as Create);
  return [
    { ...touched, change: [{ record: kind, key: touched.left.key, before: pick(old), after: pick(now) }] },
  ];
}

/** What a record belongs to: its recommendation, its case, the settings, or what it is itself: { contactId } of a contact. */
const subjectOf = (kind: string, value: object): object => {
  const { id, caseId, number, settings } = value as Partial<Record<'id' | 'caseId' | 'settings', string>> & {
    number?: number;
  };
  if (settings !== undefined) return { settings };
  return caseId === undefined ? { [`${kind}Id`]: id } : { caseId, number };
};
