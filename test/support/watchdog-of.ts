import type { SummaryDeps } from '../../functions/watchdog/summarise.ts';
import { watch } from '../../functions/watchdog/watch.ts';
import { asInstant } from '../../shared/domain/london.ts';
import { toEveryone } from '../../shared/domain/sending.ts';
import type { Table } from '../../shared/store/table.ts';
import { calendar } from './nights-of.ts';
import { notedLog } from './noted-log.ts';

/** The watchdog on a table, at eight in the morning of a winter day, with a queue and a log that only take note. */
export function watchdogOf(table: Table, of: Partial<SummaryDeps> = {}) {
  const log = notedLog();
  const handedOver: string[] = [];
  const deps: Omit<SummaryDeps, 'clock'> = {
    table,
    log,
    queue: { enqueue: async (mailIds) => void handedOver.push(...mailIds) },
    holidays: calendar.holidays,
    liaisonEmail: 'liaison@force.example',
    serviceUrl: 'https://tracker.example',
    organisation: 'Sample Police',
    sendTo: toEveryone,
    ...of,
  };
  return {
    log,
    handedOver,
    look: (day: string) => watch({ ...deps, clock: { now: () => asInstant(`${day}T08:00:00.000Z`) } }),
  };
}
