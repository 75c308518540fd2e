import { daysBetween, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { type Mail, mailStates } from '../../../shared/domain/mail.ts';
import type { Reminder } from '../../../shared/domain/reminder.ts';
import { mailKey } from '../../../shared/store/keys.ts';
import { readMany } from '../../../shared/store/read.ts';
import type { Table as Store } from '../../../shared/store/table.ts';
import { Details } from '../components/details.tsx';
import { Table } from '../components/table.tsx';
import { type Contacts, personInWords, recommendationHref } from './names.ts';
import { reminderAlone, reminderInWords } from './stage-words.ts';

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

/** The most that is shown without being asked for, and the most that is folded away after it. */
const mostShown = 20;
const mostFolded = 40;

/** Reminders by the day they were planned on, the latest first. */
export const latestFirst = (reminders: readonly Reminder[]): Reminder[] =>
  reminders.toReversed().sort((a, b) => daysBetween(a.plannedOn, b.plannedOn));

/** What was sent, or is about to be, the latest first. */
export const ReminderTable = ({ reminders, ...rest }: ReminderTableProps) => {
  const inOrder = latestFirst(reminders);
  const older = inOrder.slice(mostShown, mostShown + mostFolded);
  const beyond = inOrder.length - mostShown - mostFolded;
  const [first] = inOrder;
  if (!first) return <p class="govuk-body">No mail has been planned yet.</p>;
  return (
    <>
      <Rows {...rest} reminders={inOrder.slice(0, mostShown)} caption="Mails" />
      {older.length > 0 && (
        <Details summary={older.length === 1 ? 'One earlier mail' : `${older.length} earlier mails`}>
          <Rows {...rest} reminders={older} caption="Earlier mails" />
        </Details>
      )}
      {beyond > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${recommendationHref(first)}/proof`}>
            {`See the ${beyond} before these in the proof pack`}
          </a>
        </p>
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
      const about = props.withNumber
        ? `Recommendation ${reminder.number}: ${reminderInWords(reminder)}`
        : reminderAlone(reminder);
      return [
        <a class="govuk-link tracker-one-line" href={`/mails/${reminder.mailId}`}>
          {inWordsWithWeekday(reminder.plannedOn)}
        </a>,
        `${about}${roleWords[reminder.role]}`,
        recipient ? personInWords(recipient, props.contacts) : 'Somebody no longer among the contacts',
        mail ? mailStates[mail.state] : 'Unknown',
      ];
    })}
  />
);

const roleWords = { owner: '', manager: ', copied to the manager', chair: ', copied to the chair' } as const;
