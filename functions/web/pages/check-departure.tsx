import type { Context } from 'hono';
import { actingFor } from '../../../shared/domain/acting.ts';
import { type Contact, isLive } from '../../../shared/domain/contact.ts';
import { type DepartureInput, departed } from '../../../shared/domain/departure.ts';
import { SummaryList } from '../components/summary-list.tsx';
import { WarningText } from '../components/warning-text.tsx';
import { departureFields } from '../forms/departure-form.ts';
import type { PostedForm } from '../forms/posted-form.ts';
import { inWordsOr } from './contact-facts.tsx';
import { type Contacts, contactsNamed, personInWords } from './names.ts';
import { SaveOrChange } from './save-or-change.tsx';
import { type Site, show } from './site.tsx';

/** What recording a departure comes to, before it is saved: who has what from then on, and what stays as it is. */
export async function showCheckOfDeparture(
  c: Context,
  site: Site,
  leaving: Contact,
  { form, value }: { form: PostedForm; value: DepartureInput },
) {
  const contacts = await contactsNamed(site.table, [leaving.id, value.successorId]);
  return show(c, site, {
    title: 'Check before saving',
    current: '/contacts',
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <span class="govuk-caption-l">{leaving.name}</span>
          <h1 class="govuk-heading-l">Check before saving</h1>
          <SummaryList
            rows={[
              { key: 'Who leaves', value: personInWords(leaving, contacts) },
              { key: 'Who takes over', value: inWordsOr('Nobody yet', value.successorId, contacts) },
              ...(value.reason ? [{ key: 'Why', value: value.reason }] : []),
            ]}
          />
          <h2 class="govuk-heading-m">What happens next</h2>
          <WhatHappensNext leaving={leaving} successorId={value.successorId} contacts={contacts} />
          <SaveOrChange
            site={site}
            action={`/contacts/${leaving.id}/departure`}
            names={departureFields.map(({ name }) => name)}
            form={form}
          />
        </div>
      </div>
    ),
  });
}

type Next = { leaving: Contact; successorId: string | undefined; contacts: Contacts };

const WhatHappensNext = (props: Next) => {
  const { leaving, successorId, contacts } = props;
  const successor = contacts.get(successorId ?? '');
  if (!successor) return <WithoutSuccessor {...props} />;
  return (
    <ul class="govuk-list govuk-list--bullet">
      <li>{`${successor.name} has everything that ${leaving.name} had: as owner, manager, deputy and chair.`}</li>
      <li>{`From the next run on, ${successor.name} is written to. Mail that is planned and has not been sent goes to them as well.`}</li>
      <li>What was promised, and by when, stays as it is. What was sent before is not sent again.</li>
      <li>{`${leaving.name} is no longer written to and can no longer be chosen.`}</li>
    </ul>
  );
};

const WithoutSuccessor = ({ leaving, contacts }: Next) => {
  const acting = actingFor(departed(leaving, undefined), (id) => contacts.get(id));
  return (
    <>
      <ul class="govuk-list govuk-list--bullet">
        <li>{`${leaving.name} is no longer written to and can no longer be chosen.`}</li>
        {isLive(acting) && (
          <li>{`${acting.name}, the deputy, is written to instead until somebody takes over.`}</li>
        )}
        <li>It stands among the exceptions on the first page until you choose who takes over.</li>
      </ul>
      {!isLive(acting) && (
        <WarningText>{`Nobody is reminded of what ${leaving.name} owns until you choose who takes over.`}</WarningText>
      )}
    </>
  );
};
