import { expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { ragOf } from '../../../shared/domain/rag.ts';
import { type Standing, standingOf, standings } from '../../../shared/domain/standing.ts';
import { essexRecommendation, responseDuty } from './essex.ts';

test('every standing has the colour of the rule', () => {
  const coloured = (rag: string | undefined) =>
    (Object.keys(standings) as Standing[]).filter((standing) => ragOf(standing) === rag);
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
  expect(ragOf(standingOf(essexRecommendation, [responseDuty()], asDay(today)))).toBe(rag);
});
