import { describe, expect, test } from 'vitest';
import { actingFor, holdersOf, managerIdOf } from '../../../shared/domain/acting.ts';
import type { Contact } from '../../../shared/domain/contact.ts';
import { contact } from './essex.ts';

const among = (...contacts: Contact[]) => {
  const byId = new Map(contacts.map((each) => [each.id, each]));
  return (id: string) => byId.get(id);
};
const left = (id: string, successorId?: string, more: Partial<Contact> = {}) =>
  contact(id, { status: 'departed', ...(successorId ? { successorId } : {}), ...more });
const idsOf = (contacts: Contact[]) => contacts.map(({ id }) => id);

/** c-0 handed over to c-1, c-1 to c-2, and so on; the last has not left. */
const line = (handOvers: number): [Contact, ...Contact[]] => [
  left('c-0', 'c-1'),
  ...Array.from({ length: handOvers - 1 }, (_, index) => left(`c-${index + 1}`, `c-${index + 2}`)),
  contact(`c-${handOvers}`),
];

describe('who took over from whom', () => {
  test('is followed to the one who has not handed over', () => {
    const [anna, ...others] = [left('anna', 'sue'), left('sue', 'tom'), contact('tom')] as const;
    expect(idsOf(holdersOf(anna, among(...others)))).toEqual(['anna', 'sue', 'tom']);
    expect(idsOf(holdersOf(others[1], among()))).toEqual(['tom']);
  });

  test.each([
    [5, 'c-5'],
    [6, 'c-5'],
  ])('of %i hand-overs five are followed', (handOvers, last) => {
    const everybody = line(handOvers);
    expect(holdersOf(everybody[0], among(...everybody)).at(-1)?.id).toBe(last);
  });

  test('comes to an end where the records lead round in a circle', () => {
    const [anna, sue] = [left('anna', 'sue'), left('sue', 'anna')];
    expect(holdersOf(anna, among(anna, sue))).toHaveLength(6);
  });

  test('is nobody where the one named is not there, or has not left', () => {
    expect(idsOf(holdersOf(left('anna', 'ghost'), among()))).toEqual(['anna']);
    const here = contact('anna', { successorId: 'sue' });
    expect(idsOf(holdersOf(here, among(contact('sue'))))).toEqual(['anna']);
  });
});

describe('who acts for a contact', () => {
  test.each<[string, Contact, Contact[], string]>([
    [
      'they themselves while mail reaches them',
      contact('anna', { deputyId: 'dora' }),
      [contact('dora')],
      'anna',
    ],
    [
      'their deputy when it comes back',
      contact('anna', { delivery: 'bounced', deputyId: 'dora' }),
      [contact('dora')],
      'dora',
    ],
    [
      'their deputy when they have left and nobody has taken over',
      left('anna', undefined, { deputyId: 'dora' }),
      [contact('dora')],
      'dora',
    ],
    [
      'whoever took over, before the deputy',
      left('anna', 'sue', { deputyId: 'dora' }),
      [contact('sue'), contact('dora')],
      'sue',
    ],
    [
      'whoever took over from the deputy',
      left('anna', undefined, { deputyId: 'dora' }),
      [left('dora', 'tom'), contact('tom')],
      'tom',
    ],
    [
      'the deputy of whoever took over, where mail to them comes back',
      left('anna', 'sue', { deputyId: 'dora' }),
      [contact('sue', { delivery: 'bounced', deputyId: 'tom' }), contact('dora'), contact('tom')],
      'tom',
    ],
    [
      'the deputy of the one who left, where the successor has none',
      left('anna', 'sue', { deputyId: 'dora' }),
      [contact('sue', { delivery: 'bounced' }), contact('dora')],
      'dora',
    ],
    ['nobody else, where there is no deputy', contact('anna', { delivery: 'bounced' }), [], 'anna'],
    [
      'nobody else, where the deputy is not there',
      left('anna', undefined, { deputyId: 'ghost' }),
      [],
      'anna',
    ],
    [
      'nobody else, where the deputy cannot be mailed either',
      contact('anna', { delivery: 'bounced', deputyId: 'dora' }),
      [contact('dora', { delivery: 'complained' })],
      'anna',
    ],
  ])('%s', (_, named, others, acting) => {
    expect(actingFor(named, among(...others)).id).toBe(acting);
  });
});

describe('the manager of whoever holds a post', () => {
  test.each<[string, Contact, string | undefined]>([
    ['is the successor’s own', contact('sue', { managerId: 'max' }), 'max'],
    ['is that of the one who left, where the successor has none', contact('sue'), 'mona'],
  ])('%s', (_, sue, manager) => {
    expect(managerIdOf(left('anna', 'sue', { managerId: 'mona' }), among(sue))).toBe(manager);
  });

  test('is nobody, where neither has one', () => {
    expect(managerIdOf(left('anna', 'sue'), among(contact('sue')))).toBeUndefined();
  });
});
