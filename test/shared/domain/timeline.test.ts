import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Life } from '../../../shared/domain/life.ts';
import { timelineOf } from '../../../shared/domain/timeline.ts';
import type { Band } from '../../../shared/domain/timeline-bands.ts';
import type { Mark } from '../../../shared/domain/timeline-marks.ts';
import { RUNS } from './any-day.ts';
import {
  calendar,
  inFourToSixMonths,
  promisedDuty,
  respondedOn,
  responseDuty,
  undatedDuty,
} from './essex.ts';
import { anyLife, busyLife, essexLife, happened, life, mailed, withMails } from './lives.ts';

const on = (today: string, of: Life = essexLife(today)) => timelineOf(of, asDay(today), calendar);
const bandsIn = (bands: readonly Band[]) =>
  bands.map(({ what, deadline, from, to }) => `${deadline.kind} ${what} ${from} ${to}`);
const stagesIn = (marks: readonly Mark[]) =>
  marks.flatMap((mark) => (mark.kind === 'stage' ? [`${mark.on} ${mark.stage.key} ${mark.state}`] : []));
const daysOf = (marks: readonly Mark[], kind: Mark['kind']) =>
  marks.filter((mark) => mark.kind === kind).map((mark) => mark.on);

describe('the timeline of 2019/127918', () => {
  test('on the day it is made has the 56 days to the law’s last day and the date on the page after it', () => {
    const { from, to, bands, marks } = on('2020-09-29');
    expect([from, to]).toEqual(['2020-09-01', '2020-11-30']);
    expect(bandsIn(bands)).toEqual(['response time 2020-09-29 2020-11-23']);
    expect(daysOf(marks, 'published')).toEqual(['2020-11-24']);
    expect(stagesIn(marks)).toEqual([
      '2020-10-26 -28 to-come',
      '2020-11-09 -14 to-come',
      '2020-11-16 -7 to-come',
      '2020-11-20 -1 to-come',
    ]);
  });

  test('on the day it is answered has the window ahead, as far as its last day', () => {
    const { to, bands, marks } = on('2020-11-20');
    expect(to).toBe('2021-05-31');
    expect(bandsIn(bands)).toEqual([
      'response time 2020-09-29 2020-11-23',
      'update time 2021-03-20 2021-05-20',
    ]);
    expect(daysOf(marks, 'met')).toEqual(['2020-11-20']);
    expect(daysOf(marks, 'mail')).toEqual(['2020-10-26', '2020-11-09', '2020-11-16']);
    expect(stagesIn(marks)).toEqual([
      '2021-03-22 opens to-come',
      '2021-04-22 -28 to-come',
      '2021-05-13 -7 to-come',
      '2021-05-19 -1 to-come',
    ]);
  });

  test('is not late on the last day of the window and is from the next', () => {
    expect(bandsIn(on('2021-05-20').bands)).not.toContainEqual(expect.stringContaining('late'));
    expect(bandsIn(on('2021-05-21').bands)).toContain('update late 2021-05-21 2021-05-21');
    expect(bandsIn(on('2021-06-10').bands)).toContain('update late 2021-05-21 2021-06-10');
  });

  test('reaches as far as the next mail of what is late, which is the one stage that is still to come', () => {
    const { to, marks } = on('2021-06-10');
    expect(to).toBe('2021-06-30');
    expect(stagesIn(marks).filter((stage) => stage.endsWith('to-come'))).toEqual(['2021-06-17 +28 to-come']);
  });

  test('says of a stage whether it was told, also by a later one, and of one of which nobody was', () => {
    const promise = promisedDuty(inFourToSixMonths);
    const told = [mailed(promise, '-28', '2021-04-22', 'DELIVERED', ['opens'])];
    const { marks } = on('2021-05-14', life({ deadlines: [promise], ...withMails(told) }));
    expect(stagesIn(marks)).toEqual([
      '2021-03-22 opens told',
      '2021-04-22 -28 told',
      '2021-05-13 -7 passed',
      '2021-05-19 -1 to-come',
    ]);
  });
});

describe('the bands', () => {
  test('of a response that came late say from when to when', () => {
    const late: Deadline = { ...responseDuty(), state: 'met', metOn: asDay('2020-11-26') };
    expect(bandsIn(on('2021-01-04', life({ deadlines: [late] })).bands)).toEqual([
      'response time 2020-09-29 2020-11-23',
      'response late 2020-11-25 2020-11-26',
    ]);
  });

  test('of judicial review are those that are over and the one that lasts, to today; nothing is late meanwhile', () => {
    expect(bandsIn(on('2021-12-01', busyLife()).bands)).toContain('response paused 2020-11-01 2020-11-10');
    const paused = { ...responseDuty(), pausedOn: asDay('2020-11-20') };
    expect(bandsIn(on('2020-12-01', life({ deadlines: [paused] })).bands)).toEqual([
      'response time 2020-09-29 2020-11-23',
      'response paused 2020-11-20 2020-12-01',
    ]);
  });

  test('keep every earlier time, each once, and not the present one', () => {
    expect(bandsIn(on('2021-12-01', busyLife()).bands).filter((band) => band.includes('earlier'))).toEqual([
      'response earlier 2020-09-29 2020-11-23',
      'response earlier 2020-09-29 2020-12-03',
      'update earlier 2021-03-20 2021-05-20',
      'update earlier 2020-11-20 2021-07-30',
    ]);
  });

  test('of what has no date go to today, or to the day it was dealt with', () => {
    const undated = undatedDuty();
    expect(bandsIn(on('2021-01-04', life({ deadlines: [undated] })).bands)).toEqual([
      'update undated 2020-11-20 2021-01-04',
    ]);
    const met: Deadline = { ...undated, state: 'met', metOn: asDay('2020-12-14') };
    expect(bandsIn(on('2021-01-04', life({ deadlines: [met] })).bands)).toEqual([
      'update undated 2020-11-20 2020-12-14',
    ]);
  });

  test('of what was late when it was closed end there, and nothing is asked or said after it', () => {
    const ended: Deadline = { ...promisedDuty(inFourToSixMonths), state: 'ended' };
    const closed = life({
      deadlines: [ended],
      recommendation: { closed: { on: asDay('2021-06-01'), by: 'Kim', links: [] } },
    });
    const { to, bands, marks } = on('2026-06-30', closed);
    expect(bandsIn(bands)).toContain('update late 2021-05-21 2021-06-01');
    expect(to).toBe('2021-06-30');
    expect([...daysOf(marks, 'stage'), ...daysOf(marks, 'today')]).toEqual([]);
  });
});

describe('the marks', () => {
  test('of a move stand on the day it happened and remember the day it was recorded', () => {
    const answered = life({ response: { respondedOn }, events: [happened('record-response', '2020-11-24')] });
    expect(on('2020-12-01', answered).marks).toContainEqual({
      kind: 'move',
      on: '2020-11-20',
      recordedOn: '2020-11-24',
      move: 'record-response',
      sequence: undefined,
      by: 'Liaison staff',
    });
  });

  test('take the day of a move in London: half past eleven at night in June is the next day', () => {
    const moved = happened('re-plan', '2021-06-30', { at: '2021-06-30T23:30:00.000Z', sequence: 1 });
    expect(daysOf(on('2021-07-02', life({ events: [moved] })).marks, 'move')).toEqual(['2021-07-01']);
  });

  test('leave out what only the history has, and mails that were never sent', () => {
    const quiet = life({
      events: [happened('amend', '2020-10-01'), happened('add-evidence', '2020-10-02')],
      deadlines: [responseDuty()],
      ...withMails([mailed(responseDuty(), '-28', '2020-10-26', 'SUPERSEDED')]),
    });
    const { marks } = on('2020-11-02', quiet);
    expect([...daysOf(marks, 'move'), ...daysOf(marks, 'mail')]).toEqual([]);
  });

  test('have one for a mail that carries two reminders, and keep one whose record is missing', () => {
    const [first, second] = [
      mailed(responseDuty(), '-28', '2020-10-26'),
      mailed(responseDuty(), '-14', '2020-10-26'),
    ];
    const both = { ...second.reminder, mailId: first.mail.id };
    const mail = { ...first.mail, lines: [...first.mail.lines, ...second.mail.lines] };
    const one = life({ reminders: [first.reminder, both], mails: new Map([[mail.id, mail]]) });
    expect(daysOf(on('2020-11-02', one).marks, 'mail')).toEqual(['2020-10-26']);
    expect(daysOf(on('2020-11-02', { ...one, mails: new Map() }).marks, 'mail')).toEqual(['2020-10-26']);
  });
});

describe('any life on any day', () => {
  it('has its bands and marks inside the axis, the marks in order, and the axis of whole months', () => {
    fc.assert(
      fc.property(anyLife, ({ life, today }) => {
        const { from, to, bands, marks } = timelineOf(life, today, calendar);
        for (const band of bands) {
          expect(band.from >= from && band.from <= band.to && band.to <= to).toBe(true);
        }
        const days = marks.map((mark) => mark.on);
        expect(days).toEqual(days.toSorted());
        expect(days[0]! >= from && days.at(-1)! <= to).toBe(true);
        expect([from.slice(8), to < '2999-12-31' && asDay(to) === to]).toEqual(['01', true]);
      }),
      { ...RUNS, numRuns: 300 },
    );
  });
});
