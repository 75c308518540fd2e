import type { Child } from 'hono/jsx';
import { type Day, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { holdOn } from '../../../shared/domain/hold.ts';
import { movedWords } from '../../../shared/mail/moved-words.ts';
import type { DeadlineView } from '../case-view.ts';
import type { SummaryRow } from '../components/summary-list.tsx';
import { dutyAt } from '../moves/find-duty.ts';
import { asSentence, fromDue } from './deadline-words.ts';
import { type Contacts, dutyHref, ownerTrouble, personInWords } from './names.ts';
import { plannedStage } from './stage-words.ts';

/** The dates of a deadline, how they were reached, and when somebody is next written to about it. */
export function deadlineRows(deadline: DeadlineView, today: Day, contacts: Contacts): SummaryRow[] {
  const { opensOn, dueOn, lateAfterOn, pausedOn, moved, metOn, working, kind, lawOn, publishedOn } = deadline;
  const isOver = deadline.state !== 'open';
  return [
    ...(opensOn ? [{ key: 'Window opens', value: inWordsWithWeekday(opensOn) }] : []),
    ...(dueOn ? [{ key: dueKeys[kind], value: dueWords(deadline, today) }] : []),
    ...(lateAfterOn && lateAfterOn !== dueOn
      ? [{ key: 'Late after', value: inWordsWithWeekday(lateAfterOn) }]
      : []),
    ...(kind === 'response' && lawOn && publishedOn ? bothDates(lawOn, publishedOn) : []),
    ...(pausedOn ? [{ key: 'Paused since', value: inWordsWithWeekday(pausedOn) }] : []),
    ...heldRows(deadline, today),
    ...(moved > 0 ? [{ key: 'Moved', value: movedWords(deadline) }] : []),
    ...(metOn ? [{ key: metKeys[kind], value: inWordsWithWeekday(metOn) }] : []),
    ...(working.length > 0 ? [{ key: 'How this is reached', value: <Working working={working} /> }] : []),
    ...(isOver ? [] : [{ key: 'Next reminder', value: nextReminder(deadline, contacts) }]),
  ];
}

function heldRows(deadline: DeadlineView, today: Day): SummaryRow[] {
  const hold = holdOn(deadline, today);
  if (!hold) return [];
  const value = `Until ${inWordsWithWeekday(hold.until)}, by ${hold.by}: “${hold.why}”`;
  const release = { text: 'Release', href: `${dutyHref(dutyAt(deadline))}/release`, of: 'reminders' };
  return [{ key: 'Reminders held back', value, actions: [release] }];
}

// Both stand there by name, because reminders go by the earlier and lateness by the later.
const bothDates = (lawOn: Day, publishedOn: Day): SummaryRow[] => [
  { key: 'Last day by law', value: inWordsWithWeekday(lawOn) },
  { key: 'Asked for on the page by', value: inWordsWithWeekday(publishedOn) },
];

const dueKeys = { response: 'Response due', update: 'Last day', publication: 'To be published by' } as const;
const metKeys = { response: 'Responded', update: 'Update received', publication: 'Published' } as const;

function dueWords(deadline: DeadlineView, today: Day): string {
  const due = inWordsWithWeekday(deadline.dueOn!);
  return deadline.state !== 'open' || deadline.pausedOn !== null
    ? due
    : `${due}, ${fromDue(deadline, today)}`;
}

const Working = ({ working }: { working: readonly string[] }) => (
  <>
    {working.map((sentence) => (
      <p class="tracker-working">{asSentence(sentence)}</p>
    ))}
  </>
);

/** 'Friday 19 February 2021 to Jane Smith, Head of Training (1 day before it is due)', or why nobody is written to. */
function nextReminder({ nextMail, ownerId, kind }: DeadlineView, contacts: Contacts): Child {
  const trouble = ownerTrouble(ownerId, contacts);
  const owner = contacts.get(ownerId ?? '');
  if (trouble || !nextMail || !owner) return `None. ${trouble ?? 'Nobody owns it'}, so nobody is written to.`;
  return `${inWordsWithWeekday(nextMail.on)} to ${personInWords(owner, contacts)} (${plannedStage(nextMail.stage, kind)})`;
}
