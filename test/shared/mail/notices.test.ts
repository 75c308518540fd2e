import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import type { Item, Letter } from '../../../shared/mail/letter.ts';
import { inFourToSixMonths, promisedDuty, responseDuty, undatedDuty } from '../domain/essex.ts';
import { composed, itemFor, plain, readable } from './letters.ts';

const d = asDay;
const window = promisedDuty(inFourToSixMonths);
const paused = { ...responseDuty(), pausedOn: d('2020-11-01') };
const lateSince = (day: string) => ({ late: true, mailOn: d(day) });

/** What stands between the salutation and the first reminder; the html part says the same. */
function topOf(items: Item[], today: string, more: Partial<Letter> = {}): string[] {
  const { text, html } = composed(items, today, more);
  expect(readable(html)).toBe(plain(text));
  const [salutation, ...top] = text.slice(0, text.indexOf('\n---')).trim().split('\n\n');
  expect(salutation).toBe('Dear DI Sam Field (Detective Inspector, Public Protection),');
  return top;
}

const one = 'This is a reminder about one recommendation.';

describe('a mail that is late says so first, after the salutation', () => {
  const late =
    'This mail is late: you should have had it on Thursday 13 May 2021. What follows is how things stand today, Monday 17 May 2021.';

  test.each([
    ['because nights were missed', lateSince('2021-05-13'), '2021-05-17'],
    ['because it was held back since it was planned', {}, '2021-05-13'],
  ])('%s', (_, line, plannedOn) => {
    expect(topOf([itemFor(window, line)], '2021-05-17', { plannedOn: d(plannedOn) })).toEqual([late, one]);
    expect(composed([itemFor(window, line)], '2021-05-17', { plannedOn: d(plannedOn) }).text).toContain(
      'in 3 days',
    );
  });

  test('once for all its reminders, where they were all for one day', () => {
    const items = [itemFor(window, lateSince('2021-05-13')), itemFor(undatedDuty(), lateSince('2021-05-13'))];
    expect(topOf(items, '2021-05-17')[0]).toBe(late);
    expect(composed(items, '2021-05-17').text.match(/should have had/g)).toHaveLength(1);
  });

  test('and with each reminder its own day, where the days differ', () => {
    const items = [itemFor(window, lateSince('2021-05-13')), itemFor(undatedDuty(), lateSince('2021-05-10'))];
    expect(topOf(items, '2021-05-17')[0]).toBe(
      'This mail is late: you should have had these reminders earlier, the first on Monday 10 May 2021. What follows is how things stand today, Monday 17 May 2021.',
    );
    const { text } = composed(items, '2021-05-17');
    expect(text).toContain('You should have had this reminder on Thursday 13 May 2021.\n');
    expect(text).toContain('You should have had this reminder on Monday 10 May 2021.\n');
  });

  test('and which of its reminders are, where others are not', () => {
    const items = [itemFor(window, lateSince('2021-05-13')), itemFor(undatedDuty()), itemFor(responseDuty())];
    expect(topOf(items, '2021-05-17')[0]).toBe(
      'Part of this mail is late: you should have had 1 of these 3 reminders earlier, on Thursday 13 May 2021. What follows is how things stand today, Monday 17 May 2021.',
    );
    expect(composed(items, '2021-05-17').text.match(/You should have had this reminder on/g)).toHaveLength(1);
    const two = [...items.slice(0, 2), itemFor(responseDuty(), lateSince('2021-05-10'))];
    expect(topOf(two, '2021-05-17')[0]).toContain(
      'you should have had 2 of these 3 reminders earlier, the first on Monday 10 May 2021.',
    );
  });

  test('one in time does not, even where it settles older ones', () => {
    const { text } = composed([itemFor(window, { coalesced: ['opens', '-28'] })], '2021-05-13');
    expect(text).not.toMatch(/ late|should have had/);
  });
});

describe('a mail that may have reached them before says so first, and what to do then', () => {
  const again = 'You may already have had this mail. If so, ignore this one.';
  const more = { again: true };

  test('in time', () => {
    expect(topOf([itemFor(window)], '2021-05-13', more)).toEqual([again, one]);
  });

  test('and late: the two do not contradict each other', () => {
    expect(topOf([itemFor(window, lateSince('2021-05-13'))], '2021-05-17', more)).toEqual([
      again,
      'If you have not had it, it is late: you should have had it on Thursday 13 May 2021. What follows is how things stand today, Monday 17 May 2021.',
      one,
    ]);
  });

  test('never where it is sent for the first time', () => {
    expect(topOf([itemFor(window)], '2021-05-13')).toEqual([one]);
  });
});

describe('a mail about a paused response that is late', () => {
  const missedNothing = 'You have missed nothing: no response is due while the judicial review lasts.';
  const late = lateSince('2020-11-30');

  test('says that nobody has missed anything by it', () => {
    expect(topOf([itemFor(paused, late)], '2020-12-03')[0]).toBe(
      `This mail is late: you should have had it on Monday 30 November 2020. ${missedNothing} What follows is how things stand today, Thursday 3 December 2020.`,
    );
  });

  test('says so with its own reminder, where another is late as well', () => {
    const items = [itemFor(paused, late), itemFor(window, lateSince('2020-12-01'))];
    expect(topOf(items, '2020-12-03')[0]).not.toContain(missedNothing);
    expect(composed(items, '2020-12-03').text).toContain(
      `You should have had this reminder on Monday 30 November 2020. ${missedNothing}`,
    );
  });

  test('in time does not', () => {
    expect(composed([itemFor(paused)], '2020-11-30').text).not.toContain(missedNothing);
  });
});

describe('a mail that liaison staff held back says so', () => {
  const held = (since: string, until: string, of = window) => ({
    ...of,
    hold: { since: d(since), until: d(until), why: 'Leave.', by: 'Lena Moss' },
  });
  const says = 'Liaison staff held this mail back until Friday 14 May 2021.';

  test('where its reminder was planned after the hold, without being late', () => {
    expect(topOf([itemFor(window, { heldUntil: d('2021-05-14') })], '2021-05-17')).toEqual([says, one]);
  });

  test('where it had been planned and waited, without being late on the day after', () => {
    const item = itemFor(held('2021-05-13', '2021-05-14'));
    expect(topOf([item], '2021-05-15', { plannedOn: d('2021-05-13') })).toEqual([says, one]);
    expect(topOf([item], '2021-05-17', { plannedOn: d('2021-05-13') })).toEqual([
      says,
      expect.stringMatching(/^This mail is late: you should have had it on Saturday 15 May 2021\./),
      one,
    ]);
  });

  test('and from when it is late, where it was before it was held back', () => {
    const item = itemFor(held('2021-05-13', '2021-05-14'));
    expect(topOf([item], '2021-05-15', { plannedOn: d('2021-05-12') })).toEqual([
      says,
      expect.stringMatching(/^This mail is late: you should have had it on Wednesday 12 May 2021\./),
      one,
    ]);
  });

  test('with the one of several reminders that was', () => {
    const items = [itemFor(window, { heldUntil: d('2021-05-14') }), itemFor(undatedDuty())];
    const { text } = composed(items, '2021-05-17');
    expect(text.match(/Liaison staff held this reminder back until Friday 14 May 2021\.\n/g)).toHaveLength(1);
    expect(text).not.toContain('held this mail');
  });

  test('and not where a hold was over before it was planned', () => {
    expect(topOf([itemFor(held('2021-05-10', '2021-05-12'))], '2021-05-13')).toEqual([one]);
  });
});

describe('a mail that liaison staff asked for says so', () => {
  const asks = 'Liaison staff have asked for this reminder to be sent to you now, besides the usual ones.';

  test.each<[string, { by: string; note?: string }, string[]]>([
    ['with what they write', { by: 'Lena Moss', note: 'It is urgent.' }, ['They write: “It is urgent.”']],
    ['without more', { by: 'Lena Moss' }, []],
  ])('%s', (_, asked, more) => {
    expect(topOf([itemFor(window)], '2021-05-13', { asked })).toEqual([asks, ...more, one]);
  });
});
