import { Hono } from 'hono';
import { contactId } from '../../../shared/domain/contact.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { historyOf } from '../../../shared/store/audit.ts';
import { chainKey, contactKey } from '../../../shared/store/keys.ts';
import { read } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';
import { findByAddress } from './addressed.ts';
import { FullHistory, namedIn } from './full-history.tsx';
import { contactsNamed, personInWords, recommendationHref } from './names.ts';
import { showRefusal, toCases } from './notice-page.tsx';
import { type Site, show } from './site.tsx';

/** The whole history of a recommendation and of a contact: each move with what was before and after, and whether any of it was altered. */
export const historyPages = (site: Site): Hono =>
  new Hono()
    .get('/cases/:caseId/recommendations/:number/history', async (c) => {
      const found = await findByAddress(site.table, c.req.param());
      if (isRefusal(found)) return showRefusal(c, site, found, toCases);
      const { reference, title, id } = found.file.learningCase;
      const { caseId, number } = found.entry.recommendation;
      const heading = `Recommendation ${number}`;
      return show(c, site, {
        title: `History of ${reference} recommendation ${number}`,
        current: '/cases',
        breadcrumbs: [
          { text: 'Cases', href: '/cases' },
          { text: reference, href: `/cases/${id}` },
          { text: heading, href: recommendationHref({ caseId, number }) },
          { text: 'History' },
        ],
        children: (
          <HistoryOf
            caption={`${reference}, ${title}`}
            heading={`History of recommendation ${number}`}
            {...(await gather(site.table, { caseId, number }))}
          />
        ),
      });
    })
    .get('/contacts/:id/history', async (c) => {
      const contact = await findContact(site.table, c.req.param('id'));
      if (isRefusal(contact)) return showRefusal(c, site, contact, toContacts);
      return show(c, site, {
        title: `History of ${contact.name}`,
        current: '/contacts',
        breadcrumbs: [{ text: 'Contacts', href: '/contacts' }, { text: contact.name }],
        children: (
          <HistoryOf
            caption={personInWords(contact)}
            heading={`History of ${contact.name}`}
            {...(await gather(site.table, { contactId: contact.id }))}
          />
        ),
      });
    });

type Gathered = Parameters<typeof FullHistory>[0];

async function gather(table: Table, of: Parameters<typeof chainKey>[0]): Promise<Gathered> {
  const history = await historyOf(table, chainKey(of));
  return { history, contacts: await contactsNamed(table, namedIn(history)) };
}

const HistoryOf = ({ caption, heading, ...gathered }: Gathered & { caption: string; heading: string }) => (
  <>
    <span class="govuk-caption-l">{caption}</span>
    <h1 class="govuk-heading-l">{heading}</h1>
    <FullHistory {...gathered} />
  </>
);

const toContacts = { text: 'See all contacts', href: '/contacts' };

const noSuchContact: Refusal = refuse('unknown-person', 'There is no such contact');

const findContact = async (table: Table, id: string) =>
  (contactId.safeParse(id).success && (await read(table, 'contact', contactKey(id)))) || noSuchContact;
