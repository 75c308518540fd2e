import { describe, expect, test } from 'vitest';
import { linkInput, linkTarget, recommendationOf, refOf } from '../../../shared/domain/link.ts';

const message = (input: object) => linkInput.safeParse(input).error?.issues[0]?.message;

describe('a link', () => {
  test.each(['1606', 'R-1606', 'AP 12/3', 'Élan 2.1', '2019-127918/2', 'x'.repeat(80)])(
    'to %j is taken',
    (ref) => {
      expect(linkInput.parse({ kind: 'action-plan', ref: ` ${ref} ` })).toEqual({ kind: 'action-plan', ref });
    },
  );

  test.each([
    [{ kind: 'risk' }, 'Enter the reference'],
    [
      { kind: 'risk', ref: '#1606' },
      'The reference must be letters, numbers, spaces, dots, hyphens and slashes, like 1606',
    ],
    [
      { kind: 'risk', ref: '16#06' },
      'The reference must be letters, numbers, spaces, dots, hyphens and slashes, like 1606',
    ],
    [{ kind: 'risk', ref: 'x'.repeat(81) }, 'The reference must be 80 characters or fewer'],
    [{ kind: 'house', ref: '1606' }, 'Choose what it is linked to'],
    [{ kind: 'risk', ref: '1606', note: 'x'.repeat(2_001) }, 'The note must be 2,000 characters or fewer'],
    [{ kind: 'risk', ref: '1606', by: 'me' }, 'There is no field called by'],
  ])('%j is refused: %s', (input, says) => {
    expect(message(input)).toBe(says);
  });

  test('an empty note is none, and what it points to takes no note at all', () => {
    expect(linkInput.parse({ kind: 'risk', ref: '1606', note: ' ' }).note).toBeUndefined();
    expect(linkTarget.safeParse({ kind: 'risk', ref: '1606', note: 'Custody' }).success).toBe(false);
  });

  test.each([1, 12, 999])('names recommendation %i by its case and number, there and back', (number) => {
    expect(refOf({ caseId: '2019-127918', number })).toBe(`2019-127918/${number}`);
    expect(recommendationOf(`2019-127918/${number}`)).toEqual({ caseId: '2019-127918', number });
  });

  test.each([
    '1606',
    '2019-127918',
    '2019-127918/',
    '2019-127918/0',
    '2019-127918/1000',
    '2019/127918/1',
    '/1',
    'A/1',
    'a/1x',
    ' a/1',
  ])('%j names none', (ref) => {
    expect(recommendationOf(ref)).toBeUndefined();
  });
});
