import { inWordsWithWeekday } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { skips } from '../../../shared/domain/night.ts';
import { ActionLink } from '../components/actions.tsx';
import { Table } from '../components/table.tsx';
import { dutyAt } from '../moves/find-duty.ts';
import { type Contacts, dutyHref, ownerTrouble, recommendationHref } from './names.ts';
import type { LeftOut, Tonight } from './tonight-list.ts';

/** Those who would be due a reminder and get none, with the reason and the one thing to do about it; nothing where there are none. */
export const NobodyReminded = ({ left, contacts }: Tonight & { contacts: Contacts }) =>
  left.length === 0 ? null : (
    <section id="nobody">
      <h2 class="govuk-heading-m">Reminders that nobody gets</h2>
      {left.map((each) => (
        <>
          <Table
            caption={`${skips[each.skip]} (${each.count})`}
            captionSize="s"
            firstCellIsHeader
            columns={[{ text: 'Recommendation' }, { text: 'Why' }, { text: 'What to do' }]}
            rows={each.deadlines.map((deadline) => rowOf(each, deadline, contacts))}
          />
          {each.count > each.deadlines.length && (
            <p class="govuk-body">{`And ${each.count - each.deadlines.length} more.`}</p>
          )}
        </>
      ))}
    </section>
  );

function rowOf({ skip }: LeftOut, deadline: Deadline, contacts: Contacts) {
  const name = `${deadline.reference} recommendation ${deadline.number}`;
  const link = (
    <a class="govuk-link" href={recommendationHref(deadline)}>
      {name}
    </a>
  );
  const of = `for ${name}`;
  if (skip === 'held') {
    const { hold } = deadline;
    const action = { text: 'Release', href: `${dutyHref(dutyAt(deadline))}/release`, of };
    const why = hold ? `Until ${inWordsWithWeekday(hold.until)}: “${hold.why}”` : '';
    return [link, why, <ActionLink action={action} />];
  }
  const text = deadline.ownerId ? 'Choose another owner' : 'Choose an owner';
  const action = { text, href: `${recommendationHref(deadline)}/owner`, of };
  return [link, ownerTrouble(deadline.ownerId, contacts) ?? '', <ActionLink action={action} />];
}
