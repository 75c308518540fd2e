import { join } from 'node:path';
import type { Instant } from '../../../shared/domain/london.ts';
import { openTable, type Table } from '../../../shared/store/table.ts';
import { startDatabase } from '../../local/database/database.ts';
import { enterEnvironment, localEnvironment } from '../../local/environment.ts';
import { findRunning } from '../../local/running.ts';
import { openClock } from '../../local/simulated-clock.ts';

const nowhere = 'http://127.0.0.1:9';

/** The records of a data folder and its time, for reading only; nothing can be mailed or queued from here. */
export type Records = { table: Table; now: Instant; close(): Promise<void> };

/** Opens the records of a data folder: those of the tracker that runs on it, or else the folder itself. */
export async function openRecords(folder: string): Promise<Records> {
  const running = await findRunning(folder);
  const environment = running ? { AWS_ENDPOINT_URL_DYNAMODB: running.database } : process.env;
  const database = await startDatabase({ path: join(folder, 'tracker.db'), environment });
  const settings = localEnvironment({
    database: database.endpoint,
    mail: nowhere,
    files: nowhere,
    queue: nowhere,
    queueUrl: nowhere,
    serviceUrl: running?.url ?? nowhere,
  });
  const leaveEnvironment = enterEnvironment(settings);
  const table = openTable(settings.TABLE_NAME);
  return {
    table,
    now: openClock({ file: join(folder, 'clock.json') }).now(),
    async close() {
      table.client.destroy();
      await database.stop();
      leaveEnvironment();
    },
  };
}
