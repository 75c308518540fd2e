import type { EmbeddedTables } from '../support/embedded-table.ts';
import type { Ground } from './ground.ts';
import { wireClient } from './wire-client.ts';

/** A table of an embedded engine to play on, made by the product's own code and spoken to by the quick client. */
export async function openGround(tables: EmbeddedTables): Promise<Ground> {
  const { name } = await tables.newTable();
  return { client: wireClient(process.env.AWS_ENDPOINT_URL_DYNAMODB!), tableName: name };
}
