import { describe, expect, test } from 'vitest';
import { accountOf, outcomes } from '../../../shared/domain/account.ts';
import {
  accountInWords,
  datesInWords,
  explainedInWords,
  type Sum,
} from '../../../shared/domain/account-words.ts';
import type { MailState } from '../../../shared/domain/mail.ts';
import { inPlaceId } from '../../../shared/domain/stand-in.ts';
import { sampleMail, sampleNight } from '../../support/sample-records.ts';

/** A figure as a line: its words, its count, and a mark where somebody has to look into it. */
const lineOf = ({ words, count, look }: Sum['parts'][number]) => `${words}: ${count}${look ? ' (!)' : ''}`;
const linesOf = ({ title, count, parts }: Sum) => [`${title}: ${count}`, ...parts.map(lineOf)];

const outcomesOf: [MailState, number][] = [
  ['DELIVERED', 1],
  ['SENT', 2],
  ['NO_CONFIRMATION', 3],
  ['PENDING', 4],
  ['SUPERSEDED', 5],
  ['SUPPRESSED', 9],
  ['FAILED', 6],
  ['BOUNCED', 7],
  ['NEEDS_HUMAN', 8],
];
const mails = outcomesOf.flatMap(([state, count]) =>
  Array.from({ length: count }, (_, index) => sampleMail(`${state}-${index}`, [], { state })),
);
const standIn = sampleMail(inPlaceId('PENDING-0', 'bill'), [], { state: 'DELIVERED' });

const night = sampleNight({
  examined: 10,
  reminded: 4,
  skipped: { 'not-yet': 3, 'no-owner': 1, 'owner-unreachable': 1 },
  failed: 1,
  due: 9,
  reminders: 6,
  changed: 2,
  notWritten: 1,
  mails: mails.length,
  outstanding: {
    found: 28,
    toHandOver: 1,
    sentAgain: 2,
    needHuman: 3,
    unconfirmed: 4,
    waiting: 5,
    settled: 6,
    failed: 7,
  },
  handedOver: 39,
  heldBack: 7,
  notHandedOver: 2,
});

describe('the account of a night in words', () => {
  test('says of every figure what it is, and marks what somebody has to look into', () => {
    expect(accountInWords(accountOf(night, [...mails, standIn])).map(linesOf)).toEqual([
      [
        'Dates looked at: 10',
        'with somebody to be reminded: 4',
        'left: nothing to say today (already mailed, or not a working day): 3',
        'left: nobody owns it: 1 (!)',
        'left: the owner has left or their mail bounces: 1 (!)',
        'left: liaison staff hold its reminders back until a day: 0',
        'could not be read or planned: 1',
      ],
      [
        'Reminders due: 9',
        'planned: 6',
        'no longer right when they were to be planned: 2',
        'could not be planned; the next run tries again: 1',
      ],
      [
        'Mails planned: 45',
        'sent and delivered: 1',
        'sent, delivery not yet confirmed: 2',
        'sent, delivery not confirmed within three days: 3 (!)',
        'waiting to be sent: 4',
        'not sent: no longer needed, or passed on to somebody else: 5',
        'not sent: this tracker was set not to send to that address: 9',
        'not sent: the mail service refused it: 6 (!)',
        'not delivered: it came back: 7 (!)',
        'not known whether it was sent: a person must look: 8 (!)',
      ],
      [
        'Mails made since in place of these: 1',
        'sent and delivered: 1',
        'sent, delivery not yet confirmed: 0',
        'sent, delivery not confirmed within three days: 0 (!)',
        'waiting to be sent: 0',
        'not sent: no longer needed, or passed on to somebody else: 0',
        'not sent: this tracker was set not to send to that address: 0',
        'not sent: the mail service refused it: 0 (!)',
        'not delivered: it came back: 0 (!)',
        'not known whether it was sent: a person must look: 0 (!)',
      ],
      [
        'Mails of earlier runs not yet settled: 28',
        'waiting to be sent: 1',
        'to be sent again, because nothing was heard of the first: 2',
        'being sent, or delivery not yet confirmed: 5',
        'delivery not confirmed within three days: 4 (!)',
        'not known whether it was sent; a person must look: 3 (!)',
        'settled meanwhile: 6',
        'could not be read; the next run tries again: 7',
      ],
      [
        'Mails to send, these and earlier ones: 48',
        'handed to the sender: 39',
        'held back for the next run, because the mail service takes only so many a day: 7',
        'could not be handed over; the next run tries again: 2',
      ],
    ]);
  });

  test('leads from a figure to what it counts, where that can be shown', () => {
    const shown = accountInWords(accountOf(night, [...mails, standIn])).map(({ parts }) =>
      parts.map(({ behind }) => behind),
    );
    const [none, waiting] = [undefined, { waiting: true }];
    const byOutcome = Object.keys(outcomes).map((outcome) => ({ mails: outcome }));
    expect(shown).toEqual([
      [{ mails: 'all' }, none, { left: 'no-owner' }, { left: 'owner-unreachable' }, { left: 'held' }, none],
      [{ mails: 'all' }, none, none],
      byOutcome,
      byOutcome,
      [waiting, none, none, none, none, none, none],
      [none, waiting, waiting],
    ]);
  });

  test('speaks of mails made in place of others only where there are any', () => {
    const titles = accountInWords(accountOf(night, mails)).map(({ title }) => title);
    expect(titles).not.toContain('Mails made since in place of these');
    expect(titles).toHaveLength(5);
  });

  test('says by how much a sum does not add up, whichever way', () => {
    const dates = (examined: number) => datesInWords({ ...night, examined }).unexplained;
    expect([9, 10, 11].map(dates)).toEqual([-1, 0, 1]);
  });

  test.each([
    [0, 'Every one is accounted for.'],
    [1, '1 is not accounted for.'],
    [2, '2 are not accounted for.'],
  ])('%i unexplained: %s', (unexplained, sentence) => {
    expect(explainedInWords({ unexplained })).toBe(sentence);
  });
});
