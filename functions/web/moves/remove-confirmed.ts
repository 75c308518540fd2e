import { isAfter } from '../../../shared/domain/day.ts';
import { type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { type Confirmed, nameOfDue, readName } from '../../../shared/domain/retention-confirmed.ts';
import { type Due, dueNow, without } from '../../../shared/domain/retention-due.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { type Log, reasonOf } from '../../../shared/runtime/log.ts';
import { sha256 } from '../../../shared/store/digest.ts';
import { partOf, readSent } from '../../../shared/store/once.ts';
import { gatherKeeping } from '../../../shared/store/retention.ts';
import { severalAtOnce } from '../../../shared/store/several-at-once.ts';
import type { Desk } from './desk.ts';
import { removeDue } from './remove-due.ts';

/** What became of one thing that was to be removed: gone, or left alone and why. */
export type Outcome = ReturnType<typeof readName> & { refused: Refusal | undefined };

/** What became of each, and how much more is due. */
export type RemovedNow = { outcomes: Outcome[]; left: number };

const notYet = refuse('not-yet', 'Nothing can be removed before its day');
const notAsSeen = refuse(
  'changed-since',
  'It is no longer as it was when you looked: it was changed, is needed again or is gone already',
);
const wentWrong = refuse(
  'went-wrong',
  'Something went wrong with this one. Look again: what is still there is still due',
);

/**
 * Removes what somebody looked at and confirmed, and nothing else: what was due on the day of the look is worked out anew, and what is not
 * among it as it was seen is left alone. Each is removed by itself and one that fails leaves the others alone. What the same form has removed
 * before counts as removed and is not removed again.
 */
export async function removeConfirmed(
  desk: Desk,
  { on, names }: Confirmed,
  log: Pick<Log, 'error'>,
): Promise<RemovedNow | Refusal> {
  const now = today(desk.clock);
  if (isAfter(on, now)) return notYet;
  const keeping = await gatherKeeping(desk.table, now);
  const { due } = dueNow({ ...keeping, on });
  const byName = new Map(due.map((each) => [nameOfDue(each, sha256), each]));
  // One by one where they are of one contact, in whose history each is told.
  const theirs = [...Map.groupBy(names, (name) => readName(name).contactId).values()];
  const refusals = new Map<string, Refusal | undefined>();
  await severalAtOnce(theirs, async (some) => {
    for (const name of some) refusals.set(name, await removeNamed(desk, name, byName.get(name), log));
  });
  const outcomes = names.map((name) => ({ ...readName(name), refused: refusals.get(name) }));
  const gone = names.flatMap((name) => (refusals.get(name) ? [] : (byName.get(name) ?? [])));
  return { outcomes, left: dueNow(without(keeping, gone)).due.length };
}

async function removeNamed(
  desk: Desk,
  name: string,
  due: Due | undefined,
  log: Pick<Log, 'error'>,
): Promise<Refusal | undefined> {
  const once = desk.once && partOf(desk.once, name);
  try {
    const refused = due ? await removeDue({ ...desk, ...(once ? { once } : {}) }, due) : notAsSeen;
    return refused && once && (await readSent(desk.table, once)) ? undefined : refused;
  } catch (fault) {
    log.error('Something that is due could not be removed', { due: name, reason: reasonOf(fault) });
    return wentWrong;
  }
}
