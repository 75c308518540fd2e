import type { Day } from '../domain/day.ts';
import { endsAt, startOfDayInLondon } from '../domain/london.ts';
import type { Mail } from '../domain/mail.ts';
import { registerPartitions } from './keys.ts';
import { sendingAsRead } from './mail-settings.ts';
import { type Grounds, move } from './outbox.ts';
import { queryAll } from './read.ts';
import { toItem } from './records.ts';
import type { Table } from './table.ts';

/**
 * Settles a mail that is not to go to its recipient, with the words it would have had: only if it still waits, and mail still goes to
 * whom it did when that was read. @returns whether that was done
 */
export const keepBack = (
  table: Table,
  mail: Mail,
  kept: Mail,
  { sending }: Grounds,
  text: string | undefined,
): Promise<boolean> =>
  move(table, mail, kept, [
    sendingAsRead(table, sending),
    ...(text === undefined
      ? []
      : [
          {
            Put: {
              TableName: table.name,
              Item: toItem('content', { mailId: kept.id, subject: kept.subject!, text }),
            },
          },
        ]),
  ]);

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
