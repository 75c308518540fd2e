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

const mail = (id: string, ...lines: MailLine[]): Mail => sampleMail(id, lines);

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

  test('six days late is news, seven a repeat', () => {
    const opens = mail('opens', line('opens', '2020-11-01'));
    expect(inOrder(opens, mail('it', line('+6', '2020-11-20')))).toEqual(['it', 'opens']);
    expect(inOrder(opens, mail('it', line('+7', '2020-11-20')))).toEqual(['opens', 'it']);
  });

  test('after missed nights a late notice is the first the owner hears of it', () => {
    const soon = mail('soon', line('-7', '2020-11-20'));
    const first = line('+14', '2020-11-20', { coalesced: ['-1', '+1', '+7'] });
    expect(inOrder(soon, mail('it', first))).toEqual(['it', 'soon']);
    const again = line('+14', '2020-11-20', { coalesced: ['+7'] });
    expect(inOrder(mail('it', again), soon)).toEqual(['soon', 'it']);
  });

  test('a mail is as urgent as its most pressing line', () => {
    const digest = mail('digest', line('review+28', '2020-11-01'), line('-1', '2020-11-20'));
    expect(inOrder(mail('soon', line('-7', '2020-11-20')), digest)).toEqual(['digest', 'soon']);
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
        const held = mail('held', line(stage, addDays(asDay('2020-11-01'), -on)));
        const fresh = mail('fresh', line(other, addDays(asDay('2020-11-01'), -otherOn)));
        if (byUrgency(asDay('2020-11-01'))(held, fresh) >= 0 || other.startsWith('-')) return;
        expect(byUrgency(asDay('2020-11-05'))(held, fresh)).toBeLessThan(0);
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
