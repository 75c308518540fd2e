import { actingFor } from '../../../shared/domain/acting.ts';
import { type Contact, isLive } from '../../../shared/domain/contact.ts';
import type { SummaryRow } from '../components/summary-list.tsx';
import { Tag } from '../components/tag.tsx';
import { type Contacts, personInWords } from './names.ts';

/** What is known of a contact, as rows. */
export const contactRows = (contact: Contact, contacts: Contacts): SummaryRow[] => [
  ...(contact.kind === 'team' ? [{ key: 'Kind', value: 'Team mailbox, greeted as “Dear colleagues”' }] : []),
  { key: contact.kind === 'team' ? 'What it is for' : 'Post', value: contact.post },
  { key: 'Email', value: contact.email },
  { key: 'Can be written to', value: reachOf(contact, contacts) },
  ...(contact.successorId
    ? [{ key: 'Who took over', value: inWordsOr('Nobody', contact.successorId, contacts) }]
    : []),
  { key: 'Manager', value: inWordsOr('None', contact.managerId, contacts) },
  { key: 'Deputy', value: inWordsOr('None', contact.deputyId, contacts) },
];

/** A contact in words, or what having none is called. */
export function inWordsOr(none: string, id: string | undefined, contacts: Contacts): string {
  const contact = contacts.get(id ?? '');
  return contact ? personInWords(contact, contacts) : none;
}

const troubles = { bounced: 'Mail does not arrive', complained: 'Marked our mail as unwanted' } as const;

/** Whether a contact can be written to, and who is instead where they cannot. */
export function reachOf(contact: Contact, contacts: Contacts) {
  const { status, delivery } = contact;
  if (status === 'active' && delivery === 'ok') return 'Yes';
  const acting = actingFor(contact, (id) => contacts.get(id));
  return (
    <>
      <Tag colour="magenta">
        {status === 'departed' || delivery === 'ok' ? 'Has left' : troubles[delivery]}
      </Tag>
      <span class="tracker-under">{isLive(acting) ? `${acting.name} acts` : 'Nobody acts'}</span>
    </>
  );
}
