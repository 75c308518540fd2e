import { describe, expect, test } from 'vitest';
import type { Contact } from '../../../shared/domain/contact.ts';
import {
  checkDeparture,
  checkHandOver,
  checkReturn,
  departed,
  departureInput,
  returned,
  returnInput,
  tooFarFrom,
} from '../../../shared/domain/departure.ts';
import { contact } from './essex.ts';

const anna = contact('anna');
const gone = departed(anna, undefined);
const team = contact('team', { kind: 'team' });

describe('that somebody has left', () => {
  test('is recorded whoever takes over, or nobody', () => {
    expect(checkDeparture(anna)).toBeUndefined();
    expect(departed(anna, undefined)).toEqual({ ...anna, status: 'departed' });
    expect(departed(anna, 'sue')).toEqual({ ...anna, status: 'departed', successorId: 'sue' });
  });

  test.each([
    ['twice', gone, 'already-departed', 'It has already been recorded that Alex anna has left'],
    [
      'of a team mailbox',
      team,
      'team-stays',
      'Alex team is a team mailbox, which nobody leaves: change its address instead',
    ],
  ])('%s is refused', (_, leaving, refused, message) => {
    expect(checkDeparture(leaving)).toEqual({ refused, message });
  });
});

describe('handing over', () => {
  test.each<[string, Contact, Contact]>([
    ['to a colleague', anna, contact('sue')],
    ['to a team mailbox', anna, team],
    ['once they have left', gone, contact('sue')],
    ['to somebody else than the one chosen by mistake', departed(anna, 'tom'), contact('sue')],
    [
      'to whoever had taken over before they came back',
      contact('anna', { successorId: 'sue' }),
      contact('sue'),
    ],
  ])('%s is possible', (_, leaving, successor) => {
    expect(checkHandOver(leaving, successor)).toBeUndefined();
  });

  const silent = {
    refused: 'cannot-be-written-to',
    message: 'Alex sue cannot be written to: choose somebody else',
  };
  test.each<[string, Contact, Contact | undefined, { refused: string; message: string }]>([
    [
      'to nobody there is',
      anna,
      undefined,
      { refused: 'unknown-contact', message: 'Choose a contact from the list' },
    ],
    [
      'to themselves',
      anna,
      anna,
      { refused: 'own-successor', message: 'Alex anna is the one who leaves: choose somebody else' },
    ],
    [
      'to the one who has taken over already',
      departed(anna, 'sue'),
      contact('sue'),
      { refused: 'already-handed-over', message: 'Alex sue has already taken over from Alex anna' },
    ],
    ['to somebody who has left', anna, departed(contact('sue'), undefined), silent],
    [
      'to somebody who handed over to them: it would lead round in a circle',
      anna,
      departed(contact('sue'), 'anna'),
      silent,
    ],
    ['to somebody whose mail comes back', anna, contact('sue', { delivery: 'bounced' }), silent],
  ])('%s is refused at that box', (_, leaving, successor, refusal) => {
    expect(checkHandOver(leaving, successor)).toEqual({ ...refusal, field: 'successorId' });
  });

  test('of a team mailbox is refused', () => {
    expect(checkHandOver(team, contact('sue'))).toMatchObject({ refused: 'team-stays' });
  });
});

describe('that somebody is back', () => {
  test('can be recorded of whoever has left, and of nobody in post', () => {
    expect(checkReturn(gone)).toBeUndefined();
    expect(checkReturn(departed(anna, 'sue'))).toBeUndefined();
    expect(checkReturn(anna)).toEqual({
      refused: 'already-in-post',
      message: 'Alex anna is in post: it has not been recorded that they have left',
    });
  });

  test('makes theirs again what is recorded as theirs: nobody acts for them any more', () => {
    expect(returned(departed(anna, 'sue'))).toEqual(anna);
    expect(returned(departed({ ...anna, deputyId: 'tom' }, 'sue'))).toEqual({ ...anna, deputyId: 'tom' });
  });
});

test('a reason may be given, on one line, or none', () => {
  for (const typed of [departureInput, returnInput]) {
    expect(typed.parse({ reason: 'Retired' })).toEqual({ reason: 'Retired' });
    expect(typed.safeParse({}).success).toBe(true);
    expect(typed.safeParse({ reason: 'a\nb' }).error?.issues[0]?.message).toBe(
      'The reason must be on one line',
    );
  }
});

test('only those five hand-overs away are led to a new successor directly', () => {
  const line = Array.from({ length: 5 }, (_, index) => departed(contact(`c-${index}`), `c-${index + 1}`));
  const last = contact('c-5');
  const everybody = [...line, last, contact('other')];
  expect(tooFarFrom(last, everybody).map(({ id }) => id)).toEqual(['c-0']);
  expect(tooFarFrom(last, everybody.slice(1))).toEqual([]);
  expect(tooFarFrom(contact('other'), everybody)).toEqual([]);
});
