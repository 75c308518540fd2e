import { describe, expect, test } from 'vitest';
import { aboutInWords, type Named } from '../../../shared/domain/about-in-words.ts';
import { raise } from '../../../shared/domain/exception.ts';
import type { Mail } from '../../../shared/domain/mail.ts';
import {
  sampleCase,
  sampleContact,
  sampleDeadline,
  sampleLine,
  sampleMail,
  sampleRecommendation,
} from '../../support/sample-records.ts';

const essex = sampleCase();
const kent = sampleCase('2020/4');
const lineOf = (number: number, of = essex) => {
  const recommendation = sampleRecommendation(of, { number });
  return sampleLine(sampleDeadline(recommendation, of));
};
const subject = '2019/127918 recommendation 1: response due tomorrow';
// 00:20 on Saturday 24 October 2020 in London, where it is still British Summer Time.
const sent: Partial<Mail> = {
  recipientId: 'kim',
  state: 'SENT',
  subject,
  claimedAt: '2020-10-23T23:20:00.000Z',
};

const named = (mail?: Mail): Named => ({
  cases: new Map([essex, kent].map((each) => [each.id, each])),
  contacts: new Map([['kim', sampleContact('kim')]]),
  mails: new Map(mail ? [[mail.id, mail]] : []),
});
const about = (mail: Mail | undefined) =>
  aboutInWords(
    raise('unconfirmed', { mailId: 'b2f6', contactId: 'kim' }, '2020-10-27T06:10:00.000Z'),
    named(mail),
  );

test.each([
  [{ caseId: essex.id, number: 2 }, '2019/127918 recommendation 2'],
  [{ caseId: 'unread', number: 2 }, 'unread recommendation 2'],
  [{ contactId: 'kim' }, 'Kim Reed, Head of custody'],
  [{ contactId: 'unread' }, 'Somebody no longer among the contacts'],
  [{ mailId: 'b2f6' }, 'Mail to Somebody no longer among the contacts'],
])('an exception about %j names it: %s', (subject, words) => {
  expect(aboutInWords(subject, named())).toBe(words);
});

describe('an exception about a mail names', () => {
  test('the day it was sent in London, to whom, and its subject, which has the reference and the number', () => {
    expect(about(sampleMail('b2f6', [lineOf(1)], sent))).toBe(
      'Mail of Saturday 24 October 2020 to Kim Reed, Head of custody: “2019/127918 recommendation 1: response due tomorrow”',
    );
  });

  test('every other recommendation that it reminds of, once', () => {
    const lines = [lineOf(1), lineOf(2), lineOf(2), lineOf(1, kent)];
    expect(about(sampleMail('b2f6', lines, sent))).toBe(
      'Mail of Saturday 24 October 2020 to Kim Reed, Head of custody: “2019/127918 recommendation 1: response due tomorrow”, also about 2019/127918 recommendation 2, 2020/4 recommendation 1',
    );
  });

  test.each([
    [6, '2019/127918 recommendation 5, 2019/127918 recommendation 6'],
    [7, '2019/127918 recommendation 6 and 1 more'],
    [8, '2019/127918 recommendation 6 and 2 more'],
  ])('five of them, and how many more there are: of %i', (count, end) => {
    const lines = Array.from({ length: count }, (_, index) => lineOf(index + 1));
    expect(about(sampleMail('b2f6', lines, sent))).toMatch(new RegExp(`, ${end}$`));
  });

  test('also recommendation 1 where the subject has recommendation 11', () => {
    const of11 = { ...sent, subject: '2019/127918 recommendation 11: response due tomorrow' };
    expect(about(sampleMail('b2f6', [lineOf(1), lineOf(11)], of11))).toMatch(
      /tomorrow”, also about 2019\/127918 recommendation 1$/,
    );
  });

  test('the day it was planned and what it is about, where it was never written', () => {
    expect(about(sampleMail('b2f6', [lineOf(2)], { recipientId: 'kim' }))).toBe(
      'Mail of Monday 26 October 2020 to Kim Reed, Head of custody about 2019/127918 recommendation 2',
    );
  });

  test('the person alone, where the mail cannot be read', () => {
    expect(about(undefined)).toBe('Mail to Kim Reed, Head of custody');
  });

  test('no id that a person does not know', () => {
    const mail = sampleMail('b2f6', [lineOf(1), lineOf(2)], sent);
    for (const id of [mail.id, essex.id, mail.nightId, 'response-1']) expect(about(mail)).not.toContain(id);
  });
});
