import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Account, accountOf, isOutcome, outcomes } from '../../../shared/domain/account.ts';
import { accountInWords, explainedInWords, heldBackInWords } from '../../../shared/domain/account-words.ts';
import { type MailState, mailStates } from '../../../shared/domain/mail.ts';
import { balances, type Night } from '../../../shared/domain/night.ts';
import { asideId, inPlaceId } from '../../../shared/domain/stand-in.ts';
import { sampleMail, sampleNight } from '../../support/sample-records.ts';

const mailIn = (state: MailState, id = `mail-${state}`) => sampleMail(id, [], { state });
const states = Object.keys(mailStates) as MailState[];
const one = sampleNight({ mails: 1, handedOver: 1 });

describe('the account of a run', () => {
  test.each<[MailState, string]>([
    ['PENDING', 'waiting'],
    ['CLAIMED', 'waiting'],
    ['SENT', 'sent'],
    ['DELIVERED', 'delivered'],
    ['COMPLAINED', 'delivered'],
    ['NO_CONFIRMATION', 'unconfirmed'],
    ['BOUNCED', 'bounced'],
    ['SUPERSEDED', 'not-needed'],
    ['SUPPRESSED', 'kept-back'],
    ['FAILED', 'refused'],
    ['NEEDS_HUMAN', 'needs-person'],
  ])('counts a mail that is %s as %s', (state, outcome) => {
    expect(accountOf(one, [mailIn(state)])).toMatchObject({ outcomes: { [outcome]: 1 }, unexplained: 0 });
  });

  test('says each state of a mail', () => {
    const night = sampleNight({ mails: states.length, handedOver: states.length });
    const { outcomes, unexplained } = accountOf(
      night,
      states.map((state) => mailIn(state)),
    );
    expect(Object.values(outcomes).reduce((sum, count) => sum + count)).toBe(states.length);
    expect(unexplained).toBe(0);
  });

  test.each([
    ['planned and not in the register', 2, 1],
    ['in the register and never planned', 0, 1],
    ['as planned', 1, 0],
  ])('a mail %s', (_, mails, unexplained) => {
    const night = sampleNight({ mails, handedOver: mails });
    expect(accountOf(night, [mailIn('SENT')]).unexplained).toBe(unexplained);
  });

  test('mails made since for a deputy or for damaged lines are a figure of their own, and were never planned', () => {
    const planned = mailIn('SUPERSEDED', 'b2f6');
    const forBill = mailIn('DELIVERED', inPlaceId(planned.id, 'bill'));
    const aside = mailIn('PENDING', asideId(forBill.id, 2));
    const account = accountOf(one, [planned, forBill, aside]);
    expect(account).toMatchObject({
      outcomes: { 'not-needed': 1 },
      standIns: { delivered: 1, waiting: 1 },
      unexplained: 0,
    });
    expect(accountOf(one, [forBill, aside]).unexplained).toBe(1);
  });

  test('one too many here never makes good one missing there', () => {
    const night = { ...one, examined: 1, due: -1 };
    expect(accountOf(night, [mailIn('SENT')]).unexplained).toBe(2);
  });
});

test('an end that a mail can come to is one of the ends by its own name', () => {
  expect(Object.keys(outcomes).every(isOutcome)).toBe(true);
  for (const text of ['lost', 'toString', '', undefined]) expect(isOutcome(text)).toBe(false);
});

const count = fc.nat({ max: 40 });

/** A statement that balances, and mails that are all in the register, some with others in their place. */
const anyRun = fc
  .record({
    reminded: count,
    notYet: count,
    noOwner: count,
    failed: count,
    reminders: count,
    changed: count,
    notWritten: count,
    parts: fc.record({
      toHandOver: count,
      sentAgain: count,
      needHuman: count,
      unconfirmed: count,
      waiting: count,
      settled: count,
      failed: count,
    }),
    states: fc.array(fc.constantFrom(...states), { maxLength: 30 }),
    standIns: fc.array(fc.constantFrom(...states), { maxLength: 5 }),
    heldBack: count,
  })
  .map(({ notYet, noOwner, parts, states: became, standIns, heldBack: wish, ...figures }) => {
    const toSend = became.length + parts.toHandOver + parts.sentAgain;
    const heldBack = Math.min(wish, toSend);
    const night = sampleNight({
      ...figures,
      examined: figures.reminded + notYet + noOwner + figures.failed,
      skipped: { 'not-yet': notYet, 'no-owner': noOwner },
      due: figures.reminders + figures.changed + figures.notWritten,
      mails: became.length,
      outstanding: { found: Object.values(parts).reduce((sum, each) => sum + each), ...parts },
      handedOver: toSend - heldBack,
      heldBack,
    });
    const mails = [
      ...became.map((state, index) => mailIn(state, `mail-${index}`)),
      ...standIns.map((state, index) => mailIn(state, inPlaceId(`mail-${index}`, 'bill'))),
    ];
    return { night, mails };
  });

const figures = [
  'examined',
  'reminded',
  'failed',
  'due',
  'reminders',
  'changed',
  'notWritten',
  'handedOver',
  'heldBack',
  'notHandedOver',
] as const satisfies (keyof Night)[];

const unexplainedInWords = (account: Account) =>
  accountInWords(account).reduce((sum, { unexplained }) => sum + Math.abs(unexplained), 0);

test.each([
  [0, ''],
  [
    1,
    '1 mail was held back, because the mail service takes only so many a day. The most urgent went first; the next run takes up the rest.',
  ],
  [
    12,
    '12 mails were held back, because the mail service takes only so many a day. The most urgent went first; the next run takes up the rest.',
  ],
])('of %d mails held back it is said why, and what comes of them', (heldBack, words) => {
  expect(heldBackInWords({ heldBack })).toBe(words);
});

describe('of any run', () => {
  test('that explains everything nothing is unexplained, and every sum adds up', () => {
    fc.assert(
      fc.property(anyRun, ({ night, mails }) => {
        const account = accountOf(night, mails);
        expect(balances(night)).toBe(true);
        expect(account.unexplained).toBe(0);
        expect(unexplainedInWords(account)).toBe(0);
        expect(explainedInWords(account)).toBe('Every one is accounted for.');
      }),
    );
  });

  test('whatever figure is wrong, by whatever it is, just that is unexplained', () => {
    const wrongBy = fc.integer({ min: -9, max: 9 }).filter((by) => by !== 0);
    fc.assert(
      fc.property(anyRun, fc.constantFrom(...figures), wrongBy, ({ night, mails }, figure, by) => {
        const account = accountOf({ ...night, [figure]: night[figure] + by }, mails);
        expect(account.unexplained).toBe(Math.abs(by));
        expect(unexplainedInWords(account)).toBe(Math.abs(by));
        expect(explainedInWords(account)).toMatch(/^\d+ (is|are) not accounted for\.$/);
      }),
    );
  });

  test('a planned mail that is lost from the register is unexplained, a stand-in is not', () => {
    fc.assert(
      fc.property(
        anyRun.filter(({ night }) => night.mails > 0),
        ({ night, mails }) => {
          expect(accountOf(night, mails.slice(1)).unexplained).toBe(1);
          expect(accountOf(night, mails.slice(0, night.mails)).unexplained).toBe(0);
        },
      ),
    );
  });
});
