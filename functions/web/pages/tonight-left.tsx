import type { Deadline } from '../../../shared/domain/deadline.ts';
import { skips } from '../../../shared/domain/night.ts';
import { ActionLink } from '../components/actions.tsx';
import { Table } from '../components/table.tsx';
import { type Contacts, ownerTrouble, recommendationHref } from './names.ts';
import type { Tonight } from './tonight-list.ts';

/** What is due a reminder that nobody can be sent, with the reason and the one thing to do about it; nothing where there is none. */
export const NobodyReminded = ({ left, contacts }: Pick<Tonight, 'left'> & { contacts: Contacts }) =>
  left.length === 0 ? null : (
    <section id="nobody">
      <h2 class="govuk-heading-m">Reminders that nobody can be sent</h2>
      {left.map((each) => (
        <>
          <Table
            caption={`${skips[each.skip]} (${each.count})`}
            captionSize="s"
            firstCellIsHeader
            columns={[{ text: 'Recommendation' }, { text: 'Why' }, { text: 'What to do' }]}
            rows={each.deadlines.map((deadline) => rowOf(deadline, contacts))}
          />
          {each.count > each.deadlines.length && (
            <p class="govuk-body">{`And ${each.count - each.deadlines.length} more.`}</p>
          )}
        </>
      ))}
    </section>
  );

function rowOf(deadline: Deadline, contacts: Contacts) {
  const name = `${deadline.reference} recommendation ${deadline.number}`;
  const link = (
    <a class="govuk-link" href={recommendationHref(deadline)}>
      {name}
    </a>
  );
  const of = `for ${name}`;
  const text = deadline.ownerId ? 'Choose another owner' : 'Choose an owner';
  const action = { text, href: `${recommendationHref(deadline)}/owner`, of };
  return [link, ownerTrouble(deadline.ownerId, contacts) ?? '', <ActionLink action={action} />];
}
