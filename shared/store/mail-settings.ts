import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { type MailWords, wordsInForce } from '../domain/mail-words.ts';
import type { SendingSetting } from '../domain/sending.ts';
import { settingKey } from './keys.ts';
import { read, readItems } from './read.ts';
import { fromItem, type Item, recordIn } from './records.ts';
import type { Table } from './table.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** What mails are written and sent by: the words in force, whether those that were chosen are damaged, and to whom mail goes. */
export type MailSettings = { words: MailWords; wordsDamaged: boolean; sending: SendingSetting | undefined };

/** The wording as it is kept (strongly consistent), or undefined where nobody has changed it. Throws where it is damaged. */
export const readWording = (table: Table) => read(table, 'wording', settingKey('wording'));

/** To whom mail goes as it is kept (strongly consistent), or undefined where nobody has changed it. Throws where it is damaged. */
export const readSending = (table: Table) => read(table, 'sending', settingKey('sending'));

const wordsIn = (item: Item | undefined) => {
  const kept = item && recordIn('wording', item);
  return { words: wordsInForce(kept), wordsDamaged: item !== undefined && kept === undefined };
};

/** The words in force (strongly consistent), for a look ahead: our own where those that were chosen are damaged. */
export async function readWords(table: Table): Promise<MailWords> {
  const [item] = await readItems(table, [settingKey('wording')]);
  return wordsIn(item).words;
}

/**
 * Both settings of mails in one read (strongly consistent). Damaged wording stops no mail: our own words are used. To whom mail goes is
 * never guessed: damaged, it throws, and mails wait.
 */
export async function readMailSettings(table: Table): Promise<MailSettings> {
  const items = await readItems(table, [settingKey('wording'), settingKey('sending')]);
  const itemOf = (record: string) => items.find((item) => item.record === record);
  const sending = itemOf('sending');
  return { ...wordsIn(itemOf('wording')), sending: sending && fromItem('sending', sending) };
}

/** The condition that mail still goes to whom it did when that was read. */
export const sendingAsRead = (table: Table, setting: SendingSetting | undefined): Write => ({
  ConditionCheck: {
    TableName: table.name,
    Key: settingKey('sending'),
    ...(setting
      ? {
          ConditionExpression: 'version = :version',
          ExpressionAttributeValues: { ':version': setting.version },
        }
      : { ConditionExpression: 'attribute_not_exists(pk)' }),
  },
});
