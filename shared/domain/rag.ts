import type { Day } from './day.ts';
import { openDuties } from './open-duties.ts';
import type { Proposal } from './proposal.ts';
import { type Decided, type Standing, standingOf, standingOfDeadline } from './standing.ts';

/** Red, amber or green, by date alone. It says nothing of how well the work goes: no date can. */
export const rags = { red: 'Red', amber: 'Amber', green: 'Green' } as const;

export type Rag = keyof typeof rags;

/** The rule, printed beside the colour wherever it is shown. */
export const ragRule =
  'By date: red is late (the response, or what was promised). Amber is due within 14 days, has its window open, has no date, is paused, or waits for a decision: another date is proposed, or closing it. Green is every other open recommendation. What is closed, withdrawn or not accepted has no colour.';

const byStanding: Record<Standing, Rag | undefined> = {
  'response-overdue': 'red',
  lapsed: 'red',
  'response-due-soon': 'amber',
  'due-soon': 'amber',
  'window-open': 'amber',
  'no-date': 'amber',
  'proposed-for-closure': 'amber',
  paused: 'amber',
  'awaiting-response': 'green',
  'promise-running': 'green',
  'not-accepted': undefined,
  closed: undefined,
  withdrawn: undefined,
};

type Looked = {
  recommendation: Decided;
  deadlines: Parameters<typeof standingOf>[1];
  proposals: readonly Pick<Proposal, 'state'>[];
};

/**
 * The colour of a recommendation on a day, or undefined where nothing is open. What is late is red whatever waits to be decided about it:
 * a proposal must not make it look better. A proposal that waits makes green amber.
 *
 * @example due 23 November 2020, published for 24 November: on 8 November green, from 9 November amber, from 25 November red
 */
export function ragOf({ recommendation, deadlines, proposals }: Looked, today: Day): Rag | undefined {
  const colour = byStanding[standingOf(recommendation, deadlines, today)];
  if (colour === undefined) return undefined;
  const isLate = openDuties(deadlines).some((each) => byStanding[standingOfDeadline(each, today)] === 'red');
  if (isLate) return 'red';
  return proposals.some(({ state }) => state === 'waiting') ? 'amber' : colour;
}
