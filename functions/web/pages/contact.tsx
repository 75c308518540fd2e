import { Hono } from 'hono';
import { actingFor } from '../../../shared/domain/acting.ts';
import { type Contact, liaisonTeamId } from '../../../shared/domain/contact.ts';
import { inWords } from '../../../shared/domain/day.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { seesAll } from '../../../shared/domain/scope.ts';
import { mayDo } from '../../../shared/domain/staff.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { findContactAt, toContacts } from './addressed.ts';
import { contactRows } from './contact-facts.tsx';
import { contactsNamed } from './names.ts';
import { showRefusal } from './notice-page.tsx';
import { listHref } from './recommendations/list-href.ts';
import { type Site, show } from './site.tsx';
import { Success, savedBefore } from './success.tsx';

/** One contact: their post, whether mail reaches them, and who acts for them. */
export const contactPages = (site: Site): Hono =>
  new Hono().get('/contacts/:id', async (c) => {
    const contact = await findContactAt(site.table, c.req.param('id'));
    if (isRefusal(contact)) return showRefusal(c, site, contact, toContacts);
    const contacts = await contactsNamed(site.table, [contact.id, contact.managerId, contact.deputyId]);
    const saved = savedBefore(c);
    const acting = actingFor(contact, (id) => contacts.get(id));
    return show(c, site, {
      title: contact.name,
      current: '/contacts',
      breadcrumbs: [{ text: 'Contacts', href: '/contacts' }, { text: contact.name }],
      children: (
        <>
          <Success of={saved}>
            {saved === 'handed-over' && (
              <p class="govuk-body">{`${acting.name} is written to from the next run on.`}</p>
            )}
            {saved === 'return' && <p class="govuk-body">{afterReturn(contact)}</p>}
          </Success>
          <h1 class="govuk-heading-l">{contact.name}</h1>
          <SummaryList rows={contactRows(contact, contacts)} />
          <Actions {...contact} />
          <p class="govuk-body">
            <a class="govuk-link" href={listHref({ owner: contact.id })}>
              Recommendations of this contact
            </a>
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href={`/contacts/${contact.id}/history`}>
              History of this contact
            </a>
          </p>
          {mayDo(site.person.role, 'administrator') && seesAll(site.person.scope) && (
            <p class="govuk-body">
              <a class="govuk-link" href={`/contacts/${contact.id}/everything`}>
                Everything held about this contact
              </a>
            </p>
          )}
        </>
      ),
    });
  });

const afterReturn = ({ name, delivery }: Contact): string =>
  delivery === 'ok'
    ? `${name} is written to from the next run on.`
    : `Mail to ${name} did not arrive before. Change the address, or clear the exception on the first page if it works again.`;

const Actions = ({ id, kind, status, successorId, detailsRemovedOn }: Contact) => {
  if (detailsRemovedOn)
    return <p class="govuk-body">{`Name, post and address were removed on ${inWords(detailsRemovedOn)}.`}</p>;
  if (status === 'departed') {
    return (
      <div class="govuk-button-group">
        <ButtonLink
          href={`/contacts/${id}/departure`}
          {...(successorId ? { variant: 'secondary' as const } : {})}
        >
          {successorId ? 'Choose somebody else to take over' : 'Choose who takes over'}
        </ButtonLink>
        <ButtonLink href={`/contacts/${id}/return`} variant="secondary">
          Record that they have come back
        </ButtonLink>
      </div>
    );
  }
  if (id === liaisonTeamId)
    return <p class="govuk-body">It is kept as the settings of the tracker name it.</p>;
  return (
    <div class="govuk-button-group">
      <ButtonLink href={`/contacts/${id}/change`}>Change</ButtonLink>
      {kind === 'person' && (
        <ButtonLink href={`/contacts/${id}/departure`} variant="secondary">
          Record that they have left
        </ButtonLink>
      )}
    </div>
  );
};
