import type { Child } from 'hono/jsx';
import { inWords } from '../../../../shared/domain/day.ts';
import { contactOfDue, countedDue, type Due } from '../../../../shared/domain/retention-due.ts';
import { Table } from '../../components/table.tsx';
import { type Contacts, isNamedAfterPost } from '../names.ts';
import { counted } from '../recommendations/found-words.ts';

const many = (count: number, thing: string) => `${counted(count)} ${thing}${count === 1 ? '' : 's'}`;

/** @example 'the details of 1 contact and the words of 12 mails' */
export function dueInWords(due: readonly Due[]): string {
  const { contacts, mails } = countedDue(due);
  return [
    ...(contacts > 0 ? [`the details of ${many(contacts, 'contact')}`] : []),
    ...(mails > 0 ? [`the words of ${many(mails, 'mail')}`] : []),
  ].join(' and ');
}

/** Each thing that is due: what it is, whose, and why its time is over. */
export const DueTable = (props: {
  caption: string;
  captionHidden: boolean;
  due: readonly Due[];
  contacts: Contacts;
}) => (
  <Table
    caption={props.caption}
    captionHidden={props.captionHidden}
    captionSize="m"
    firstCellIsHeader
    columns={[{ text: 'Contact' }, { text: 'What goes' }, { text: 'Why now' }]}
    rows={props.due.map((each): Child[] => [
      <NameOf contactId={contactOfDue(each)} contacts={props.contacts} />,
      'mails' in each
        ? `The words of ${many(each.mails.length, 'mail')}, and the address`
        : 'Name, post and address',
      <Why due={each} />,
    ])}
  />
);

/** A contact by their name, as a link to their page. */
export const NameOf = ({ contactId, contacts }: { contactId: string; contacts: Contacts }) => {
  const contact = contacts.get(contactId);
  return contact ? (
    <>
      <a class="govuk-link" href={`/contacts/${contactId}`}>
        {contact.name}
      </a>
      {!isNamedAfterPost(contact) && <span class="tracker-under">{contact.post}</span>}
    </>
  ) : (
    <>Somebody no longer among the contacts</>
  );
};

const Why = ({ due }: { due: Due }) => {
  if ('contact' in due) return <>{`Left, and nothing with them since ${inWords(due.lastOn)}`}</>;
  const { mails, firstOn, lastOn } = due;
  return (
    <>
      {'Planned '}
      {mails.length > 1 && (
        <>
          {'from '}
          <MailOf id={mails[0]!.id} on={inWords(firstOn)} />
          {' to '}
        </>
      )}
      {mails.length === 1 && 'on '}
      <MailOf id={mails.at(-1)!.id} on={inWords(lastOn)} />
    </>
  );
};

const MailOf = ({ id, on }: { id: string; on: string }) => (
  <a class="govuk-link tracker-one-line" href={`/mails/${id}`}>
    <span class="govuk-visually-hidden">{'Mail of '}</span>
    {on}
  </a>
);
