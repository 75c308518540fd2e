import type { Contact } from './contact.ts';
import { inWordsWithWeekday } from './day.ts';
import type { Exception } from './exception.ts';
import { asInstant, londonDay } from './london.ts';
import type { Mail } from './mail.ts';
import { personInWords } from './person-in-words.ts';

/** The records that exceptions speak of, as far as they could be read. */
export type Named = {
  cases: ReadonlyMap<string, { reference: string }>;
  contacts: ReadonlyMap<string, Contact>;
  mails: ReadonlyMap<string, Mail>;
};

/**
 * What an exception is about, in words: '2019/127918 recommendation 2', 'Jane Smith, Head of Training', or a mail by what people know of it.
 *
 * @example 'Mail of Friday 20 November 2020 to Jane Smith, Head of Training: “2019/127918 recommendation 2: update due tomorrow”'
 */
export function aboutInWords(
  { caseId, number, contactId: of, mailId }: Pick<Exception, 'caseId' | 'number' | 'contactId' | 'mailId'>,
  named: Named,
): string {
  if (caseId !== undefined) return recommendationInWords({ caseId, number: number! }, named);
  const person = named.contacts.get(of!);
  const words = person ? personInWords(person, named.contacts) : 'Somebody no longer among the contacts';
  if (mailId === undefined) return words;
  const mail = named.mails.get(mailId);
  return mail ? mailInWords(mail, words, named) : `Mail to ${words}`;
}

const recommendationInWords = (
  { caseId, number }: { caseId: string; number: number },
  { cases }: Pick<Named, 'cases'>,
) => `${cases.get(caseId)?.reference ?? caseId} recommendation ${number}`;

const mostNamed = 5;

/** By the day it was sent, or was to be, by whom it is for, and by its subject, which names the first recommendation it reminds of. */
function mailInWords({ claimedAt, plannedOn, subject, lines }: Mail, to: string, named: Named): string {
  const on = claimedAt === undefined ? plannedOn : londonDay(asInstant(claimedAt));
  const mail = `Mail of ${inWordsWithWeekday(on)} to ${to}`;
  const all = [...new Set(lines.map((line) => recommendationInWords(line, named)))];
  const others = all.filter((each) => !subject?.startsWith(`${each}:`));
  const more = others.length > mostNamed ? ` and ${others.length - mostNamed} more` : '';
  const list = `${others.slice(0, mostNamed).join(', ')}${more}`;
  if (subject === undefined) return `${mail} about ${list}`;
  return `${mail}: “${subject}”${others.length > 0 ? `, also about ${list}` : ''}`;
}
