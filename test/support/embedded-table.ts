import { startDatabase } from '../../infra/local/database/database.ts';
import { javaRuns } from '../../infra/local/database/dynamodb-local.ts';
import { findDynoxide } from '../../infra/local/database/dynoxide.ts';
import type { EngineName } from '../../infra/local/database/engine.ts';
import { createTable, openTable, type Table } from '../../shared/store/table.ts';

/** The embedded engines this computer can run, the default first. */
export const enginesHere: EngineName[] = [
  ...(findDynoxide() ? (['dynoxide'] as const) : []),
  ...(javaRuns() ? (['dynamodb-local'] as const) : []),
];

export type EmbeddedTables = {
  /** A table with nothing in it, opened as the functions open theirs. */
  newTable(): Promise<Table>;
  stop(): Promise<void>;
};

/** An engine in memory for a test file. The client finds it as on AWS, through the environment of the process. */
export async function startTables(engine: EngineName = enginesHere[0]!): Promise<EmbeddedTables> {
  const database = await startDatabase({ path: null, engine, warn: () => undefined });
  Object.assign(process.env, {
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
  });
  const tables: Table[] = [];
  return {
    async newTable() {
      const table = openTable(`records-${tables.length + 1}`);
      tables.push(table);
      await createTable(table);
      return table;
    },
    async stop() {
      for (const { client } of tables) client.destroy();
      await database.stop();
    },
  };
}
