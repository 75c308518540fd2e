import { inWords as dayInWords } from '../../../shared/domain/day.ts';
import { countedDue, type Due, type DueNow } from '../../../shared/domain/retention-due.ts';

/** One thing that is due, by reference: this may be printed where not everybody may read names. */
export function inWords(due: Due): string {
  if ('mails' in due)
    return `The words of ${counted(due.mails.length, 'mail')} to contact ${due.contactId}, the last planned on ${dayInWords(due.lastOn)}`;
  return `Name, post and address of contact ${due.contact.id}, who left; nothing since ${dayInWords(due.lastOn)}`;
}

/** What was found in all, and what was done. */
export function summaryOf({ due, needed, later }: DueNow, applied: boolean): string {
  const { contacts, mails } = countedDue(due);
  const done = applied ? 'removed' : 'to be removed';
  return [
    `The details of ${counted(contacts, 'contact')} and the words of ${counted(mails, 'mail')} ${done}.`,
    `Of others who left, ${needed} are still needed and ${later} are kept until later.`,
    ...(applied || due.length === 0 ? [] : ['Nothing was changed. With --apply it is removed.']),
    '',
  ].join('\n');
}

const counted = (count: number, thing: string) =>
  `${count.toLocaleString('en-GB')} ${thing}${count === 1 ? '' : 's'}`;
