import { Hono } from 'hono';
import type { Contact } from '../../../shared/domain/contact.ts';
import { listContacts } from '../../../shared/store/lists.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { Table } from '../components/table.tsx';
import { inWordsOr, reachOf } from './contact-facts.tsx';
import { type Contacts, isNamedAfterPost } from './names.ts';
import { type Site, show } from './site.tsx';
import { Success, savedBefore } from './success.tsx';

const columns = [{ text: 'Name' }, { text: 'Email' }, { text: 'Manager' }, { text: 'Can be written to' }];

/** Everybody who can be written to. */
export const contactsPages = (site: Site): Hono =>
  new Hono().get('/contacts', async (c) => {
    const known = await listContacts(site.table);
    const byId = new Map(known.map((each) => [each.id, each]));
    const contacts = known.filter(({ detailsRemovedOn }) => !detailsRemovedOn);
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
                rows={contacts.map((each) => cellsOf(each, byId))}
              />
            </div>
          ) : (
            <p class="govuk-body">No contact has been added yet.</p>
          )}
        </>
      ),
    });
  });

const cellsOf = (contact: Contact, contacts: Contacts) => [
  <>
    <a class="govuk-link govuk-!-font-weight-bold" href={`/contacts/${contact.id}`}>
      {contact.name}
    </a>
    {!isNamedAfterPost(contact) && <span class="tracker-under">{contact.post}</span>}
  </>,
  <span class="tracker-address">{contact.email}</span>,
  inWordsOr('None', contact.managerId, contacts),
  reachOf(contact, contacts),
];
