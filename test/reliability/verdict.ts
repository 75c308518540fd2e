import { accountOf } from '../../shared/domain/account.ts';
import type { Exception } from '../../shared/domain/exception.ts';
import type { Mail } from '../../shared/domain/mail.ts';
import type { Night } from '../../shared/domain/night.ts';
import { fromItem, type Item } from '../../shared/store/records.ts';
import type { Accepted } from './mail-service.ts';
import { reminderName } from './story.ts';

/** What became of the reminders of one run. Exactly once is all of them once and nothing else wrong. */
export type Verdict = {
  lost: string[];
  /** Reminders the mail service took more than once, once for each time too many. */
  duplicates: string[];
  /** Not sent, or not known to be, and on the list of exceptions for a person to look at. */
  parked: string[];
  /** Any other promise that was broken. */
  wrong: string[];
};

export type Expected = { name: string; reference?: string; optional?: boolean };

/** Judges a run by what the mail service took, and a reminder it never took by whether a person was told. */
export function judge(accepted: Accepted[], expected: Expected[], items: Item[], faults: number): Verdict {
  const verdict: Verdict = { lost: [], duplicates: [], parked: [], wrong: [] };
  const leftToPeople = parkedIn(items);
  const taken = accepted.flatMap(({ reminders }) => reminders);
  for (const { name, optional } of expected) {
    const copies = taken.filter((each) => each === name).length;
    for (let extra = 1; extra < copies; extra++) verdict.duplicates.push(name);
    if (copies > 0 || optional) continue;
    (leftToPeople.has(name) ? verdict.parked : verdict.lost).push(name);
  }
  const known = new Map(expected.map((each) => [each.name, each]));
  for (const { reminders, letter } of accepted) {
    const words = letter.replaceAll('=\r\n', '');
    for (const name of reminders) {
      const reminder = known.get(name);
      if (!reminder) verdict.wrong.push(`Nobody expected ${name}`);
      else if (reminder.reference && !words.includes(reminder.reference))
        verdict.wrong.push(`The letter does not speak of ${name}`);
    }
  }
  verdict.wrong.push(...unexplainedIn(items, faults));
  return verdict;
}

/**
 * Runs whose account leaves something unexplained. Under two faults one mail may be: the reply to its writing was lost and the look at what
 * was written failed as well. The run then says that it could not write it, so that somebody is told.
 */
function unexplainedIn(items: Item[], faults: number): string[] {
  const mails = read(items, 'mail') as Mail[];
  const nights = (read(items, 'night') as Night[]).filter(({ finishedAt }) => finishedAt);
  return nights.flatMap((night) => {
    const own = mails.filter(({ nightId }) => nightId === night.id);
    const { unexplained } = accountOf(night, own);
    const excused = faults > 1 && night.failed > 0 ? 1 : 0;
    return unexplained > excused ? [`The account of ${night.id} leaves ${unexplained} unexplained`] : [];
  });
}

const read = <K extends 'mail' | 'exception' | 'night'>(items: Item[], kind: K) =>
  items.filter(({ record }) => record === kind).map((item) => fromItem(kind, item));

/** Reminders of mails that a person must look at, where there is an exception that says so. */
function parkedIn(items: Item[]): Set<string> {
  const raised = new Set((read(items, 'exception') as Exception[]).map(({ mailId }) => mailId));
  const mails = (read(items, 'mail') as Mail[]).filter(
    ({ id, state }) => state === 'NEEDS_HUMAN' && raised.has(id),
  );
  return new Set(
    mails.flatMap(({ lines, recipientId }) => lines.map((line) => reminderName(line, recipientId))),
  );
}
