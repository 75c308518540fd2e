import { inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { type Mail, mailStates } from '../../../shared/domain/mail.ts';
import type { Reminder } from '../../../shared/domain/reminder.ts';
import { mailKey } from '../../../shared/store/keys.ts';
import { readMany } from '../../../shared/store/read.ts';
import type { Table as Store } from '../../../shared/store/table.ts';
import { Table } from '../components/table.tsx';
import { type Contacts, personInWords } from './names.ts';
import { stageInWords } from './stage-words.ts';

export type Mails = ReadonlyMap<string, Mail>;

/** The mails that carry some reminders, as they are now: a reminder alone does not know whether it was sent. */
export const mailsCarrying = async (table: Store, reminders: readonly Reminder[]): Promise<Mails> =>
  new Map(
    (
      await readMany(
        table,
        'mail',
        reminders.map(({ mailId }) => mailKey(mailId)),
      )
    ).map((mail) => [mail.id, mail]),
  );

const columns = [{ text: 'Planned' }, { text: 'About' }, { text: 'To' }, { text: 'State' }];

/** What was sent, or is about to be. */
export const ReminderTable = (props: {
  reminders: readonly Reminder[];
  mails: Mails;
  contacts: Contacts;
  withNumber: boolean;
}) =>
  props.reminders.length === 0 ? (
    <p class="govuk-body">No mail has been planned yet.</p>
  ) : (
    <Table
      caption="Mails"
      captionHidden
      columns={columns}
      rows={props.reminders.map((reminder) => {
        const recipient = props.contacts.get(reminder.recipientId);
        const mail = props.mails.get(reminder.mailId);
        const of = props.withNumber ? `Recommendation ${reminder.number}: ` : '';
        return [
          <a class="govuk-link" href={`/mails/${reminder.mailId}`}>
            {inWordsWithWeekday(reminder.plannedOn)}
          </a>,
          `${of}${stageInWords(reminder.stage)}${roleWords[reminder.role]}`,
          recipient ? personInWords(recipient) : 'Somebody no longer among the contacts',
          mail ? mailStates[mail.state] : 'Unknown',
        ];
      })}
    />
  );

const roleWords = { owner: '', manager: ', copied to the manager', chair: ', copied to the chair' } as const;
