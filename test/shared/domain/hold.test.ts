import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, asDay, daysBetween } from '../../../shared/domain/day.ts';
import { type Deadline, withDates } from '../../../shared/domain/deadline.ts';
import { afterHold, heldOn, holdBack, holdInput, holdOn, releaseHold } from '../../../shared/domain/hold.ts';
import { decide, nextActionOn, settle } from '../../../shared/domain/night.ts';
import { differences } from '../../../shared/domain/reconcile.ts';
import { anyDeadline } from './any-deadline.ts';
import { allowed, calendar, everyone, responseDuty } from './essex.ts';

const d = asDay;
const owner = { owner: everyone.owner };
/** Due on 23 November 2020 (late after the 24th): '-7' on Monday the 16th, '-1' on Friday the 20th; told of everything before. */
const response: Deadline = {
  ...responseDuty(),
  settledThrough: { owner: d('2020-11-09'), manager: null, chair: null },
};
const why = 'The response is being typed.';
const heldFrom = (on: string, until: string, of = response) =>
  allowed(holdBack(of, { until: d(until), why }, { by: 'Lena Moss', today: d(on) }));
const refusalOf = (result: object) => (result as { refused: string }).refused;

describe('holding reminders back', () => {
  test('lasts from the day it is said until its last day, both counted, and ends by itself', () => {
    const held = heldFrom('2020-11-16', '2020-11-20');
    expect(held.hold).toEqual({ since: '2020-11-16', until: '2020-11-20', why, by: 'Lena Moss' });
    const days = ['2020-11-15', '2020-11-16', '2020-11-20', '2020-11-21'].map((on) => heldOn(held, d(on)));
    expect(days).toEqual([false, true, true, false]);
  });

  test('moves no date and plans nothing anew', () => {
    const { hold: _, ...rest } = heldFrom('2020-11-16', '2020-11-20');
    expect(rest).toEqual(response);
  });

  test.each([
    ['2020-11-15', 'hold-past'],
    ['2020-11-16', undefined],
    ['2020-11-30', undefined],
    ['2020-12-01', 'hold-too-long'],
  ])('on 16 November until %s: %s', (until, refused) => {
    const making = { by: 'Lena Moss', today: d('2020-11-16') };
    expect(refusalOf(holdBack(response, { until: d(until), why }, making))).toBe(refused);
  });

  test('is refused while another lasts, and possible once it is over', () => {
    const held = heldFrom('2020-11-10', '2020-11-12');
    const again = (on: string) =>
      refusalOf(holdBack(held, { until: d('2020-11-20'), why }, { by: 'Lena Moss', today: d(on) }));
    expect([again('2020-11-12'), again('2020-11-13')]).toEqual(['already-held', undefined]);
  });

  test('is refused for the check that a response is published, which is liaison staff’s own', () => {
    const making = { by: 'Lena Moss', today: d('2020-11-16') };
    const publication = { ...response, kind: 'publication' as const };
    expect(refusalOf(holdBack(publication, { until: d('2020-11-20'), why }, making))).toBe('not-to-be-held');
  });

  test('is refused with a sentence that says what is possible, at the box it is about', () => {
    const refusal = (of: Deadline, until: string) =>
      holdBack(of, { until: d(until), why }, { by: 'Lena Moss', today: d('2020-11-16') });
    expect([
      refusal(response, '2020-11-15'),
      refusal(response, '2020-12-01'),
      refusal(heldFrom('2020-11-16', '2020-11-20'), '2020-11-25'),
      refusal({ ...response, kind: 'publication' }, '2020-11-20'),
    ]).toEqual([
      {
        refused: 'hold-past',
        message: 'The last day of the hold must be today or later',
        field: 'until',
      },
      {
        refused: 'hold-too-long',
        message: 'Reminders can be held back for 14 days at most: until 30 November 2020',
        field: 'until',
      },
      {
        refused: 'already-held',
        message: 'Reminders of this date are held back until 20 November 2020 already',
      },
      {
        refused: 'not-to-be-held',
        message: 'Only reminders to the owner of a recommendation can be held back',
      },
    ]);
  });

  test.each(['met', 'ended'] as const)(
    'is over where the date is %s, and was never there without a hold',
    (state) => {
      const held = { ...heldFrom('2020-11-16', '2020-11-20'), state };
      expect([heldOn(held, d('2020-11-16')), holdOn(held, d('2020-11-16'))]).toEqual([false, undefined]);
      expect([heldOn(response, d('2020-11-16')), holdOn(response, d('2020-11-16'))]).toEqual([
        false,
        undefined,
      ]);
    },
  );

  test('lasts on its days, and a reminder meant for one of them can go on the day after it', () => {
    const held = heldFrom('2020-11-16', '2020-11-20');
    const days = ['2020-11-15', '2020-11-16', '2020-11-20', '2020-11-21'].map(d);
    expect(days.map((on) => holdOn(held, on)?.until)).toEqual([
      undefined,
      '2020-11-20',
      '2020-11-20',
      undefined,
    ]);
    expect(days.map((on) => afterHold(held, on))).toEqual([
      '2020-11-15',
      '2020-11-21',
      '2020-11-21',
      '2020-11-21',
    ]);
  });

  test('needs a last day and a reason of one line', () => {
    expect(holdInput.safeParse({ until: '2020-11-20', why }).success).toBe(true);
    for (const wrong of [{ until: '2020-11-20', why: ' ' }, { why }, { until: '2020-11-20', why: 'a\nb' }])
      expect(holdInput.safeParse(wrong).success).toBe(false);
  });

  test('ends where the dates move: it was about the old ones', () => {
    const moved = withDates(
      heldFrom('2020-11-16', '2020-11-20'),
      { dueOn: d('2020-12-18') },
      d('2020-11-17'),
    );
    expect(moved).not.toHaveProperty('hold');
  });
});

describe('releasing', () => {
  test('on a later day keeps what was held until the day before, so that the mail can say so', () => {
    const released = allowed(releaseHold(heldFrom('2020-11-16', '2020-11-20'), d('2020-11-18')));
    expect(released.hold).toMatchObject({ since: '2020-11-16', until: '2020-11-17' });
    expect(heldOn(released, d('2020-11-18'))).toBe(false);
  });

  test('on the day after it began keeps that one day', () => {
    const released = allowed(releaseHold(heldFrom('2020-11-16', '2020-11-20'), d('2020-11-17')));
    expect(released.hold).toEqual({ since: '2020-11-16', until: '2020-11-16', why, by: 'Lena Moss' });
  });

  test('on the same day leaves nothing of it', () => {
    expect(releaseHold(heldFrom('2020-11-16', '2020-11-20'), d('2020-11-16'))).toEqual(response);
  });

  test.each(['2020-11-15', '2020-11-21'])('is refused on %s, when nothing is held', (on) => {
    expect(releaseHold(heldFrom('2020-11-16', '2020-11-20'), d(on))).toEqual({
      refused: 'not-held',
      message: 'Reminders of this date are not held back',
    });
  });
});

describe('a night', () => {
  const held = heldFrom('2020-11-16', '2020-11-20');
  const decided = (deadline: Deadline, on: string) => decide(deadline, owner, d(on), calendar);
  const lineOf = (deadline: Deadline, on: string) => {
    const decision = decided(deadline, on);
    return 'reminders' in decision ? decision.reminders[0]!.line : decision.skip;
  };

  test.each([
    ['2020-11-16', 'held'],
    ['2020-11-17', 'held'],
    ['2020-11-20', 'held'],
    ['2020-11-21', 'not-yet'],
  ])('on %s skips it as %s', (on, skip) => {
    expect(lineOf(held, on)).toBe(skip);
  });

  test('skips what has nothing to say as that, held or not', () => {
    expect(lineOf(heldFrom('2020-11-10', '2020-11-15'), '2020-11-10')).toBe('not-yet');
  });

  test('leaves what nobody can be told to the exceptions, held or not', () => {
    expect(decide(held, {}, d('2020-11-16'), calendar)).toEqual({ skip: 'no-owner' });
  });

  test('after it writes one mail worded for its day, which says what was held and is not late', () => {
    expect(lineOf(held, '2020-11-23')).toMatchObject({
      stage: '-1',
      coalesced: ['-7'],
      heldUntil: '2020-11-20',
      mailOn: '2020-11-23',
      late: false,
    });
  });

  test('that should have come and did not makes it late, counted from the first day it could have gone', () => {
    expect(lineOf(held, '2020-11-24')).toMatchObject({ late: true, mailOn: '2020-11-23' });
  });

  test('is late from its own day where it was missed before the hold began', () => {
    const later = heldFrom('2020-11-17', '2020-11-19');
    expect(lineOf(later, '2020-11-20')).toMatchObject({ late: true, mailOn: '2020-11-16', stage: '-1' });
    expect(lineOf(later, '2020-11-20')).not.toHaveProperty('heldUntil');
  });

  test('finds it on the agenda on every day of the hold, so that nothing has to bring it back', () => {
    expect(nextActionOn(held, owner, calendar)).toBe('2020-11-16');
  });
});

test('whatever is held, nothing goes while it lasts, and what came meanwhile goes on the first working days after it', () => {
  const days = fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 14 }));
  fc.assert(
    fc.property(anyDeadline, days, (deadline, [from, lasts]) => {
      const today = addDays(deadline.plannedFromOn, from);
      const until = addDays(today, lasts);
      const told = toldUntil(deadline, addDays(today, -1));
      const held = allowed(holdBack(told, { until, why }, { by: 'Lena Moss', today }));
      const due: string[] = [];
      for (let on = today; on <= addDays(until, 7); on = addDays(on, 1)) {
        const [before, now] = [decide(told, owner, on, calendar), decide(held, owner, on, calendar)];
        if (on <= until) expect('reminders' in now).toBe(false);
        else expect('reminders' in now).toBe('reminders' in before);
        if ('reminders' in before) due.push(on);
        if ('reminders' in now && !('skip' in before)) {
          expect(now.reminders[0]!.line.stage).toBe(before.reminders[0]!.line.stage);
          expect(daysBetween(on, now.reminders[0]!.line.mailOn)).toBeLessThanOrEqual(0);
        }
      }
      expect(afterHold(held, today)).toBe(addDays(until, 1));
    }),
    { numRuns: 60 },
  );
});

function toldUntil(deadline: Deadline, last: ReturnType<typeof asDay>): Deadline {
  let told = deadline;
  for (let on = deadline.plannedFromOn; on <= last; on = addDays(on, 1)) {
    const decision = decide(told, owner, on, calendar);
    if ('reminders' in decision) told = settle(told, decision.reminders[0]!.line);
  }
  return told;
}

describe('the comparison of the ledger', () => {
  const found = (deadline: Deadline, lastRunOn: string) =>
    differences({ deadline, reminders: [], mails: new Map(), people: owner }, d(lastRunOn), calendar).map(
      ({ says }) => says,
    );
  const fresh = { ...responseDuty({}, d('2020-11-10')) };
  const held = heldFrom('2020-11-16', '2020-11-20', fresh);

  test('misses nothing that is held back', () => {
    expect(found(held, '2020-11-20')).toEqual([]);
    expect(found(fresh, '2020-11-20')).toHaveLength(1);
  });

  test('finds what a hold that is over has kept back', () => {
    expect(found(held, '2020-11-23')).toEqual(['was not planned by the last run: -1 to the owner']);
  });

  test('finds a hold that lasts longer than one may', () => {
    const long = { ...fresh, hold: { since: d('2020-11-16'), until: d('2020-12-01'), why, by: 'Lena Moss' } };
    expect(found(long, '2020-11-20')).toEqual([
      'is held back until 1 December 2020, longer than a hold may last',
    ]);
  });
});
