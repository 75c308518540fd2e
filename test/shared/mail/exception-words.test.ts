import { describe, expect, test } from 'vitest';
import { aboutInWords } from '../../../shared/domain/about-in-words.ts';
import { type ExceptionKind, exceptionKinds, raise, whatToDo } from '../../../shared/domain/exception.ts';
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

const about = (mail: Mail | undefined, kind: ExceptionKind = 'unconfirmed') =>
  aboutInWords(raise(kind, { mailId: 'b2f6', contactId: 'kim' }, '2020-10-27T06:10:00.000Z'), {
    cases: new Map([essex, kent].map((each) => [each.id, each])),
    contacts: new Map([['kim', sampleContact('kim')]]),
    mails: new Map(mail ? [[mail.id, mail]] : []),
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

  test('five of them, and how many more there are', () => {
    const lines = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => lineOf(number));
    expect(about(sampleMail('b2f6', lines, sent))).toMatch(/recommendation 6 and 2 more$/);
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

describe('what to do about each kind', () => {
  const kinds = Object.keys(exceptionKinds) as ExceptionKind[];

  test.each(kinds)('%s is said in words of everyday', (kind) => {
    for (const words of [exceptionKinds[kind], whatToDo[kind]])
      expect(words).not.toMatch(/exception|ledger|NEEDS|quota|queue|bounce|suppress|deadline|stage|\bid\b/i);
    expect(whatToDo[kind]).toMatch(/^[A-Z].*\.$/);
  });

  test.each(['not-delivered', 'refused', 'needs-human', 'unconfirmed', 'ledger-differs'] as const)(
    '%s ends with clearing it, because nothing else does',
    (kind) => {
      expect(whatToDo[kind]).toMatch(/[Tt]hen clear this\.$/);
    },
  );

  test('a mail of which nobody knows whether it came is asked about, and told again if it did not', () => {
    expect(whatToDo['needs-human']).toBe(
      'Ask them whether it came; if not, tell them what it says. Then clear this.',
    );
  });
});
