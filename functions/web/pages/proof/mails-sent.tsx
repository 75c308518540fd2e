import { inWordsWithWeekday } from '../../../../shared/domain/day.ts';
import { type Mail, mailStates } from '../../../../shared/domain/mail.ts';
import type { Reminder } from '../../../../shared/domain/reminder.ts';
import { SummaryList } from '../../components/summary-list.tsx';
import { Table } from '../../components/table.tsx';
import { type Contacts, personInWords } from '../names.ts';
import type { Mails } from '../reminder-table.tsx';
import { reminderAlone } from '../stage-words.ts';
import { momentInWords } from '../time-words.ts';
import type { Contents } from './pack.tsx';

type Register = { reminders: readonly Reminder[]; mails: Mails; contacts: Contacts; contents: Contents };

type Numbered = { number: number; mail: Mail | undefined; reminders: readonly Reminder[] };

/** Each mail once, in the order in which they were planned, with all it says of this recommendation. */
const numbered = ({ reminders, mails }: Register): Numbered[] =>
  [...Map.groupBy(reminders, ({ mailId }) => mailId)].map(([mailId, of], index) => ({
    number: index + 1,
    mail: mails.get(mailId),
    reminders: of,
  }));

const columns = [{ text: 'Mail' }, { text: 'Planned' }, { text: 'About' }, { text: 'To' }, { text: 'State' }];

/** Every mail that was planned, with what became of it, also those that did not leave. */
export const MailRegister = (register: Register) =>
  register.reminders.length === 0 ? (
    <p class="govuk-body">No mail has been planned yet.</p>
  ) : (
    <Table
      caption="Mails"
      captionHidden
      columns={columns}
      rows={numbered(register).map(({ number, mail, reminders }) => [
        String(number),
        inWordsWithWeekday(reminders[0]!.plannedOn),
        aboutOf(reminders),
        recipientOf(reminders, register.contacts),
        <>
          {mail ? mailStates[mail.state] : 'Unknown'}
          {mail?.settledAt && <span class="tracker-under">{momentInWords(mail.settledAt)}</span>}
        </>,
      ])}
    />
  );

const aboutOf = (reminders: readonly Reminder[]) =>
  reminders.map((reminder) => `${reminderAlone(reminder)}${roles[reminder.role]}`).join('; ');

const roles = { owner: '', manager: ', copied to the manager', chair: ', copied to the chair' } as const;

function recipientOf([first]: readonly Reminder[], contacts: Contacts): string {
  const recipient = contacts.get(first!.recipientId);
  return recipient ? personInWords(recipient, contacts) : 'Somebody no longer among the contacts';
}

/** Each mail as it was written. One that did not leave was never written. */
export const MailWords = (register: Register) => (
  <>
    {numbered(register).map(({ number, mail, reminders }) => {
      const content = register.contents.get(reminders[0]!.mailId);
      return (
        <section class="tracker-proof__mail">
          <h3 class="govuk-heading-s">{`Mail ${number}${content ? `: ${content.subject}` : ''}`}</h3>
          <SummaryList noBorder rows={factsOf(mail, reminders, register.contacts)} />
          {content ? (
            <div class="tracker-proof__words">{content.text}</div>
          ) : (
            <p class="govuk-body">It has not been sent, so it has no words.</p>
          )}
        </section>
      );
    })}
  </>
);

const factsOf = (mail: Mail | undefined, reminders: readonly Reminder[], contacts: Contacts) => [
  {
    key: 'To',
    value: `${recipientOf(reminders, contacts)}${mail?.recipientEmail ? ` (${mail.recipientEmail})` : ''}`,
  },
  {
    key: 'State',
    value: `${mail ? mailStates[mail.state] : 'Unknown'}${mail?.settledAt ? `, ${momentInWords(mail.settledAt)}` : ''}`,
  },
  ...(mail?.reason ? [{ key: 'Why', value: mail.reason }] : []),
  ...(mail?.messageId ? [{ key: 'The mail service’s reference', value: mail.messageId }] : []),
];
