import { type Case, recordCase } from '../../../../shared/domain/case.ts';
import { caseWords } from '../../../../shared/domain/list-difference.ts';
import type { ListEntry } from '../../../../shared/domain/list-entry.ts';
import type { OverdueWay } from '../../../../shared/domain/list-import.ts';
import { isRefusal, type Refusal, refuse } from '../../../../shared/domain/refusal.ts';
import { today } from '../../../../shared/runtime/clock.ts';
import { readCaseFile } from '../../../../shared/store/case-file.ts';
import { caseWithReference } from '../../../../shared/store/case-references.ts';
import { type Change, save } from '../../../../shared/store/save.ts';
import { type Desk, decideAgain, eventOf, noSuchCase } from '../desk.ts';
import { ownerlessOf } from '../ownerless.ts';
import { takenBefore } from '../record-case.ts';
import { recordResponse } from '../record-response.ts';
import type { ListPeople } from './list-people.ts';
import { type LineRecords, overdueSince, recordsOf, responseInputOf } from './list-records.ts';
import { type Weighed, weighCase } from './weigh-lines.ts';

/** How a list is taken in. `name`: what the history calls it. */
export type TakingIn = { name: string; overdue: OverdueWay };

/**
 * Takes in the lines about one case: the case, then each recommendation in a transaction of its own. Everything has its key from the list
 * (reference and number), and what is recorded already is left as it is, so that taking it in again after being stopped anywhere adds
 * what is missing and nothing twice. A line that somebody else was at meanwhile is weighed anew: mostly theirs was the same, and it is unchanged.
 */
export async function takeInCase(
  desk: Desk,
  people: ListPeople,
  entries: readonly ListEntry[],
  how: TakingIn,
  tries = 3,
): Promise<Weighed[]> {
  const { file, fates } = await weighCase(desk, people, entries);
  const first = fates.find(({ kind }) => kind === 'new');
  if (!file && first) {
    const refused = await begin(desk, entryOf(entries, first), how);
    if (refused?.refused === 'already-recorded') return takeInCase(desk, people, entries, how, tries);
    if (refused) return fates.map((fate) => stopped(fate, refused));
  }
  const taken: Weighed[] = [];
  let isBehind = false;
  for (const fate of fates) {
    const refused = await takeInLine(desk, people, entryOf(entries, fate), fate, how);
    isBehind ||= refused?.refused === 'changed-meanwhile';
    taken.push(refused ? stopped(fate, refused) : fate);
  }
  if (!isBehind || tries === 1) return taken;
  const anew = await takeInCase(desk, people, entries, how, tries - 1);
  return taken.map((fate) => (fate.kind === 'refused' ? anew.find(({ line }) => line === fate.line)! : fate));
}

const entryOf = (entries: readonly ListEntry[], { line }: Weighed): ListEntry =>
  entries.find((entry) => entry.line === line)!;

const stopped = (fate: Weighed, { message }: Refusal): Weighed =>
  fate.kind === 'refused' ? fate : { ...fate, kind: 'refused', reasons: [message] };

const from = ({ name }: TakingIn, { line }: ListEntry): string => `from the list ${name}, line ${line}`;

async function begin(desk: Desk, entry: ListEntry, how: TakingIn): Promise<Refusal | undefined> {
  const decided = recordCase(entry.case, today(desk.clock));
  if (isRefusal(decided)) return decided;
  const refused = await save(desk.table, {
    creates: [{ kind: 'case', value: decided }],
    updates: [],
    event: eventOf(desk, 'record-case', { caseId: decided.id, why: from(how, entry) }),
  });
  if (refused?.refused !== 'already-recorded') return refused;
  return (await caseWithReference(desk.table, decided.reference)) ? refused : takenBefore(decided);
}

async function takeInLine(
  desk: Desk,
  people: ListPeople,
  entry: ListEntry,
  fate: Weighed,
  how: TakingIn,
): Promise<Refusal | undefined> {
  if (fate.kind === 'new') return decideAgain(() => addNew(desk, people, entry, fate, how));
  if (fate.kind !== 'updated') return undefined;
  const words = fate.adds.caseWords ? await decideAgain(() => changeCase(desk, entry, fate, how)) : undefined;
  if (words || !fate.adds.response) return words;
  const response = await recordResponse(desk, fate.caseId, fate.number, responseInputOf(entry.response!));
  return isRefusal(response) ? response : undefined;
}

async function addNew(
  desk: Desk,
  people: ListPeople,
  entry: ListEntry,
  fate: Weighed,
  how: TakingIn,
): Promise<Refusal | undefined> {
  const file = await readCaseFile(desk.table, fate.caseId);
  if (!file) return noSuchCase;
  const { learningCase, recommendations } = file;
  if (recommendations.length + 1 !== fate.number) {
    return refuse(
      'changed-meanwhile',
      'Somebody else recorded a recommendation of this case at the same time',
    );
  }
  const named = people(entry);
  if (isRefusal(named)) return named;
  const records = await recordsOf(desk, entry, learningCase, fate.number, named);
  if (isRefusal(records)) return records;
  const isHeld = how.overdue === 'hold' && overdueSince(records, today(desk.clock)) !== undefined;
  const why = [from(how, entry), ...(isHeld ? ['held, because it is overdue'] : []), ...fate.notes].join(
    '; ',
  );
  return save(desk.table, {
    creates: createsOf(desk, isHeld ? held(records) : records, isHeld ? entry.owner : undefined),
    updates: [{ kind: 'case', before: learningCase, after: learningCase }],
    event: eventOf(desk, 'record-recommendation', { caseId: fate.caseId, number: fate.number, why }),
  });
}

/** Nobody is reminded of what nobody owns: it stands on the list of exceptions until somebody is chosen. */
function held({ recommendation, deadlines, ...records }: LineRecords): LineRecords {
  return {
    ...records,
    recommendation: { ...recommendation, ownerId: undefined },
    deadlines: deadlines.map((each) =>
      each.kind === 'publication' ? each : { ...each, ownerId: undefined },
    ),
  };
}

function createsOf(desk: Desk, records: LineRecords, heldFrom: string | undefined): Change['creates'] {
  const { recommendation, deadlines, commitments, response } = records;
  const isOpen = !recommendation.closed && !recommendation.withdrawn;
  const exception = ownerlessOf(recommendation, desk.clock.now());
  const detail = heldFrom ? { detail: `It is overdue and held. In the list ${heldFrom} owns it` } : {};
  return [
    { kind: 'recommendation', value: recommendation },
    ...(response ? [{ kind: 'response' as const, value: response }] : []),
    ...commitments.map((value) => ({ kind: 'commitment' as const, value })),
    ...deadlines.map((value) => ({ kind: 'deadline' as const, value })),
    ...(isOpen && !recommendation.ownerId
      ? [{ kind: 'exception' as const, value: { ...exception, ...detail } }]
      : []),
  ];
}

/** Changes the words of a case on which no duty hangs, to those that the list gives. */
async function changeCase(
  desk: Desk,
  entry: ListEntry,
  { caseId }: Weighed,
  how: TakingIn,
): Promise<Refusal | undefined> {
  const file = await readCaseFile(desk.table, caseId);
  if (!file) return noSuchCase;
  const before = file.learningCase;
  const given = Object.fromEntries(
    caseWords
      .filter((field) => [entry.case[field]].flat().some(Boolean))
      .map((field) => [field, entry.case[field]]),
  ) as Partial<Case>;
  return save(desk.table, {
    creates: [],
    updates: [{ kind: 'case', before, after: { ...before, ...given } }],
    event: eventOf(desk, 'change-case', { caseId, why: from(how, entry) }),
  });
}
