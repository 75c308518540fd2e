import { Hono } from 'hono';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { type AboutContact, aboutContact, type Held } from '../../../shared/store/about-contact.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { Details } from '../components/details.tsx';
import { InsetText } from '../components/inset-text.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { findContactAt, toContacts } from './addressed.ts';
import { type Contacts, contactsNamed } from './names.ts';
import { showNotFound, showRefusal } from './notice-page.tsx';
import { fieldInWords, isShown, kindInWords, valueInWords } from './record-words.ts';
import { type Site, show } from './site.tsx';

/** Everything that is held about a contact, for whoever asks what is known of them: to be read, and as a file. */
export const everythingPages = (site: Site): Hono =>
  new Hono()
    .get('/contacts/:id/everything', async (c) => {
      const contact = await findContactAt(site.table, c.req.param('id'));
      if (isRefusal(contact)) return showRefusal(c, site, contact, toContacts);
      const { id, name } = contact;
      const about = await aboutContact(site.table, id, site.clock.now());
      const contacts = await contactsNamed(site.table, [id, contact.managerId, contact.deputyId]);
      return show(c, site, {
        title: `Everything held about ${name}`,
        current: '/contacts',
        breadcrumbs: [
          { text: 'Contacts', href: '/contacts' },
          { text: name, href: `/contacts/${id}` },
          { text: 'Everything held' },
        ],
        children: <Everything {...about!} contacts={contacts} />,
      });
    })
    .get('/contacts/:id/everything.json', async (c) => {
      const gatheredAt = site.clock.now();
      const about = await aboutContact(site.table, c.req.param('id'), gatheredAt);
      if (!about) return showNotFound(c, site);
      c.header('content-disposition', `attachment; filename="contact-${about.contact.id}.json"`);
      return c.body(JSON.stringify({ gatheredAt, ...about }, null, 2), 200, {
        'content-type': 'application/json',
      });
    });

const Everything = ({ contact, held, contacts }: AboutContact & { contacts: Contacts }) => (
  <>
    <h1 class="govuk-heading-l">{`Everything held about ${contact.name}`}</h1>
    <p class="govuk-body">
      {`${held.length} ${held.length === 1 ? 'record names' : 'records name'} them, by their place among the contacts, their address or their name.`}
    </p>
    <InsetText>
      Look through it before you give it to anybody. A record may name others as well, and one that only has
      the name may mean somebody else who is called the same.
    </InsetText>
    <ButtonLink href={`/contacts/${contact.id}/everything.json`}>Download as a file</ButtonLink>
    {[...Map.groupBy(held, ({ record }) => record)].map(([record, all]) => (
      <section>
        <h2 class="govuk-heading-m">{`${kindInWords(record)} (${all.length})`}</h2>
        {all.map((each) => (
          <One {...each} contacts={contacts} />
        ))}
      </section>
    ))}
  </>
);

const ways = { id: 'their place among the contacts', address: 'their address', name: 'their name' } as const;

/** Which record of its kind: of which recommendation, or else its own reference; and when, where it says so. */
function whichOne({ caseId, number, id, mailId, importId, ...says }: Held['says']): string {
  const of = caseId ? `${caseId}${number ? ` recommendation ${number}` : ''}` : (id ?? mailId ?? importId);
  const when = says.plannedOn ?? says.at ?? says.startedAt;
  return [of, when && valueInWords('at', when, new Map())].filter(Boolean).join(', ');
}

// Proves that a history is whole, and counts for the table: the file has it.
const forMachines = ['hash', 'previous', 'left', 'expiresAt'];

const One = ({ namedBy, says, contacts }: Held & { contacts: Contacts }) => (
  <Details summary={`${whichOne(says)}, by ${namedBy.map((way) => ways[way]).join(', ')}`}>
    <SummaryList
      rows={Object.entries(says)
        .filter(([field]) => isShown(field) && !forMachines.includes(field))
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([field, value]) => ({ key: fieldInWords(field), value: valueInWords(field, value, contacts) }))}
    />
  </Details>
);
