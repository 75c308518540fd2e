import { Stack } from 'aws-cdk-lib';
import type { TrackerFunction } from './tracker-function.ts';

/**
 * The calls each function makes to the table, and so its permissions; a test reads the bundles and finds the same. A
 * transaction needs the permission of each of its parts (PutItem, UpdateItem, ConditionCheckItem), not one of its own.
 * Nobody may scan, and nobody may delete: a record that ends is closed, withdrawn or expires.
 */
export const TABLE_CALLS = {
  web: ['BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
  nightly: ['BatchGetItem', 'GetItem', 'PutItem', 'UpdateItem'],
  sender: ['BatchGetItem', 'ConditionCheckItem', 'GetItem', 'PutItem', 'UpdateItem'],
  feedback: ['BatchGetItem', 'GetItem', 'PutItem', 'Query'],
  watchdog: ['BatchGetItem', 'GetItem', 'PutItem'],
  reconcile: ['BatchGetItem', 'GetItem', 'PutItem', 'Query'],
} as const satisfies Record<string, readonly string[]>;

/** The indexes each function queries; an index answers nothing but Query here. */
export const INDEXES_READ = {
  web: ['agenda', 'register'],
  nightly: ['agenda', 'register'],
  sender: [],
  feedback: [],
  watchdog: ['agenda', 'register'],
  reconcile: ['register'],
} as const satisfies Record<keyof typeof TABLE_CALLS, readonly string[]>;

/** Gives one function its calls on the table and on the indexes it reads. */
export function allowTable(fn: TrackerFunction, name: keyof typeof TABLE_CALLS, tableName: string): void {
  const arn = Stack.of(fn).formatArn({ service: 'dynamodb', resource: 'table', resourceName: tableName });
  const calls = TABLE_CALLS[name].map((call) => `dynamodb:${call}`);
  if (calls.length > 0) fn.may(calls, [arn]);
  const indexes = INDEXES_READ[name];
  if (indexes.length > 0) {
    fn.may(
      ['dynamodb:Query'],
      indexes.map((index) => `${arn}/index/${index}`),
    );
  }
}
