import { expect, test } from 'vitest';
import { raise } from '../../../shared/domain/exception.ts';
import { allOfKindPath, gatherByKind } from '../../../shared/domain/exception-groups.ts';

const at = '2020-11-20T06:12:00.000Z';
const ownerless = (count: number) =>
  Array.from({ length: count }, (_, index) => raise('no-owner', { caseId: 'a', number: index + 1 }, at));
const bounced = raise('bounced', { contactId: 'kim' }, at);
const gathered = (all: Parameters<typeof gatherByKind<typeof bounced>>[0]) =>
  gatherByKind(all, ({ kind }) => kind);

test('five of a kind are all shown', () => {
  expect(gathered(ownerless(5))).toEqual({ shown: ownerless(5), more: [] });
});

test('of six of a kind the first five are shown, and one more is counted', () => {
  expect(gathered(ownerless(6))).toEqual({ shown: ownerless(5), more: [{ kind: 'no-owner', count: 1 }] });
});

test('another kind keeps its place among many, and is shown behind them', () => {
  const [first, ...rest] = ownerless(74);
  expect(gathered([first!, bounced, ...rest]).shown).toEqual([first, bounced, ...rest.slice(0, 4)]);
  expect(gathered([...ownerless(74), bounced])).toEqual({
    shown: [...ownerless(5), bounced],
    more: [{ kind: 'no-owner', count: 69 }],
  });
});

test('all of a kind have a page', () => {
  expect(allOfKindPath('no-owner')).toBe('/exceptions?kind=no-owner');
});
