import type { BankHolidays } from '../../shared/domain/bank-holidays.ts';
import { type Exception, raise } from '../../shared/domain/exception.ts';
import type { Difference } from '../../shared/domain/reconcile.ts';
import type { Clock } from '../../shared/runtime/clock.ts';
import { type Log, reasonOf } from '../../shared/runtime/log.ts';
import { keepComparison } from '../../shared/store/comparisons.ts';
import { everyCaseId } from '../../shared/store/every-case.ts';
import { makeRows, rightenCase } from '../../shared/store/make-rows.ts';
import { raiseAnew } from '../../shared/store/raise-anew.ts';
import { readCalendar } from '../../shared/store/stage-plans.ts';
import type { Table } from '../../shared/store/table.ts';
import { type Reckoned, reckonAll } from './reckon.ts';

export type ReconcileDeps = { table: Table; clock: Clock; holidays: BankHolidays; log: Log };

/**
 * Compares the ledger with what should have been sent, and raises an exception for each recommendation of which they do not agree. Throws,
 * which rings the alarm, where any of that has not been seen to, a case could not be read, or a row of the list was not as its records say. What staff have cleared is not raised again
 * while the very same is found. Whatever it finds it keeps that it was done, because the watchdog rings when it is not.
 */
export async function reconcile(deps: ReconcileDeps): Promise<void> {
  const { table, clock, holidays, log } = deps;
  await makeRows(table, clock.now());
  const calendar = await readCalendar(table, holidays);
  let [deadlines, open, unread] = [0, 0, 0];
  for await (const each of reckonAll(table, calendar)) {
    if ('reason' in each) {
      unread += 1;
      log.error('A case could not be reckoned', each);
      continue;
    }
    deadlines += each.deadlines;
    if (each.differences.length > 0 && (await report(deps, each))) open += 1;
  }
  const rows = await rightenRows(deps);
  await keepComparison(table, clock.now());
  if (open + unread > 0)
    throw new Error(
      `The ledger differs for ${open} recommendations; ${unread} cases could not be read. Their owners may have been left out.`,
    );
  if (rows > 0)
    throw new Error(`${rows} rows of the list were not as their records say. They have been set right.`);
  log.info('The ledger agrees', { deadlines });
}

/** Sets right each row of the list that is not as its records say. A case that cannot be read has been told of. @returns how many */
async function rightenRows({ table, log }: ReconcileDeps): Promise<number> {
  let found = 0;
  for await (const caseId of everyCaseId(table)) {
    for (const each of await rightenCase(table, caseId).catch(() => [])) {
      found += 1;
      log.error('A row of the list differed', { caseId, number: each.number, says: each.says });
    }
  }
  return found;
}

/** @returns whether it is still to be seen to */
async function report({ table, clock, log }: ReconcileDeps, found: Reckoned): Promise<boolean> {
  const { caseId, number, differences } = found;
  const detail = inOneLine(differences);
  const exception: Exception = raise('ledger-differs', { caseId, number, detail }, clock.now());
  try {
    const isOpen = await raiseAnew(table, exception);
    if (isOpen) log.error('The ledger differs', { caseId, number, detail });
    return isOpen;
  } catch (error) {
    log.error('A difference could not be reported', { caseId, number, reason: reasonOf(error) });
    return true;
  }
}

const mostTold = 5;

const inOneLine = (differences: Difference[]): string => {
  const told = differences.slice(0, mostTold).map(({ deadlineId, says }) => `${deadlineId} ${says}`);
  const more = differences.length - told.length;
  return [...told, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
};
