import { expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import type { Duty } from '../../../shared/domain/row.ts';
import { undatedInWords } from '../../../shared/domain/undated-words.ts';
import { sampleDuty } from '../../support/sample-row.ts';

const update = (dueOn: string | null, of: Partial<Duty> = {}) =>
  sampleDuty({ kind: 'update', dueOn: dueOn === null ? null : asDay(dueOn), ...of });
const dated = update('2021-01-19');
const undated = update(null);

test.each<[string, Duty[], string | undefined]>([
  ['one of two', [dated, undated], '1 of 2 promises has no date'],
  ['two of three', [undated, dated, undated], '2 of 3 promises have no date'],
  [
    'where one is only asked for',
    [dated, update(null, { cause: 'closure-declined' })],
    '1 of 2 updates has no date',
  ],
  ['none where all have a date', [dated, dated], undefined],
  ['none where none has one', [undated, undated], undefined],
  ['none where there is none', [], undefined],
  ['none beside one that was met', [undated, update('2021-01-19', { state: 'met' })], undefined],
  [
    'none beside the response or its publication',
    [undated, sampleDuty({ kind: 'response' }), sampleDuty({ kind: 'publication' })],
    undefined,
  ],
])('how many have no date is said of %s', (_, duties, words) => {
  expect(undatedInWords(duties)).toBe(words);
});
