import type { Day } from '../../shared/domain/day.ts';
import { tallyOf } from '../../shared/domain/tally.ts';
import { type Log, reasonOf } from '../../shared/runtime/log.ts';
import { openCatalogue } from '../../shared/store/catalogue.ts';
import { hasRows } from '../../shared/store/make-rows.ts';
import type { Table } from '../../shared/store/table.ts';
import { keepTally } from '../../shared/store/tallies.ts';

/**
 * Keeps how many recommendations stand where this morning. It is worth having and nothing waits for it: a fault is logged. A tracker that
 * has not got its rows yet would be counted wrong, and for ever, so it is not counted.
 */
export async function tallyDay(table: Table, log: Log, today: Day): Promise<void> {
  try {
    if (await hasRows(table)) await keepTally(table, tallyOf(await openCatalogue(table, log).rows(), today));
  } catch (error) {
    log.error('The recommendations could not be counted', { day: today, reason: reasonOf(error) });
  }
}
