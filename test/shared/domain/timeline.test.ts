import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Life } from '../../../shared/domain/life.ts';
import type { Revision } from '../../../shared/domain/revision.ts';
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

describe('the axis', () => {
  const months = (today: string, of: Life) => {
    const { from, to } = on(today, of);
    return [from, to];
  };
  const met: Deadline = { ...responseDuty(), state: 'met', metOn: asDay('2020-11-20') };

  test('goes to today while anything is open, and no longer', () => {
    for (const deadline of [
      undatedDuty(),
      responseDuty(),
      { ...responseDuty(), pausedOn: asDay('2020-11-02') },
    ])
      expect(months('2021-08-10', life({ deadlines: [deadline] }))[1]! >= '2021-08-31').toBe(true);
    expect(months('2021-08-10', life({ deadlines: [met] }))).toEqual(['2020-09-01', '2020-11-30']);
    expect(months('2021-08-10', life())).toEqual(['2020-09-01', '2020-09-30']);
  });

  test('has today where it lies in it', () => {
    const today = (day: string, of: Life) => daysOf(on(day, of).marks, 'today');
    const done = life({ deadlines: [met] });
    expect(['2020-08-31', '2020-09-01', '2020-11-30', '2020-12-01'].map((day) => today(day, done))).toEqual([
      [],
      ['2020-09-01'],
      ['2020-11-30'],
      [],
    ]);
  });

  test('begins with what is known first, also where that was before it was made', () => {
    const early = life({ deadlines: [{ ...met, anchorOn: asDay('2020-08-15') }] });
    expect(months('2020-12-01', early)[0]).toBe('2020-08-01');
  });

  test('has what is of one day in the order in which it follows', () => {
    const sent = [mailed(responseDuty(), '-28', '2020-10-26')];
    const of = life({
      madeOn: asDay('2020-10-26'),
      deadlines: [{ ...responseDuty(), publishedOn: asDay('2020-10-26') }],
      events: [happened('reassign-owner', '2020-10-26')],
      ...withMails(sent),
    });
    const { marks } = on('2020-10-26', of);
    expect(marks.filter((mark) => mark.on === '2020-10-26').map(({ kind }) => kind)).toEqual([
      'made',
      'published',
      'move',
      'mail',
      'stage',
      'today',
    ]);
  });
});

describe('the time there is', () => {
  const bands = (today: string, ...deadlines: Deadline[]) => bandsIn(on(today, life({ deadlines })).bands);
  const day = asDay;

  test('ends with the page’s day where no law sets one, and with the law’s where both do', () => {
    const published = { ...responseDuty(), lawOn: null, dueOn: day('2020-11-24') };
    expect(bands('2020-10-01', published)).toEqual(['response time 2020-09-29 2020-11-24']);
    const both = { ...responseDuty(), lawOn: day('2020-11-23'), dueOn: day('2020-11-13') };
    expect(bands('2020-10-01', both)).toEqual(['response time 2020-09-29 2020-11-23']);
  });

  test('of what has no date and is no longer asked goes to the day it was closed, where that is known', () => {
    const ended: Deadline = { ...undatedDuty(), state: 'ended' };
    expect(bands('2021-01-04', ended)).toEqual([]);
    const closed = { recommendation: { closed: { on: day('2020-12-14'), by: 'Kim', links: [] } } };
    expect(bandsIn(on('2021-01-04', life({ deadlines: [ended], ...closed })).bands)).toEqual([
      'update undated 2020-11-20 2020-12-14',
    ]);
  });

  test('is late neither while it is paused nor where it has no last day, nor on the last day', () => {
    const response = responseDuty();
    const late = (today: string, of: Partial<Deadline>) =>
      bands(today, { ...response, ...of }).filter((band) => band.includes('late'));
    expect(late('2020-11-24', {})).toEqual([]);
    expect(late('2020-11-25', {})).toEqual(['response late 2020-11-25 2020-11-25']);
    expect(late('2020-12-01', { pausedOn: day('2020-11-20') })).toEqual([]);
    expect(late('2020-12-01', { lateAfterOn: null })).toEqual([]);
    expect(late('2020-12-01', { state: 'met', metOn: day('2020-11-24') })).toEqual([]);
    expect(late('2020-12-01', { state: 'ended' })).toEqual([]);
  });

  test('is paused to today only while it is open', () => {
    const paused = (state: Deadline['state']) =>
      bands('2020-12-01', { ...responseDuty(), state, pausedOn: day('2020-11-20') });
    expect(paused('open')).toContain('response paused 2020-11-20 2020-12-01');
    expect(paused('ended')).toEqual(['response time 2020-09-29 2020-11-23']);
  });
});

describe('what the time was before', () => {
  const promise = promisedDuty(inFourToSixMonths);
  const dates = (dueOn: string | null, opensOn: string | null = null) =>
    ({ opensOn, dueOn, lateAfterOn: dueOn }) as Revision['before'];
  const change = (revision: number, before: Revision['before'], of: Partial<Revision> = {}): Revision => ({
    caseId: promise.caseId,
    number: 1,
    deadlineId: promise.id,
    revision,
    how: 're-plan',
    on: asDay('2021-02-01'),
    before,
    after: dates('2021-05-20'),
    by: 'Kim',
    ...of,
  });
  const earlier = (deadline: Deadline, ...revisions: Revision[]) =>
    bandsIn(on('2021-03-01', life({ deadlines: [deadline], revisions })).bands).filter(
      (band) => !band.includes('time'),
    );

  test('is told in the order of its changes, each once, without what had no date', () => {
    expect(
      earlier(
        promise,
        change(4, dates('2021-03-31')),
        change(3, dates('2021-02-28')),
        change(5, dates('2021-02-28')),
        change(2, dates(null)),
      ),
    ).toEqual(['update earlier 2020-11-20 2021-02-28', 'update earlier 2020-11-20 2021-03-31']);
  });

  test('is neither what it is now nor what another duty’s was', () => {
    expect(
      earlier(
        promise,
        change(2, dates('2021-05-20', '2021-03-20')),
        change(2, dates('2021-02-28'), { deadlineId: 'another' }),
      ),
    ).toEqual([]);
    expect(earlier(promise, change(2, dates('2021-05-20')))).toEqual([
      'update earlier 2020-11-20 2021-05-20',
    ]);
    const direct = { ...promise, opensOn: null };
    expect(earlier(direct, change(2, dates('2021-05-20')))).toEqual([]);
  });

  test('is told also of what has no date now', () => {
    const undated = { ...undatedDuty(), id: promise.id };
    expect(earlier(undated, change(2, dates('2021-02-28')))).toEqual([
      'update undated 2020-11-20 2021-03-01',
      'update earlier 2020-11-20 2021-02-28',
    ]);
  });

  test('was paused where judicial review of that duty is over', () => {
    const days = { pausedOn: asDay('2020-12-01'), resumedOn: asDay('2020-12-10') };
    const resumed = (of: Partial<Revision>) =>
      earlier(promise, change(2, dates('2021-05-20', '2021-03-20'), of));
    expect(resumed(days)).toEqual(['update paused 2020-12-01 2020-12-10']);
    expect(resumed({ ...days, deadlineId: 'another' })).toEqual([]);
    expect(resumed({ pausedOn: days.pausedOn })).toEqual([]);
    expect(resumed({ resumedOn: days.resumedOn })).toEqual([]);
  });
});

describe('the day of a mark', () => {
  test('of an update is that on which it was received, of a publication that of the publication', () => {
    const updates = [
      { sequence: 1, receivedOn: asDay('2021-02-01') },
      { sequence: 2, receivedOn: asDay('2021-02-02') },
    ];
    const published: Deadline = {
      ...responseDuty(),
      kind: 'publication',
      state: 'met',
      metOn: asDay('2020-12-01'),
    };
    const events = [
      happened('record-update', '2021-02-10', { sequence: 2 }),
      happened('record-update', '2021-02-11', { sequence: 3 }),
      happened('record-publication', '2021-02-12'),
      happened('record-response', '2021-02-13'),
      happened('close', '2021-02-14', { sequence: 2 }),
    ];
    const response: Deadline = { ...responseDuty(), state: 'met', metOn: asDay('2020-11-20') };
    const { marks } = on('2021-03-01', life({ updates, events, deadlines: [response, published] }));
    expect(marks.flatMap((mark) => (mark.kind === 'move' ? [`${mark.move} ${mark.on}`] : []))).toEqual([
      'record-publication 2020-12-01',
      'record-update 2021-02-02',
      'record-update 2021-02-11',
      'record-response 2021-02-13',
      'close 2021-02-14',
    ]);
  });

  test('of a stage is told where that duty’s dates as they are now were told of', () => {
    const promise = promisedDuty(inFourToSixMonths);
    const told = (of: object) => {
      const { reminder, mail } = mailed(promise, 'opens', '2021-03-22');
      const reminders = [{ ...reminder, ...of }];
      const marks = on(
        '2021-03-23',
        life({ deadlines: [promise], reminders, mails: new Map([[mail.id, mail]]) }),
      ).marks;
      return stagesIn(marks)[0];
    };
    expect(told({})).toBe('2021-03-22 opens told');
    expect(told({ revision: 2 })).toBe('2021-03-22 opens passed');
    expect(told({ deadlineId: 'another' })).toBe('2021-03-22 opens passed');
    expect(told({ stage: '-28' })).toBe('2021-03-22 opens passed');
    expect(told({ stage: '-28', coalesced: ['opens'] })).toBe('2021-03-22 opens told');
  });

  test('of a stage has passed from the day after it, and none is from before the dates were recorded', () => {
    const promise = promisedDuty(inFourToSixMonths);
    const first = (today: string, of: Partial<Deadline> = {}) =>
      stagesIn(on(today, life({ deadlines: [{ ...promise, ...of }] })).marks)[0];
    expect(first('2021-03-22')).toBe('2021-03-22 opens to-come');
    expect(first('2021-03-23')).toBe('2021-03-22 opens passed');
    expect(first('2021-03-23', { plannedFromOn: asDay('2021-03-20') })).toBe('2021-03-22 opens passed');
    expect(first('2021-03-23', { plannedFromOn: asDay('2021-03-21') })).toBe('2021-04-22 -28 to-come');
  });

  test('of a mail is that of its run, also of one whose other reminders were dropped', () => {
    const { reminder, mail } = mailed(responseDuty(), '-28', '2020-10-26');
    const other = { ...reminder, stage: '-14' };
    const of = life({ reminders: [reminder, other], mails: new Map([[mail.id, mail]]) });
    expect(on('2020-11-02', of).marks.filter(({ kind }) => kind === 'mail')).toEqual([
      { kind: 'mail', on: '2020-10-26', reminders: [reminder], mail },
    ]);
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
