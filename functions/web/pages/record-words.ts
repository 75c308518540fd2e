import { type Day, inWords } from '../../../shared/domain/day.ts';
import { acceptances } from '../../../shared/domain/recommendation.ts';
import { type Contacts, personInWords } from './names.ts';
import { momentInWords } from './time-words.ts';

const names: Readonly<Record<string, string>> = {
  case: 'Case',
  page: 'Kept copy of the page',
  reference: 'Entry under the new reference',
  recommendation: 'Recommendation',
  response: 'Response',
  contact: 'Contact',
  board: 'Board',
  exception: 'Exception',
  event: 'Entry in a history',
  mail: 'Mail',
  content: 'Words of a mail',
  reminder: 'Reminder',
  commitment: 'Promise',
  update: 'Update on a promise',
  deadline: 'Date',
  evidence: 'Evidence',
  'list-part': 'Lines of a list',
  session: 'Sign-in',
  code: 'Code to sign in with',
  revision: 'Record of earlier dates',
  proposal: 'Another date proposed',
  report: 'What the owner said',
  'stage-plan': 'Reminder stages',
  wording: 'Wording of mails',
  sending: 'Who gets mail',
  staff: 'Who may sign in',
  'staff-email': 'Address they are found by',
  'staff-subject': 'Account they sign in with',
};

/**
 * What a record is called in a history, by its kind and by where it is kept.
 *
 * @example recordInWords('deadline', 'CASE#2019-127918 REC#001#DEADLINE#2019-127918.1.update-2') → 'Date of promise 2'
 */
export function recordInWords(record: string, key: string): string {
  const last = key.slice(key.lastIndexOf('#') + 1);
  const number = Number(/\d+$/.exec(last)?.[0]);
  if (record === 'deadline') {
    const kind = /\.(\w+)-\d+$/.exec(last)?.[1];
    return kind === 'update' ? `Date of promise ${number}` : `Date of the ${kind ?? 'duty'}`;
  }
  if (record === 'commitment') return `Promise ${number}`;
  if (record === 'update') return `Update on promise ${number}`;
  return kindInWords(record);
}

/** What a kind of record is called. */
export const kindInWords = (record: string): string => names[record] ?? separated(record);

/** What only the tracker itself goes by. */
const inner = [
  'version',
  'plans',
  'revision',
  'settledThrough',
  'nextActionOn',
  'plannedFromOn',
  'stagesEdition',
  'settings',
  'recordedBy',
];

/** Is a field of a record something that people decide or read? */
export const isShown = (field: string): boolean => !inner.includes(field);

const fields: Readonly<Record<string, string>> = {
  ownerId: 'owner',
  chairId: 'chair',
  managerId: 'manager',
  deputyId: 'deputy',
  successorId: 'who took over',
  acceptance: 'answer',
  acceptanceHistory: 'answers so far',
  closure: 'proposal to close',
  closed: 'closing',
  withdrawn: 'withdrawal',
  reopened: 'reopening',
  effectReviews: 'reviews of its effect',
  ref: 'reference',
  opensOn: 'opens on',
  dueOn: 'due on',
  lateAfterOn: 'late after',
  lawOn: 'the law’s last day',
  publishedOn: 'published date',
  pausedOn: 'paused since',
  firstDueOn: 'first promised for',
  moved: 'times moved',
  hold: 'reminders held back',
  representations: 'representations against publication',
  metOn: 'kept on',
  sending: 'mail is sent',
  mode: 'to',
  allowed: 'namely',
  parts: 'our own words',
  added: 'and added',
  delivery: 'mail to them',
};

/** The name of a field: 'dueOn' → 'due on'; one that has no name of its own is spelt out: 'priorityLevel' → 'priority level'. */
export const fieldInWords = (field: string): string => fields[field] ?? separated(field).toLowerCase();

const separated = (name: string): string => {
  const words = name.replace(/Id$/, '').replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1).replaceAll('-', ' ')}`;
};

const choices: Readonly<Record<string, string>> = {
  ...acceptances,
  waiting: 'waiting for a decision',
  dropped: 'no longer needed',
  open: 'open',
  met: 'kept',
  ended: 'ended',
  active: 'in post',
  departed: 'has left',
  left: 'has left',
  ok: 'arrives',
  bounced: 'comes back',
  complained: 'was reported as spam',
};
const choiceFields = ['acceptance', 'state', 'status', 'delivery'];

const isDay = (text: string): text is Day => /^\d{4}-\d\d-\d\d$/.test(text);
const isMoment = (text: string): boolean => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text);

/** What stood in a field, as a person would say it: a date in words, a contact by name, a list with semicolons, never code. */
export function valueInWords(field: string, value: unknown, contacts: Contacts): string {
  if (value === undefined || value === null || value === '') return 'not set';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value))
    return value.map((each) => valueInWords(field, each, contacts)).join('; ') || 'none';
  if (typeof value === 'object')
    // The table gives the parts of a record in any order, another one each time.
    return (
      Object.entries(value)
        .filter(([inside]) => isShown(inside))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([inside, each]) => `${fieldInWords(inside)} ${valueInWords(inside, each, contacts)}`)
        .join(', ') || 'none'
    );
  const text = String(value);
  if (isDay(text)) return inWords(text);
  if (isMoment(text)) return momentInWords(text);
  const person = field.endsWith('Id') ? contacts.get(text) : undefined;
  if (person) return personInWords(person, contacts);
  return (choiceFields.includes(field) && choices[text]) || text;
}
