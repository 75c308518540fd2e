import { asDay, inWords, weekday } from '../../../shared/domain/day.ts';
import { standings } from '../../../shared/domain/standing.ts';
import type { Happening, Standings } from './replay.ts';

/** One happening as lines of a table that a person reads. */
export function printed(happening: Happening): string {
  switch (happening.type) {
    case 'assumption':
      return `Essex Police, September 2020: one real case, replayed.\n${happening.text}\n\n`;
    case 'recorded':
      return `${dated(happening.date)}  ${happening.what} recorded\n${inColumn(`Now: ${standing(happening.standing)}`)}`;
    case 'deadline':
      return inColumn(`Recommendation ${happening.recommendation}: ${happening.working.join('; ')}`);
    case 'mail':
      return mailRow(happening);
    case 'end':
      return `\n${happening.nights} nights, ${happening.mails} mails. In the end: ${standing(happening.standing)}\n`;
  }
}

function mailRow({
  date,
  recipient,
  reminders,
  subject,
  standing: now,
}: Extract<Happening, { type: 'mail' }>): string {
  const stages = reminders.map(({ stage, late, coalesced }) =>
    [stage, ...(late ? ['late'] : []), ...(coalesced.length ? [`with ${coalesced.join(', ')}`] : [])].join(
      ' ',
    ),
  );
  return `${dated(date)}  ${recipient.padEnd(28)} ${stages.join('; ').padEnd(8)} ${subject}\n${inColumn(standing(now))}`;
}

const dated = (date: string) => `${weekday(asDay(date)).slice(0, 3)} ${inWords(asDay(date))}`.padEnd(21);

const inColumn = (text: string) => `${' '.repeat(23)}${text}\n`;

const standing = (now: Standings) =>
  Object.entries(now)
    .map(([number, each]) => `rec. ${number}: ${standings[each].toLowerCase()}`)
    .join(', ');
