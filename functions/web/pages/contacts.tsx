import { Hono } from 'hono';
import type { Contact } from '../../../shared/domain/contact.ts';
import { listContacts } from '../../../shared/store/lists.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { isNamedAfterPost, personInWords } from './names.ts';
import { type Site, show } from './site.tsx';
import { Success, savedBefore } from './success.tsx';

const columns = [
  { text: 'Name' },
  { text: 'Email' },
  { text: 'Manager' },
  { text: 'Can be written to' },
  { text: 'History' },
];

/** Everybody who can be written to. */
export const contactsPages = (site: Site): Hono =>
  new Hono().get('/contacts', async (c) => {
    const contacts = await listContacts(site.table);
    const byId = new Map(contacts.map((each) => [each.id, each]));
    return show(c, site, {
      title: 'Contacts',
      current: '/contacts',
      children: (
        <>
          <Success of={savedBefore(c)}>
            <p class="govuk-body">They can now be chosen as the owner of a recommendation.</p>
          </Success>
          <h1 class="govuk-heading-l">Contacts</h1>
          <p class="govuk-body">
            The people who own recommendations, their managers and the chairs of boards.
          </p>
          <ButtonLink href="/contacts/new">Add a contact</ButtonLink>
          {contacts.length > 0 ? (
            <div class="tracker-contacts">
              <Table
                caption="Contacts"
                captionHidden
                columns={columns}
                rows={contacts.map((each) => cellsOf(each, byId.get(each.managerId ?? '')))}
              />
            </div>
          ) : (
            <p class="govuk-body">No contact has been added yet.</p>
          )}
        </>
      ),
    });
  });

const cellsOf = (contact: Contact, manager: Contact | undefined) => [
  <>
    <strong>{contact.name}</strong>
    {!isNamedAfterPost(contact) && <span class="tracker-under">{contact.post}</span>}
  </>,
  <span class="tracker-address">{contact.email}</span>,
  manager ? personInWords(manager) : 'None',
  reach(contact),
  <a class="govuk-link" href={`/contacts/${contact.id}/history`}>
    History <span class="govuk-visually-hidden">{`of ${contact.name}`}</span>
  </a>,
];

const troubles = { bounced: 'Mail does not arrive', complained: 'Marked our mail as unwanted' } as const;

function reach({ status, delivery }: Contact) {
  if (status === 'departed') return <Tag colour="magenta">Has left</Tag>;
  return delivery === 'ok' ? 'Yes' : <Tag colour="magenta">{troubles[delivery]}</Tag>;
}
