import { inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { Details } from '../components/details.tsx';
import { latestFirst, type Mails } from '../pages/reminder-table.tsx';
import { reminderAlone } from '../pages/stage-words.ts';
import type { MyItem } from './my-item.ts';

/** What was written to whoever looks at it; what was written to others is theirs. */
export const MailsToYou = ({ mails, item }: { mails: Mails; item: MyItem }) => {
  const left = item.entry.reminders.filter(({ mailId }) =>
    ['SENT', 'DELIVERED', 'NO_CONFIRMATION'].includes(mails.get(mailId)?.state ?? ''),
  );
  return left.length === 0 ? null : (
    <Details
      summary={left.length === 1 ? 'One mail was sent to you' : `${left.length} mails were sent to you`}
    >
      <ul class="govuk-list govuk-list--bullet">
        {latestFirst(left).map((each) => (
          <li>{`${inWordsWithWeekday(each.plannedOn)}: ${reminderAlone(each)}`}</li>
        ))}
      </ul>
    </Details>
  );
};
