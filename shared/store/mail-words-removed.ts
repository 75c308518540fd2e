import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { inWords } from '../domain/day.ts';
import type { Mail } from '../domain/mail.ts';
import { contentKey } from './keys.ts';
import { moving } from './outbox.ts';
import { readMany } from './read.ts';
import { toItem } from './records.ts';
import type { Table } from './table.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/**
 * The writes that take the words out of some mails, as far as words are kept of them; they fail where somebody has moved a mail meanwhile,
 * or has taken its words out.
 */
export async function wordsTakenOut(
  table: Table,
  mails: readonly { before: Mail; after: Mail }[],
): Promise<Write[]> {
  const contents = await readMany(
    table,
    'content',
    mails.map(({ before }) => contentKey(before.id)),
  );
  const kept = new Map(contents.map((content) => [content.mailId, content]));
  return mails.flatMap(({ before, after }) => {
    const words = kept.get(before.id);
    const text = `The words of this mail were removed on ${inWords(after.wordsRemovedOn!)}.`;
    const without = words && toItem('content', { mailId: words.mailId, subject: words.subject, text });
    return [
      stillWithWords(moving(table, before, after)),
      ...(without ? [{ Put: { TableName: table.name, Item: without } }] : []),
    ];
  });
}

const stillWithWords = ({ Put }: Write): Write => ({
  Put: {
    ...Put!,
    ConditionExpression: `${Put!.ConditionExpression} AND attribute_not_exists(wordsRemovedOn)`,
  },
});
