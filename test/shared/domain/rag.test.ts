import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { type Proposal, proposalStates } from '../../../shared/domain/proposal.ts';
import { ragOf, ragRule } from '../../../shared/domain/rag.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import { type Standing, standingOf, standings } from '../../../shared/domain/standing.ts';
import {
  essexRecommendation,
  inFourToSixMonths,
  promisedDuty,
  responseDuty,
  undatedDuty,
  withinThreeMonths,
} from './essex.ts';

const d = asDay;
const accepted: Recommendation = { ...essexRecommendation, acceptance: 'accepted' };
const closure = { proposedOn: d('2021-01-15'), proposedBy: 'Sam Okoye' };
const decision = { on: d('2021-02-01'), by: 'Kim Lee', why: 'Done.' };
const byFebruary = promisedDuty(withinThreeMonths);
const waiting = [{ state: 'waiting' as const }];

type At = [recommendation: Recommendation, deadlines: Deadline[], today: string];

/** A recommendation in each standing. */
const standingAt: Record<Standing, At> = {
  'response-overdue': [essexRecommendation, [responseDuty()], '2020-11-25'],
  lapsed: [accepted, [byFebruary], '2021-02-21'],
  'response-due-soon': [essexRecommendation, [responseDuty()], '2020-11-24'],
  'due-soon': [accepted, [byFebruary], '2021-02-06'],
  'window-open': [accepted, [promisedDuty(inFourToSixMonths)], '2021-03-20'],
  'no-date': [accepted, [undatedDuty()], '2020-12-01'],
  'proposed-for-closure': [{ ...accepted, closure }, [byFebruary], '2021-01-15'],
  paused: [essexRecommendation, [{ ...responseDuty(), pausedOn: d('2020-11-10') }], '2021-06-01'],
  'awaiting-response': [essexRecommendation, [responseDuty()], '2020-11-08'],
  'promise-running': [accepted, [byFebruary], '2021-02-05'],
  'not-accepted': [{ ...essexRecommendation, acceptance: 'not-accepted' }, [], '2020-12-01'],
  closed: [{ ...accepted, closure, closed: { ...decision, links: [] } }, [byFebruary], '2021-03-01'],
  withdrawn: [{ ...accepted, withdrawn: decision }, [byFebruary], '2021-03-01'],
};

const colourOf = ([recommendation, deadlines, today]: At, proposals: Pick<Proposal, 'state'>[] = []) =>
  ragOf({ recommendation, deadlines, proposals }, d(today));

const coloured = (rag: string | undefined, proposals: Pick<Proposal, 'state'>[] = []) =>
  (Object.keys(standings) as Standing[]).filter(
    (standing) => colourOf(standingAt[standing], proposals) === rag,
  );

test('every standing has the colour of the rule', () => {
  for (const [standing, [recommendation, deadlines, today]] of Object.entries(standingAt))
    expect(standingOf(recommendation, deadlines, d(today))).toBe(standing);
  expect(coloured('red')).toEqual(['response-overdue', 'lapsed']);
  expect(coloured('amber')).toEqual([
    'response-due-soon',
    'due-soon',
    'window-open',
    'no-date',
    'proposed-for-closure',
    'paused',
  ]);
  expect(coloured('green')).toEqual(['awaiting-response', 'promise-running']);
  expect(coloured(undefined)).toEqual(['not-accepted', 'closed', 'withdrawn']);
});

test.each([
  ['2020-11-08', 'green'],
  ['2020-11-09', 'amber'],
  ['2020-11-24', 'amber'],
  ['2020-11-25', 'red'],
] as const)('a response due by 23 November, published for the 24th, is on %s %s', (today, rag) => {
  expect(colourOf([essexRecommendation, [responseDuty()], today])).toBe(rag);
});

describe('a decision that waits', () => {
  test('on another date proposed makes green amber, leaves red red, and colours nothing that is over', () => {
    expect(coloured('green', waiting)).toEqual([]);
    expect(coloured('red', waiting)).toEqual(coloured('red'));
    expect(coloured(undefined, waiting)).toEqual(coloured(undefined));
  });

  test.each(Object.keys(proposalStates) as Proposal['state'][])('a proposal that is %s', (state) => {
    const expected = state === 'waiting' ? 'amber' : 'green';
    expect(colourOf(standingAt['promise-running'], [{ state }])).toBe(expected);
  });

  test.each([
    ['2021-02-20', 'amber'],
    ['2021-02-21', 'red'],
  ])(
    'on closing it: due by 20 February it is on %s %s, since a proposal does not make it less late',
    (today, rag) => {
      expect(colourOf([{ ...accepted, closure }, [byFebruary], today])).toBe(rag);
    },
  );

  test('on closing it stays red where any one promise is late', () => {
    const at: At = [{ ...accepted, closure }, [byFebruary, promisedDuty(inFourToSixMonths)], '2021-02-21'];
    expect(colourOf(at)).toBe('red');
  });

  test('is named in the rule that is printed', () => {
    expect(ragRule).toContain('waits for a decision: another date is proposed, or closing it');
  });
});
