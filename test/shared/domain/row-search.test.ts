import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../../shared/domain/row.ts';
import { searchFor } from '../../../shared/domain/row-search.ts';
import { sampleRow } from '../../support/sample-row.ts';

const row = sampleRow({
  forceReference: 'CO-457/19',
  title: 'Searches of young people',
  words: wordsIn(['Train every custody officer’s deputy by June.']),
});
const finds = (typed: string) => searchFor(typed)(row);

test('a letter finds what has a word that begins with it, and no reference that was not given', () => {
  const { forceReference: _, ...ownReference } = row;
  const letters = [...'abcdefghijklmnopqrstuvwxyz'].filter((letter) => searchFor(letter)(ownReference));
  expect(letters.join('')).toBe('bcdejopsty');
});

test('each row is searched for what it says itself, however often', () => {
  const other = sampleRow({ reference: '2020/000001', title: 'Custody' });
  for (const of of [row, other, row, other])
    expect([searchFor('2020/000001')(of), searchFor('young')(of)]).toEqual([of === other, of === row]);
});

describe('a search finds a recommendation', () => {
  test.each([
    ['nothing typed', ''],
    ['spaces alone', '   '],
    ['marks alone', '/ - ,'],
    ['a word of what was recommended', 'custody'],
    ['the beginning of one', 'cust'],
    ['in capitals', 'CUSTODY'],
    ['a word of the title', 'young'],
    ['the reference as it is printed', '2019/127918'],
    ['with other marks', '2019-127918'],
    ['without marks', '2019127918'],
    ['its beginning', '2019/1279'],
    ['its second part alone', '127918'],
    ['the force’s own reference', 'CO-457/19'],
    ['and without marks', 'co45719'],
    ['several words in any order', 'june train 2019/127918'],
    ['words of the title and of the text', 'searches deputy'],
    ['what is written with an apostrophe of either kind', "officer's"],
  ])('by %s', (_, typed) => expect(finds(typed)).toBe(true));

  test.each([
    ['the middle of a word', 'ustody'],
    ['the end of the reference', '27918'],
    ['one word that is not there', 'custody drugs'],
    ['two words run together', 'youngpeople'],
    ['another case', '2019/127919'],
    ['two references run together', '2019127918co'],
  ])('but not by %s', (_, typed) => expect(finds(typed)).toBe(false));
});
