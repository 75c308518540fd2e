import type { PressingGroup } from '../domain/pressing.ts';
import { pressingWords } from '../domain/pressing-words.ts';
import { counted } from './night-words.ts';
import type { Entry, Section, SummaryFacts } from './summary.ts';

/**
 * What needs somebody: how much of each as the first page counts it, in its order, and by name what is so the most urgently.
 * `held`: the dates of which liaison staff hold the reminders back, the hold that ends first before the others.
 */
export type Outstanding = {
  counts: readonly { group: PressingGroup; count: number }[];
  mostUrgent: Said[];
  held: Said[];
};

type Said = { caseId: string; number: number; reference: string; says: string };

type Of = Pick<SummaryFacts, 'outstanding' | 'serviceUrl'>;

const sumOf = ({ counts }: Outstanding, ...groups: PressingGroup[]): number =>
  counts.reduce((sum, { group, count }) => (groups.includes(group) ? sum + count : sum), 0);

const said = (count: number, says: (count: number) => string): string[] => (count > 0 ? [says(count)] : []);

/** What is late, or waits for a decision or a look, for the subject: '3 overdue', '1 to decide'. */
export const lateOrWaiting = (of: Outstanding): string[] => [
  ...said(sumOf(of, 'response-overdue'), (count) => `${count} overdue`),
  ...said(sumOf(of, 'lapsed'), (count) => `${count} lapsed`),
  ...said(sumOf(of, 'proposed-for-closure', 'date-proposed'), (count) => `${count} to decide`),
  ...said(sumOf(of, 'publication'), (count) => `${counted(count, 'publication')} to check`),
];

/** What is coming, or has no day on which it ever would, for the subject: '2 due soon', '1 without a date'. */
export const comingOrUndated = (of: Outstanding): string[] => [
  ...said(sumOf(of, 'response-due-soon', 'due-soon'), (count) => `${count} due soon`),
  ...said(sumOf(of, 'window-open'), (count) => counted(count, 'open window')),
  ...said(sumOf(of, 'no-date', 'awaiting-response'), (count) => `${count} without a date`),
  ...said(sumOf(of, 'paused'), (count) => `${count} paused`),
];

/** How much there is of each and what is named of it. */
export function attention({ outstanding, serviceUrl }: Of): Section {
  const { counts, mostUrgent } = outstanding;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const sentences = [
    ...counts.map(({ group, count }) => `${pressingWords[group].long}: ${count}.`),
    ...(all > mostUrgent.length ? [belowSays(mostUrgent.length)] : []),
  ];
  return {
    heading: 'What needs attention',
    sentences: sentences.length > 0 ? sentences : ['Nothing.'],
    entries: mostUrgent.map((each) => entryOf(each, serviceUrl)),
  };
}

/** What is held back. A hold ends by itself; whoever placed it may have forgotten why. */
export function held({ outstanding: { held }, serviceUrl }: Of): Section[] {
  if (held.length === 0) return [];
  const entries = held.map((each) => entryOf(each, serviceUrl));
  return [{ heading: `Reminders held back (${held.length})`, sentences: [], entries }];
}

const entryOf = ({ caseId, number, reference, says }: Said, serviceUrl: string): Entry => ({
  title: `${reference} recommendation ${number}`,
  says,
  link: `${serviceUrl}/cases/${caseId}/recommendations/${number}`,
});

const belowSays = (named: number) =>
  named === 1 ? 'The most urgent is below.' : `The ${named} most urgent are below.`;
