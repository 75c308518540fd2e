import type { Day } from '../domain/day.ts';
import { endsAt, startOfDayInLondon } from '../domain/london.ts';
import { registerPartitions } from './keys.ts';
import { queryAll } from './read.ts';
import type { Table } from './table.ts';

// Without its Z a moment stands before all that begins with it, with or without milliseconds.
const momentPrefix = (at: string) => at.slice(0, -1);

/**
 * How many mails planned on the London days from the first to the last, both counted, were kept back because this tracker was set not to
 * send to their recipients.
 */
export async function countKeptBack(table: Table, first: Day, last: Day): Promise<number> {
  let count = 0;
  for (const month of new Set([first.slice(0, 7), last.slice(0, 7)])) {
    const items = queryAll(table, {
      IndexName: 'register',
      KeyConditionExpression: 'registerPk = :partition AND registerSk BETWEEN :from AND :to',
      FilterExpression: '#state = :keptBack',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':partition': registerPartitions.mails(month),
        ':from': momentPrefix(startOfDayInLondon(first)),
        ':to': momentPrefix(endsAt(last)),
        ':keptBack': 'SUPPRESSED',
      },
    });
    for await (const _ of items) count += 1;
  }
  return count;
}
