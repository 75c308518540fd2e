import type { Child } from 'hono/jsx';
import { liaisonTeamId } from '../../../../shared/domain/contact.ts';
import type { Row } from '../../../../shared/domain/row.ts';
import { listCases, listContacts } from '../../../../shared/store/lists.ts';
import { ButtonLink } from '../../components/button-link.tsx';
import type { Site } from '../site.tsx';

/** What to do where nothing needs attention: at first to enter whom and what there is. */
export async function nothingPressing({ table }: Site, rows: readonly Row[]): Promise<Child> {
  const [everyone, hasCases] = await Promise.all([
    listContacts(table),
    rows.length > 0 || listCases(table).then(({ items }) => items.length > 0),
  ]);
  const hasContacts = everyone.some(({ id }) => id !== liaisonTeamId);
  if (hasContacts && hasCases) {
    return (
      <p class="govuk-body-l">Nothing needs attention today. What comes due is shown here 14 days ahead.</p>
    );
  }
  return (
    <>
      <p class="govuk-body-l">Nothing needs attention, because nothing can be due yet. Do this first:</p>
      <ol class="govuk-list govuk-list--number">
        {!hasContacts && <li>Add the people who own recommendations, so that they can be written to.</li>}
        <li>Record a case, then its recommendations.</li>
      </ol>
      <div class="govuk-button-group">
        {!hasContacts && <ButtonLink href="/contacts/new">Add a contact</ButtonLink>}
        <ButtonLink href="/cases/new" {...(hasContacts ? {} : { variant: 'secondary' as const })}>
          Record a case
        </ButtonLink>
      </div>
    </>
  );
}
