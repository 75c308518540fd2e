import { daysBetween, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { type Mail, mailStates } from '../../../shared/domain/mail.ts';
import type { Reminder } from '../../../shared/domain/reminder.ts';
import { mailKey } from '../../../shared/store/keys.ts';
import { readMany } from '../../../shared/store/read.ts';
import type { Table as Store } from '../../../shared/store/table.ts';
import { Details } from '../components/details.tsx';
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

type ReminderTableProps = {
  reminders: readonly Reminder[];
  mails: Mails;
  contacts: Contacts;
  withNumber: boolean;
};

/** The most that is shown without being asked for. */
const mostShown = 20;

/** What was sent, or is about to be, the latest first. */
export const ReminderTable = ({ reminders, ...rest }: ReminderTableProps) => {
  const latestFirst = reminders.toReversed().sort((a, b) => daysBetween(a.plannedOn, b.plannedOn));
  const older = latestFirst.slice(mostShown);
  if (reminders.length === 0) return <p class="govuk-body">No mail has been planned yet.</p>;
  return (
    <>
      <Rows {...rest} reminders={latestFirst.slice(0, mostShown)} caption="Mails" />
      {older.length > 0 && (
        <Details summary={older.length === 1 ? 'One earlier mail' : `${older.length} earlier mails`}>
          <Rows {...rest} reminders={older} caption="Earlier mails" />
        </Details>
      )}
    </>
  );
};

const Rows = (props: ReminderTableProps & { caption: string }) => (
  <Table
    caption={props.caption}
    captionHidden
    columns={columns}
    rows={props.reminders.map((reminder) => {
      const recipient = props.contacts.get(reminder.recipientId);
      const mail = props.mails.get(reminder.mailId);
      const of = props.withNumber ? `Recommendation ${reminder.number}: ` : '';
      return [
        <a class="govuk-link tracker-one-line" href={`/mails/${reminder.mailId}`}>
          {inWordsWithWeekday(reminder.plannedOn)}
        </a>,
        `${of}${stageInWords(reminder.stage)}${roleWords[reminder.role]}`,
        recipient ? personInWords(recipient, props.contacts) : 'Somebody no longer among the contacts',
        mail ? mailStates[mail.state] : 'Unknown',
      ];
    })}
  />
);

const roleWords = { owner: '', manager: ', copied to the manager', chair: ', copied to the chair' } as const;
