import { describe, expect, test } from 'vitest';
import { balances, differences, type Night } from '../../../shared/domain/night.ts';
import { sampleNight } from '../../support/sample-records.ts';

const statement = sampleNight({
  examined: 10,
  reminded: 4,
  skipped: { 'not-yet': 3, 'no-owner': 1, 'owner-unreachable': 1 },
  failed: 1,
  due: 9,
  reminders: 6,
  changed: 2,
  notWritten: 1,
  mails: 4,
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
  handedOver: 4,
  heldBack: 2,
  notHandedOver: 1,
});

const ofThose = (of: Partial<Night['outstanding']>) => ({ outstanding: { ...statement.outstanding, ...of } });

describe('the statement of a night balances', () => {
  test('when every deadline, reminder and mail it met is accounted for once', () => {
    expect(differences(statement)).toEqual({ deadlines: 0, reminders: 0, before: 0, toSend: 0 });
    expect(balances(statement)).toBe(true);
  });

  test('also when nothing was due', () => {
    expect(balances(sampleNight())).toBe(true);
  });
});

describe('it does not, and says by how much,', () => {
  test.each<[string, Partial<Night>, Partial<ReturnType<typeof differences>>]>([
    ['one deadline examined and not explained', { examined: 11 }, { deadlines: 1 }],
    ['one explained and not examined', { examined: 9 }, { deadlines: -1 }],
    ['one neither reminded of', { reminded: 3 }, { deadlines: 1 }],
    ['nor failed', { failed: 0 }, { deadlines: 1 }],
    ['nor skipped', { skipped: { 'not-yet': 3, 'no-owner': 1 } }, { deadlines: 1 }],
    ['one reminder due and not explained', { due: 10 }, { reminders: 1 }],
    ['one explained and not due', { due: 8 }, { reminders: -1 }],
    ['one neither planned', { reminders: 5 }, { reminders: 1 }],
    ['nor changed', { changed: 1 }, { reminders: 1 }],
    ['nor left unwritten', { notWritten: 0 }, { reminders: 1 }],
    ['one mail found and not explained', ofThose({ found: 29 }), { before: 1 }],
    ['one explained and not found', ofThose({ found: 27 }), { before: -1 }],
    ['one neither left to a person', ofThose({ needHuman: 2 }), { before: 1 }],
    ['nor never confirmed', ofThose({ unconfirmed: 3 }), { before: 1 }],
    ['nor waited for', ofThose({ waiting: 4 }), { before: 1 }],
    ['nor settled', ofThose({ settled: 5 }), { before: 1 }],
    ['nor failed', ofThose({ failed: 6 }), { before: 1 }],
    ['one to be handed over that was not found', ofThose({ toHandOver: 2 }), { before: -1, toSend: 1 }],
    ['one to be sent again that was not found', ofThose({ sentAgain: 3 }), { before: -1, toSend: 1 }],
    ['one mail planned and left out', { mails: 5 }, { toSend: 1 }],
    ['one handed over that was not planned', { handedOver: 5 }, { toSend: -1 }],
    ['one held back that was not planned', { heldBack: 3 }, { toSend: -1 }],
    ['one not taken by the queue that was not planned', { notHandedOver: 2 }, { toSend: -1 }],
  ])('with %s', (_, change, expected) => {
    const wrong = { ...statement, ...change };
    expect(balances(wrong)).toBe(false);
    expect(differences(wrong)).toEqual({ deadlines: 0, reminders: 0, before: 0, toSend: 0, ...expected });
  });
});
