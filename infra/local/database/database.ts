import { resolve } from 'node:path';
import { findDynamoDbLocal } from './dynamodb-local.ts';
import { findDynoxide } from './dynoxide.ts';
import type { Engine, EngineName } from './engine.ts';
import { startEngine } from './engine-process.ts';

export type Database = { endpoint: string; engine: EngineName | 'elsewhere'; stop(): Promise<void> };

export type DatabaseWish = {
  /** The file to keep the data in; `null` keeps it in memory and loses it on stop. */
  path: string | null;
  port?: number;
  /** Asks for this engine and no other; without it the first one found is taken. */
  engine?: EngineName;
  environment?: Record<string, string | undefined>;
  warn?: (sentence: string) => void;
};

/**
 * The embedded database: an endpoint that speaks DynamoDB. In order: the engine asked for by name; the one that
 * `AWS_ENDPOINT_URL_DYNAMODB` points at, which is neither started nor stopped here; dynoxide; Amazon DynamoDB
 * Local. The engine ends with this process, and what an earlier killed run left behind on the same file is ended
 * first. Any credentials and any region will do: the caller gives its client made-up ones.
 */
export async function startDatabase({
  path,
  port,
  engine,
  environment = process.env,
  warn = console.warn,
}: DatabaseWish): Promise<Database> {
  const elsewhere = environment.AWS_ENDPOINT_URL_DYNAMODB;
  if (engine === undefined && elsewhere) {
    return { endpoint: elsewhere, engine: 'elsewhere', stop: async () => undefined };
  }
  const found = findEngine(engine);
  if (found.warning !== undefined) warn(found.warning);
  const wish = { path: path === null ? null : resolve(path), port, died: warn };
  return { ...(await startEngine(found, wish)), engine: found.name };
}

function findEngine(wanted: EngineName | undefined): Engine {
  const found =
    (wanted === 'dynamodb-local' ? undefined : findDynoxide()) ??
    (wanted === 'dynoxide' ? undefined : findDynamoDbLocal());
  if (found !== undefined) return found;
  throw new Error(
    wanted === 'dynoxide'
      ? `dynoxide is not installed: there must be a package @dynoxide/${process.platform}-${process.arch} in node_modules.`
      : 'No database engine was found: install Java 17 or newer (Amazon DynamoDB Local then runs on it), or set AWS_ENDPOINT_URL_DYNAMODB to a DynamoDB that is running already.',
  );
}
