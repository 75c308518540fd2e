import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, asDay } from '../../../shared/domain/day.ts';
import type { Mail, MailLine } from '../../../shared/domain/mail.ts';
import { byUrgency } from '../../../shared/domain/urgency.ts';
import {
  sampleCase,
  sampleDeadline,
  sampleLine,
  sampleMail,
  sampleRecommendation,
} from '../../support/sample-records.ts';

const today = asDay('2020-11-20');
const learningCase = sampleCase();
const deadline = sampleDeadline(sampleRecommendation(learningCase), learningCase);

const line = (stage: string, stageOn: string, of: Partial<MailLine> = {}): MailLine =>
  sampleLine(deadline, { stage, stageOn: asDay(stageOn), ...of });

const mail = (id: string, ...lines: MailLine[]): Mail => sampleMail(id, lines, { plannedOn: today });

const inOrder = (...mails: Mail[]) => mails.toSorted(byUrgency(today)).map(({ id }) => id);

describe('what a day’s delay would harm most comes first', () => {
  test('the last chance and what has just lapsed, then what is coming, then repeats, then reviews', () => {
    const mails = [
      mail('paused', line('paused+28', '2020-11-02')),
      mail('review', line('review+28', '2020-11-01')),
      mail('repeat', line('+28', '2020-11-02')),
      mail('week-late', line('+7', '2020-11-20')),
      mail('soon', line('-7', '2020-11-20')),
      mail('opens', line('opens', '2020-11-20')),
      mail('due-tomorrow', line('-1', '2020-11-20')),
      mail('just-lapsed', line('+1', '2020-11-20')),
    ];
    expect(inOrder(...mails)).toEqual([
      'just-lapsed',
      'due-tomorrow',
      'opens',
      'soon',
      'repeat',
      'week-late',
      'review',
      'paused',
    ]);
  });

  test.each([
    ['today', '-1', '2020-11-19', 'it'],
    ['tomorrow', '-1', '2020-11-20', 'it'],
    ['tomorrow, whatever it was first to say', '-7', '2020-11-14', 'it'],
    ['the day after tomorrow', '-7', '2020-11-15', 'lapsed'],
    ['tomorrow, by the page', 'published-14', '2020-11-07', 'it'],
    ['tomorrow, by law', 'law-1', '2020-11-20', 'it'],
    ['the day after tomorrow, by the page', 'published-14', '2020-11-08', 'lapsed'],
  ])('a duty due %s is a last chance or not', (_, stage, stageOn, first) => {
    const lapsed = mail('lapsed', line('+1', '2020-11-22'));
    expect(inOrder(lapsed, mail('it', line(stage, stageOn)))[0]).toBe(first);
  });

  test('the summary, which has no lines, is a last chance', () => {
    const opens = mail('opens', line('opens', '2020-11-01'));
    expect(inOrder(opens, { ...mail('it'), kind: 'summary', plannedOn: today })).toEqual(['it', 'opens']);
  });

  test('it goes after one of an earlier day', () => {
    const dueYesterday = mail('due', line('-1', '2020-11-18'));
    const summary: Mail = { ...mail('it'), kind: 'summary', plannedOn: today };
    expect(inOrder(summary, dueYesterday)).toEqual(['due', 'it']);
  });

  test('six days late is news, seven a repeat', () => {
    const opens = mail('opens', line('opens', '2020-11-01'));
    expect(inOrder(opens, mail('it', line('+6', '2020-11-20')))).toEqual(['it', 'opens']);
    expect(inOrder(opens, mail('it', line('+7', '2020-11-20')))).toEqual(['opens', 'it']);
  });

  test('after missed nights a late notice is the first the owner hears of it', () => {
    const soon = mail('soon', line('-7', '2020-11-20'));
    const first = line('+14', '2020-11-20', { coalesced: ['-1', '+1', '+7'] });
    expect(inOrder(soon, mail('it', first))).toEqual(['it', 'soon']);
    const byPage = line('+14', '2020-11-20', { coalesced: ['published-1', '+1'] });
    expect(inOrder(soon, mail('it', byPage))).toEqual(['it', 'soon']);
    const again = line('+14', '2020-11-20', { coalesced: ['+7'] });
    expect(inOrder(mail('it', again), soon)).toEqual(['soon', 'it']);
  });

  test('a mail is as urgent as its most pressing line', () => {
    const digest = mail('digest', line('review+28', '2020-11-01'), line('-1', '2020-11-20'));
    expect(inOrder(mail('soon', line('-7', '2020-11-20')), digest)).toEqual(['digest', 'soon']);
    const other = { ...digest, lines: digest.lines.toReversed() };
    expect(inOrder(mail('soon', line('-7', '2020-11-20')), other)).toEqual(['digest', 'soon']);
  });

  test('of equally urgent ones the earlier day goes first, then the lower id', () => {
    const seven = mail('seven', line('-7', '2020-11-20'));
    const month = (id: string) => mail(id, line('-28', '2020-11-20'));
    expect(inOrder(month('b'), month('a'), seven)).toEqual(['seven', 'a', 'b']);
  });

  test('a reminder that waits gets more urgent, never less', () => {
    const stages = fc.constantFrom('-28', '-7', '-1', '+1', '+14', 'opens', 'review+28');
    const days = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(stages, stages, days, days, (stage, other, on, otherOn) => {
        const [first, later] = [asDay('2020-11-01'), asDay('2020-11-05')];
        const held = { ...mail('held', line(stage, addDays(first, -on))), plannedOn: first };
        const fresh = mail('fresh', line(other, addDays(first, -otherOn)));
        if (byUrgency(first)(held, { ...fresh, plannedOn: first }) >= 0 || other.startsWith('-')) return;
        expect(byUrgency(later)(held, { ...fresh, plannedOn: later })).toBeLessThan(0);
      }),
    );
  });

  test('any mails have one order, however they come', () => {
    const stages = fc.constantFrom('-28', '-7', '-1', '+1', '+14', '+28', 'opens', 'review+28');
    const anyLine = fc
      .record({ stage: stages, ago: fc.integer({ min: 0, max: 40 }) })
      .map(({ stage, ago }) => line(stage, addDays(today, -ago)));
    const anyMails = fc
      .array(fc.array(anyLine, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 8 })
      .map((each) => each.map((lines, index) => mail(`mail-${index}`, ...lines)));
    const shuffled = anyMails.chain((mails) =>
      fc.tuple(fc.constant(mails), fc.shuffledSubarray(mails, { minLength: mails.length })),
    );
    fc.assert(
      fc.property(shuffled, ([mails, others]) => {
        expect(inOrder(...others)).toEqual(inOrder(...mails));
      }),
    );
  });
});

describe('what has waited', () => {
  const waiting = (stage: string, days: number) => ({
    ...mail('waited', line(stage, addDays(today, -days))),
    plannedOn: addDays(today, -days),
  });

  test.each([
    ['a repeat goes before a window of today', '+28', 7, 6],
    ['a review goes before a repeat of today', 'review+28', 7, 6],
    ['a review goes before a window of today', 'review+28', 14, 13],
  ])('%s from so many days on', (_, stage, from, before) => {
    const fresh = mail('fresh', line(from === 7 && stage.startsWith('r') ? '+28' : 'opens', today));
    expect(inOrder(fresh, waiting(stage, from))).toEqual(['waited', 'fresh']);
    expect(inOrder(fresh, waiting(stage, before))).toEqual(['fresh', 'waited']);
  });

  test('however long, never goes before a last chance', () => {
    const last = [mail('due', line('-1', today)), mail('lapsed', line('+1', today))];
    expect(
      inOrder(waiting('review+28', 400), waiting('opens', 400), ...last)
        .slice(0, 2)
        .toSorted(),
    ).toEqual(['due', 'lapsed']);
  });

  // One place a day is what all that does not press must share, and a window takes it every day unless another goes before.
  test('leaves, while the quota has room for one mail more than become a last chance on a day', () => {
    const stages = fc.constantFrom('opens', '+14', '+28', 'review+28', 'paused+28', '-28', '-7');
    const arrivals = fc.array(fc.record({ stage: stages, after: fc.nat(40) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.nat(3), arrivals, (pressing, others) => {
        const left = daysLeft(pressing, others);
        // Two weeks until it is raised, or four until it is a last chance itself; then whatever came before it.
        for (const [index, { after }] of others.entries())
          expect(left.get(`other-${index}`)).toBeLessThanOrEqual(after + 28 + 2 * others.length);
      }),
      { numRuns: 30 },
    );
  });
});

/** On which day each mail leaves, where so many mails press on each day, a window opens on each, and others come now and then. */
function daysLeft(pressing: number, others: { stage: string; after: number }[]): Map<string, number> {
  const left = new Map<string, number>();
  let queue: Mail[] = [];
  for (let day = 0; day <= 150; day++) {
    const on = addDays(today, day);
    const planned = (id: string, stage: string) => ({ ...mail(id, line(stage, on)), plannedOn: on });
    const came = others.flatMap(({ stage, after }, index) =>
      after === day ? [planned(`other-${index}`, stage)] : [],
    );
    const presses = Array.from({ length: pressing }, (_, index) => planned(`press-${day}-${index}`, '+1'));
    queue = [...queue, ...came, ...presses, planned(`window-${day}`, 'opens')].toSorted(byUrgency(on));
    const turned = others.filter(
      ({ stage, after }) => stage.startsWith('-') && after - Number(stage) - 1 === day,
    );
    for (const { id } of queue.splice(0, pressing + turned.length + 1)) left.set(id, day);
  }
  return left;
}
