import { Hono } from 'hono';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { type AboutContact, aboutContact, type Held } from '../../../shared/store/about-contact.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { InsetText } from '../components/inset-text.tsx';
import { findContactAt, toContacts } from './addressed.ts';
import { showNotFound, showRefusal } from './notice-page.tsx';
import { kindInWords, valueInWords } from './record-words.ts';
import { type Site, show } from './site.tsx';

/** Everything that is held about a contact, for whoever asks what is known of them: to be read, and as a file. */
export const everythingPages = (site: Site): Hono =>
  new Hono()
    .get('/contacts/:id/everything', async (c) => {
      const contact = await findContactAt(site.table, c.req.param('id'));
      if (isRefusal(contact)) return showRefusal(c, site, contact, toContacts);
      const { id, name } = contact;
      const about = await aboutContact(site.table, id, site.clock.now());
      return show(c, site, {
        title: `Everything held about ${name}`,
        current: '/contacts',
        breadcrumbs: [
          { text: 'Contacts', href: '/contacts' },
          { text: name, href: `/contacts/${id}` },
          { text: 'Everything held' },
        ],
        children: <Everything {...about!} />,
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

const Everything = ({ contact, held }: AboutContact) => (
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
        <ul class="govuk-list govuk-list--bullet">
          {all.slice(0, mostShown).map((each) => (
            <li>
              <Which {...each} />
            </li>
          ))}
          {all.length > mostShown && <li>{`and ${all.length - mostShown} more, in the file`}</li>}
        </ul>
      </section>
    ))}
  </>
);

/** The file has every one, with all it says; so many of a kind show what there is. */
const mostShown = 20;

const ways = { id: 'their place among the contacts', address: 'their address', name: 'their name' } as const;

/** Which record of its kind: of which recommendation, or else its own reference; when, where it says so; and by what it names them. */
const Which = ({ record, says, namedBy }: Held) => {
  const { caseId, number, id, mailId, importId } = says;
  const of = caseId ? `${caseId}${number ? ` recommendation ${number}` : ''}` : (id ?? mailId ?? importId);
  const when = says.plannedOn ?? says.at ?? says.startedAt;
  const words = [of, when && valueInWords('at', when, new Map())].filter(Boolean).join(', ');
  const href = pageOf(record, says);
  return (
    <>
      {href ? (
        <a class="govuk-link" href={href}>
          {words}
        </a>
      ) : (
        words
      )}
      {` (by ${namedBy.map((way) => ways[way]).join(', ')})`}
    </>
  );
};

/** Where somebody can read it. */
function pageOf(record: string, { caseId, number, id, mailId, importId }: Held['says']): string | undefined {
  if (caseId) return `/cases/${caseId}${number ? `/recommendations/${number}` : ''}`;
  if (record === 'mail' || record === 'content') return `/mails/${encodeURIComponent(String(mailId ?? id))}`;
  if (record === 'contact' || record === 'board') return `/${record}s/${id}`;
  return importId ? `/lists/${importId}` : undefined;
}
