import { describe, expect, test } from 'vitest';
import {
  askInput,
  type Code,
  cannotBeTyped,
  codeInput,
  newCode,
  tried,
} from '../../../shared/domain/code.ts';
import { asInstant, type Instant } from '../../../shared/domain/london.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { accepted } from '../../support/sample-records.ts';

const at = (time: string): Instant => asInstant(`2020-11-20T${time}Z`);

const made = { id: 'address', browser: 'mine', digits: 'hash', writtenBy: 'one' };

/** The code of an address after it was asked for at these times, each of which must have been given one. */
const askedAt = (...times: string[]): Code =>
  times.reduce<Code | undefined>((code, time) => accepted(newCode(code, made, at(time))), undefined)!;

const asking = (before: Code, time: string): string => {
  const answer = newCode(before, made, at(time));
  return isRefusal(answer) ? answer.message : 'given';
};

const typing = (code: Code | undefined, time = '09:01:00', browser = 'mine'): string | undefined =>
  cannotBeTyped(code, browser, at(time))?.message;

/** The code after so many wrong tries, and what the last of them was answered. */
function wrongTimes(count: number) {
  let code = askedAt('09:00:00');
  let answer: string | undefined;
  for (let n = 0; n < count; n++) {
    const { after, refusal } = tried(code, false, `try-${n}`, at('09:01:00'));
    [code, answer] = [after, refusal?.message];
  }
  return { code, answer };
}

describe('a code counts for ten minutes', () => {
  test.each([
    ['09:00:00', undefined],
    ['09:09:59', undefined],
    ['09:09:59.999', undefined],
    ['09:10:00', 'This code counted for 10 minutes, which are over. Ask for another'],
    ['10:00:00', 'This code counted for 10 minutes, which are over. Ask for another'],
  ])('made at 09:00:00, at %s: %s', (time, answer) => {
    expect(typing(askedAt('09:00:00'), time)).toBe(answer);
  });

  test('from when the newest was asked for', () => {
    expect(typing(askedAt('09:00:00', '09:05:00'), '09:14:59')).toBeUndefined();
    expect(typing(askedAt('09:00:00', '09:05:00'), '09:15:00')).toMatch(/10 minutes, which are over/);
  });
});

describe('a code counts on the browser that asked for it', () => {
  const elsewhere = 'No code counts on this browser now. Ask for one here';

  test('and on no other, nor where none was asked for', () => {
    expect(typing(askedAt('09:00:00'))).toBeUndefined();
    expect(typing(askedAt('09:00:00'), '09:01:00', 'another')).toBe(elsewhere);
    expect(typing(undefined)).toBe(elsewhere);
  });

  test('which hears nothing of it from another: whether it is used, too old, or out of tries', () => {
    const { after: used } = tried(askedAt('09:00:00'), true, 'try', at('09:01:00'));
    expect(typing(used, '09:02:00', 'another')).toBe(elsewhere);
    expect(typing(askedAt('09:00:00'), '09:20:00', 'another')).toBe(elsewhere);
    expect(typing(wrongTimes(5).code, '09:02:00', 'another')).toBe(elsewhere);
  });
});

describe('a code can be typed five times', () => {
  test.each([
    [1, 'This is not the code in the newest mail. You have 4 tries left'],
    [2, 'This is not the code in the newest mail. You have 3 tries left'],
    [4, 'This is not the code in the newest mail. You have one try left'],
    [5, 'A wrong code was typed 5 times, so this code no longer counts. Ask for another'],
  ])('wrong for the %d. time: %s', (count, answer) => {
    expect(wrongTimes(count).answer).toBe(answer);
  });

  test('so the fifth may be right, and a sixth helps nobody', () => {
    const { code } = wrongTimes(4);
    expect(typing(code)).toBeUndefined();
    expect(tried(code, true, 'try', at('09:02:00')).refusal).toBeUndefined();
    expect(typing(wrongTimes(5).code)).toMatch(/no longer counts/);
  });

  test('and a new one has all its tries again', () => {
    const again = accepted(newCode(wrongTimes(5).code, made, at('09:05:00')));
    expect(again.tries).toBe(0);
    expect(typing(again, '09:06:00')).toBeUndefined();
  });
});

describe('a code lets somebody in once', () => {
  const { after: used, refusal } = tried(askedAt('09:00:00'), true, 'try', at('09:01:00'));

  test('and says when, and that it is used', () => {
    expect([refusal, used.usedAt]).toEqual([undefined, at('09:01:00')]);
    expect(typing(used, '09:01:01')).toBe('This code has been used. Ask for another');
  });

  test('and a new one after it counts', () => {
    expect(typing(accepted(newCode(used, made, at('09:02:00'))), '09:03:00')).toBeUndefined();
  });
});

describe('three codes can be asked for with an address in 15 minutes', () => {
  const three = askedAt('09:00:00', '09:05:00', '09:10:00');

  test('the third is given, the fourth is refused and says how long to wait', () => {
    expect(asking(askedAt('09:00:00', '09:05:00'), '09:05:01')).toBe('given');
    expect(asking(three, '09:10:01')).toBe(
      'Three codes were asked for with this address in 15 minutes. Use the newest, or ask again in 5 minutes',
    );
  });

  test.each([
    ['09:14:59', /ask again in one minute$/],
    ['09:15:00', /^given$/],
  ])('the first of them asked for at 09:00:00, at %s: %s', (time, answer) => {
    expect(asking(three, time)).toMatch(answer);
  });

  test('and those of longer ago do not count, one by one', () => {
    const fourth = accepted(newCode(three, made, at('09:15:00')));
    expect(asking(fourth, '09:19:59')).toMatch(/one minute/);
    expect(asking(fourth, '09:20:00')).toBe('given');
  });

  test('a code used does not make room for another', () => {
    const { after } = tried(three, true, 'try', at('09:11:00'));
    expect(asking(after, '09:11:01')).toMatch(/^Three codes/);
  });

  test('the record is dropped when nothing in it counts any more', () => {
    expect(three.expiresAt).toBe(Date.parse(at('09:25:00')) / 1000);
  });
});

describe('what is typed', () => {
  test.each(['01234567', '0123 4567', ' 0 1 2 3 4 5 6 7 ', '0123\u00a04567'])(
    '"%s" is the code 01234567',
    (typed) => {
      expect(codeInput.parse({ code: typed })).toEqual({ code: '01234567' });
    },
  );

  test.each(['', '1234567', '123456789', '1234567a', '1234-5678', '１２３４５６７８'])(
    '"%s" is no code',
    (typed) => {
      expect(codeInput.safeParse({ code: typed }).success).toBe(false);
    },
  );

  test('an address counts whatever its capitals', () => {
    expect(askInput.parse({ email: ' Anna@Force.Example ' })).toEqual({ email: 'anna@force.example' });
    expect(askInput.safeParse({ email: 'anna' }).success).toBe(false);
    expect(askInput.safeParse({ email: 'anna@force.example\r\nBcc: all@force.example' }).success).toBe(false);
  });
});
