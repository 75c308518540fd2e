import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { type Log, reasonOf } from '../../../shared/runtime/log.ts';
import { chainKey } from '../../../shared/store/chain-keys.ts';
import { partOf, readSent } from '../../../shared/store/once.ts';
import { readMany } from '../../../shared/store/read.ts';
import type { Desk } from './desk.ts';

/** The most that is changed at once, so that somebody can look at each before and be answered in time. */
export const mostAtOnce = 200;

export type Of = { caseId: string; number: number };

/** A move with what was typed for it: whether it could be made on a recommendation, and making it, by the same rules. */
export type MoveForMany = {
  decide(desk: Desk, of: Of): Promise<object | Refusal>;
  make(desk: Desk, of: Of): Promise<object | Refusal>;
};

/** A recommendation as it was looked at: how long its history was then, and why the move is not made, where it is not. */
export type Weighed = Of & { seen: number; refused: Refusal | undefined };

/** What would come of a move on each, in the order given. Nothing is written. */
export async function weighMany(desk: Desk, all: readonly Of[], { decide }: MoveForMany): Promise<Weighed[]> {
  // The histories first: what is changed after this look is found out when the move is made.
  const lengths = await lengthsOf(desk, all);
  const decided = await inLanes(all, (of) => decide(desk, of));
  return all.map((of, index) => {
    const decision = decided[index]!;
    return { ...of, seen: lengths.get(named(of)) ?? 0, refused: isRefusal(decision) ? decision : undefined };
  });
}

/** What came of a move: made, as it was already, or refused. */
export type Made = Of & { outcome: 'made' | 'already' | 'refused'; refused: Refusal | undefined };

const wentWrong = refuse(
  'went-wrong',
  'Something went wrong with this one, and it was not changed. Try it again',
);

/**
 * Makes a move on each, one by one within a case. What somebody changed since it was looked at is left as it is; what the same form has done
 * before is made and not made again, so that a form that was broken off, or posted twice, does what is left and tells the same; and one
 * that fails leaves the others alone.
 */
export async function changeMany(
  desk: Desk,
  all: readonly (Of & { seen: number })[],
  { make }: MoveForMany,
  log: Pick<Log, 'error'>,
): Promise<Made[]> {
  const results = await inLanes(all, async ({ seen, ...of }) => {
    const once = desk.once && partOf(desk.once, named(of));
    const made = await make({ ...desk, seen, ...(once ? { once } : {}) }, of).catch((fault: unknown) => {
      log.error('A change of several failed for one', { ...of, reason: reasonOf(fault) });
      return wentWrong;
    });
    return isRefusal(made) && once && (await readSent(desk.table, once)) ? of : made;
  });
  return all.map(({ caseId, number }, index) => {
    const result = results[index]!;
    if (!isRefusal(result)) return { caseId, number, outcome: 'made', refused: undefined };
    const isAlready = result.refused.startsWith('already-');
    return { caseId, number, outcome: isAlready ? 'already' : 'refused', refused: result };
  });
}

const named = ({ caseId, number }: Of): string => `${caseId}/${number}`;

async function lengthsOf({ table }: Desk, all: readonly Of[]): Promise<ReadonlyMap<string, number>> {
  const heads = await readMany(table, 'chain', all.map(chainKey));
  return new Map(heads.map(({ caseId = '', number = 0, length }) => [named({ caseId, number }), length]));
}

const lanes = 5;

// Several cases at a time, each from its first to its last, so that two moves never meet in one case.
async function inLanes<T extends Of, R>(all: readonly T[], work: (of: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const cases = [...Map.groupBy(all.entries(), ([, { caseId }]) => caseId).values()];
  const lane = async () => {
    for (let next = cases.shift(); next; next = cases.shift())
      for (const [index, of] of next) results[index] = await work(of);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
