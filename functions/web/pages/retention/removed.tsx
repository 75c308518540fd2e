import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { ButtonLink } from '../../components/button-link.tsx';
import { Panel } from '../../components/panel.tsx';
import { Table } from '../../components/table.tsx';
import type { Outcome, RemovedNow } from '../../moves/remove-confirmed.ts';
import { type Contacts, contactsNamed } from '../names.ts';
import { counted } from '../recommendations/found-words.ts';
import { type Site, show } from '../site.tsx';
import { retentionCrumbs, retentionPath } from './due.tsx';
import { NameOf } from './due-table.tsx';

/** What was removed, what was left alone and why, and how much more is due. */
export async function showRemoved(c: Context, site: Site, { outcomes, left }: RemovedNow) {
  const contacts = await contactsNamed(
    site.table,
    outcomes.map(({ contactId }) => contactId),
  );
  const alone = outcomes.filter(({ refused }) => refused);
  const removed = outcomes.length - alone.length;
  const [said, more] = [`${counted(removed)} removed`, left > 0 ? `${counted(left)} left` : 'Nothing left'];
  return show(c, site, {
    title: `${removed > 0 ? said : 'Nothing was removed'}, ${more.toLowerCase()}`,
    breadcrumbs: [...retentionCrumbs, { text: 'Removed' }],
    children: (
      <>
        {removed > 0 ? (
          <Panel title={said}>{more}</Panel>
        ) : (
          <h1 class="govuk-heading-l">{`Nothing was removed, ${more.toLowerCase()}`}</h1>
        )}
        {removed > 0 && (
          <p class="govuk-body">The history of each contact says that it was removed, by whom and when.</p>
        )}
        {alone.length > 0 && <LeftAlone alone={alone} contacts={contacts} />}
        {left > 0 ? (
          <ButtonLink href={retentionPath}>See what is left</ButtonLink>
        ) : (
          <p class="govuk-body">
            <a class="govuk-link" href={retentionPath}>
              Back to what is kept, and for how long
            </a>
          </p>
        )}
      </>
    ),
  });
}

const kept = { details: 'Name, post and address', words: 'The words of mails' } as const;

const LeftAlone = ({ alone, contacts }: { alone: readonly Outcome[]; contacts: Contacts }) => (
  <Table
    caption={`${counted(alone.length)} left alone`}
    captionSize="m"
    firstCellIsHeader
    columns={[{ text: 'Contact' }, { text: 'What stayed' }, { text: 'Why' }]}
    rows={alone.map(({ contactId, what, refused }): Child[] => [
      <NameOf contactId={contactId} contacts={contacts} />,
      kept[what],
      refused!.message,
    ])}
  />
);
