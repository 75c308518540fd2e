import type { Board } from '../../../../shared/domain/board.ts';
import type { Contact } from '../../../../shared/domain/contact.ts';
import { addMonths, asDay, type Day, inWords } from '../../../../shared/domain/day.ts';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/select.tsx';
import { personInWords } from '../names.ts';
import type { CalendarQuery } from './calendar-query.ts';

type Props = {
  query: CalendarQuery;
  today: Day;
  boards: readonly Board[];
  contacts: readonly Contact[];
};

/** What of the calendar to show. Sent as an address, so that it can be kept and passed on. */
export const CalendarFilter = ({ query, today, boards, contacts }: Props) => {
  const byId = new Map(contacts.map((each) => [each.id, each]));
  return (
    <form class="tracker-calendar-filter" method="get" action="/calendar" aria-label="What to show">
      <Select name="from" label="From" value={query.from} items={startsFor(query.from, today)} />
      <Select
        name="days"
        label="For"
        value={String(query.days)}
        items={[
          { value: '1', text: '1 day' },
          { value: '7', text: '7 days' },
          { value: '30', text: '30 days' },
          { value: '90', text: '90 days' },
        ]}
      />
      <Select
        name="board"
        label="Board"
        value={query.board ?? ''}
        items={[
          { value: '', text: 'All boards' },
          ...boards.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <Select
        name="owner"
        label="Owner"
        value={query.owner ?? ''}
        items={[
          { value: '', text: 'All owners' },
          ...contacts.map((each) => ({ value: each.id, text: personInWords(each, byId) })),
        ]}
      />
      <Button>Show</Button>
    </form>
  );
};

const monthsOffered = 12;

/** Today, the first of each of the coming months, and the day that is looked at. */
function startsFor(from: Day, today: Day) {
  const first = asDay(`${today.slice(0, 7)}-01`);
  const months = Array.from({ length: monthsOffered }, (_, index) => addMonths(first, index + 1));
  const days = [...new Set([today, from, ...months])].sort();
  return days.map((day) => ({ value: day, text: day === today ? `Today, ${inWords(day)}` : inWords(day) }));
}
