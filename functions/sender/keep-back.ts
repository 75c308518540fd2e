import type { Mail } from '../../shared/domain/mail.ts';
import { type Sending, sendingInWords } from '../../shared/domain/sending.ts';
import type { Regard } from '../../shared/engine/regard.ts';
import type { Composed } from '../../shared/mail/letter.ts';
import type { Clock } from '../../shared/runtime/clock.ts';
import type { Log } from '../../shared/runtime/log.ts';
import { keepBack } from '../../shared/store/kept-back.ts';
import { type MailSettings, readMailSettings } from '../../shared/store/mail-settings.ts';
import type { Grounds } from '../../shared/store/outbox.ts';
import type { Table } from '../../shared/store/table.ts';

type Deps = { table: Table; clock: Clock; log: Log };

/** The words in force and to whom mail goes, as they are now. */
export async function settingsNow({ table, log }: Deps): Promise<MailSettings> {
  const settings = await readMailSettings(table);
  if (settings.wordsDamaged)
    log.error('The wording that was chosen is damaged, so mails go out in the tracker’s own words');
  return settings;
}

/**
 * Settles a mail whose recipient this tracker does not send to now, with the words that it would have had. It is not sent later either.
 *
 * @returns false where something has changed since, so that it must be looked at again
 */
export const settleKeptBack = (
  { table, clock }: Deps,
  mail: Mail,
  { items, recipient }: Regard,
  words: Composed,
  to: Sending,
  grounds: Grounds,
): Promise<boolean> => {
  const kept: Mail = {
    ...mail,
    state: 'SUPPRESSED',
    settledAt: clock.now(),
    cannotLeave: undefined,
    lines: items.map(({ line }) => line),
    ...(recipient ? { recipientEmail: recipient.email } : {}),
    subject: words.subject,
    reason: `This tracker sent ${sendingInWords(to)}${mail.possibleDuplicate ? '. It may have been sent once before' : ''}`,
  };
  // The words of a summary have been kept since it was planned.
  return keepBack(table, mail, kept, grounds, mail.kind === 'summary' ? undefined : words.text);
};
