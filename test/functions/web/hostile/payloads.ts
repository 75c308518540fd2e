import { republished } from '../../../shared/extract/page/learning-pages.ts';
import type { Box, FoundForm } from './forms-in.ts';

/** What makes a spreadsheet run a cell. */
const leads = ['=', '+', '-', '@', '＝', "'="];

/** Where markup that was let through would begin. */
export const markup = '"><script>alert(1)</script><b onmouseover=\'x\'><a href="javascript:alert(2)">';

/** Words on one line that are a formula, close an attribute and a tag, and bring a script, a handler and an address that runs one. */
export const hostileLine = (n: number): string => `${leads[n % leads.length]}cmd|' /C calc'!A${n}${markup}`;

/** The same and lines that would be headers of a mail, a part of it, or an entry of a calendar. */
export const hostileLines = (n: number): string =>
  `${hostileLine(n)}\r\nBcc: everyone@elsewhere.example\r\n\r\n--boundary\r\nEND:VEVENT\r\nBEGIN:VALARM\r\n${hostileLine(n + 1)}`;

/** What may never be kept, whatever the field: what a text with it would be used for. */
export const forbidden: Record<string, string> = {
  'a null byte': 'Review\0 the training',
  'an escape of a terminal': 'Review \u001b[2J the training',
  'text that runs backwards': 'Review \u202egniniart eht',
  'an isolate that is never closed': 'Review \u2067the training',
  'half a character': 'Review \ud800 the training',
  'a line separator': 'Review\u2028the training',
  'more than any field takes': 'x'.repeat(100_001),
};

/** Words for where markup is refused, as in the wording of mails. */
const withoutMarkup = (n: number) =>
  `Now ${leads[n % leads.length]}cmd|' /C calc'!A${n}" onmouseover='x' javascript:alert(1)`;

/** Fields whose words have a form of their own: the most hostile words that still have it. */
const formed: Record<string, (n: number) => string> = {
  email: (n) => `=cmd+${n}@sample.example`,
  link: () => `https://example.org/?'"><script>alert(1)</script>`,
  links: () => `https://example.org/?'"><script>alert(1)</script>`,
  reference: (n) => `2022/${n}"><script>alert(1)</script>`,
  forceReference: (n) => `=1+${n}"><script>alert(1)</script>`,
  ref: () => '1606',
  words: (n) => withoutMarkup(n),
  added: (n) => withoutMarkup(n),
  allowed: () => '=cmd@sample.example',
  page: (n) =>
    republished.replace('Police response', hostileLine(n)).replace('In this case', hostileLine(n + 1)),
};

// Numbers of days in a box that takes words: one of them is changed, for a form that changes nothing is refused.
const ofStages: Record<string, string> = { response: '28, 14, 2', late: '1, 7, 15' };

/** Choices that lead to the texts behind them, where one of them is not asked for by name. */
const chosen: Choices = {
  kind: 'person',
  acceptance: 'accepted',
  'promise-1-kind': 'by-date',
  more: 'no',
  mode: 'only',
};

export type Choices = Readonly<Record<string, string>>;

/** What must be chosen for a field to count: what is typed behind another choice is left out of what is saved. */
export function choicesFor(field: string, { action, boxes }: FoundForm): Choices {
  if (field === 'reasons' && boxes.some(({ name }) => name === 'acceptance'))
    return { acceptance: 'not-accepted' };
  if (action.endsWith('/evidence/new')) return { kind: field === 'text' ? 'text' : 'link' };
  const [, slot, kind] = /^(promise-\d+)-(on-event|board)-/.exec(field) ?? [];
  return {
    ...(field.startsWith('promise-') ? { more: 'yes' } : {}),
    ...(slot && kind ? { [`${slot}-kind`]: kind } : {}),
  };
}

/** A day for each box of a day, so that the rest of the form is right; the others are today. */
const days: Record<string, string> = {
  madeOn: '2021-05-19',
  dueOn: '2021-12-31',
  newDueOn: '2021-12-31',
  'promise-1-by-date-dueOn': '2021-12-31',
  on: '2021-12-01',
  from: '2021-05-20',
};
const left = new Set(['publishedDueOn', 'opensOn']);

/** The form as somebody fills it in who means harm: hostile words wherever words are taken, and all else as it should be. */
export function filledHostilely(
  form: FoundForm,
  today: string,
  n: number,
  choices: Choices = {},
): [name: string, value: string][] {
  const isOfStages = form.action === '/settings/stages/change';
  return form.boxes.flatMap((box, at) => {
    const value =
      isOfStages && box.name !== 'why'
        ? (ofStages[box.name] ?? box.value)
        : valueFor(box, today, n + at, choices);
    return value === undefined ? [] : [[box.name, value] as [string, string]];
  });
}

function valueFor(
  { name, kind, value, choices }: Box,
  today: string,
  n: number,
  asked: Choices,
): string | undefined {
  const [, field, part] = /^(.+)-(day|month|year)$/.exec(name) ?? [];
  if (field && part && kind !== 'choice') return left.has(field) ? '' : partOf(days[field] ?? today, part);
  if (kind === 'tick') return name === 'of' ? choices[0] : value || undefined;
  if (kind === 'choice') {
    const wanted = asked[name] ?? chosen[name];
    return wanted && choices.includes(wanted) ? wanted : value || (choices[0] ?? '');
  }
  if (kind === 'other') return value;
  if (formed[name]) return formed[name](n);
  return kind === 'lines' ? hostileLines(n) : hostileLine(n);
}

const partOf = (day: string, part: string) => {
  const [year, month, date] = day.split('-');
  return { year, month, day: date }[part]!;
};
