import { join } from 'node:path';
import type { Instant } from '../../../shared/domain/london.ts';
import { openTable, type Table } from '../../../shared/store/table.ts';
import { startDatabase } from '../../local/database/database.ts';
import { enterEnvironment, localEnvironment } from '../../local/environment.ts';
import { findRunning } from '../../local/running.ts';
import { openClock } from '../../local/simulated-clock.ts';

const nowhere = 'http://127.0.0.1:9';

/** The records of a data folder and its time; nothing can be mailed or queued from here. */
export type Records = { table: Table; now: Instant; close(): Promise<void> };

/** Opens the records of a data folder: those of the tracker that runs on it, or else the folder itself. null: none, in memory. */
export async function openRecords(folder: string | null): Promise<Records> {
  const running = folder === null ? undefined : await findRunning(folder);
  const inFolder = (name: string) => (folder === null ? null : join(folder, name));
  const now = openClock({ file: inFolder('clock.json') }).now();
  const environment = running ? { AWS_ENDPOINT_URL_DYNAMODB: running.database } : process.env;
  const database = await startDatabase({ path: inFolder('tracker.db'), environment });
  const settings = localEnvironment({
    database: database.endpoint,
    mail: nowhere,
    files: nowhere,
    queue: nowhere,
    queueUrl: nowhere,
    serviceUrl: running?.url ?? nowhere,
    issuer: nowhere,
  });
  const leaveEnvironment = enterEnvironment(settings);
  const table = openTable(settings.TABLE_NAME);
  return {
    table,
    now,
    async close() {
      table.client.destroy();
      await database.stop();
      leaveEnvironment();
    },
  };
}
