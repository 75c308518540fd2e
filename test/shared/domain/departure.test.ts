import { describe, expect, test } from 'vitest';
import type { Contact } from '../../../shared/domain/contact.ts';
import { checkDeparture, checkHandOver, departed, tooFarFrom } from '../../../shared/domain/departure.ts';
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
    ['twice', gone, 'already-departed'],
    ['of a team mailbox', team, 'team-stays'],
  ])('%s is refused', (_, leaving, refused) => {
    expect(checkDeparture(leaving)).toMatchObject({ refused });
  });
});

describe('handing over', () => {
  test.each<[string, Contact, Contact]>([
    ['to a colleague', anna, contact('sue')],
    ['to a team mailbox', anna, team],
    ['once they have left', gone, contact('sue')],
    ['to somebody else than the one chosen by mistake', departed(anna, 'tom'), contact('sue')],
  ])('%s is possible', (_, leaving, successor) => {
    expect(checkHandOver(leaving, successor)).toBeUndefined();
  });

  test.each<[string, Contact, Contact | undefined, string]>([
    ['to nobody there is', anna, undefined, 'unknown-contact'],
    ['to themselves', anna, anna, 'own-successor'],
    ['to the one who has taken over already', departed(anna, 'sue'), contact('sue'), 'already-handed-over'],
    ['to somebody who has left', anna, departed(contact('sue'), undefined), 'cannot-be-written-to'],
    [
      'to somebody who handed over to them: it would lead round in a circle',
      anna,
      departed(contact('sue'), 'anna'),
      'cannot-be-written-to',
    ],
    [
      'to somebody whose mail comes back',
      anna,
      contact('sue', { delivery: 'bounced' }),
      'cannot-be-written-to',
    ],
  ])('%s is refused at that box', (_, leaving, successor, refused) => {
    expect(checkHandOver(leaving, successor)).toMatchObject({ refused, field: 'successorId' });
  });

  test('of a team mailbox is refused', () => {
    expect(checkHandOver(team, contact('sue'))).toMatchObject({ refused: 'team-stays' });
  });
});

test('only those five hand-overs away are led to a new successor directly', () => {
  const line = Array.from({ length: 5 }, (_, index) => departed(contact(`c-${index}`), `c-${index + 1}`));
  const last = contact('c-5');
  const everybody = [...line, last, contact('other')];
  expect(tooFarFrom(last, everybody).map(({ id }) => id)).toEqual(['c-0']);
  expect(tooFarFrom(last, everybody.slice(1))).toEqual([]);
});
