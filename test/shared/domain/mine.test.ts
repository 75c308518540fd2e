import { describe, expect, test } from 'vitest';
import { actingFor, managerIdOf } from '../../../shared/domain/acting.ts';
import type { Contact } from '../../../shared/domain/contact.ts';
import { mineOf, ownersOf } from '../../../shared/domain/mine.ts';
import type { People } from '../../../shared/domain/night.ts';
import { sampleContact } from '../../support/sample-records.ts';

const [anna, bill, carol, dora, sue] = ['anna', 'bill', 'carol', 'dora', 'sue'].map((id) =>
  sampleContact(id),
);
const owned: People = { owner: anna!, manager: bill!, chair: carol! };

describe('whose a recommendation is', () => {
  test('its owner acts on it; the owner’s manager and the board’s chair read it; to anybody else it is not there', () => {
    expect(mineOf([owned], ['anna'])).toEqual({ may: 'act', as: anna });
    expect(mineOf([owned], ['bill'])).toEqual({ may: 'read', as: bill });
    expect(mineOf([owned], ['carol'])).toEqual({ may: 'read', as: carol });
    expect(mineOf([owned], ['dora'])).toBeUndefined();
    expect(mineOf([owned], [])).toBeUndefined();
    expect(mineOf([], ['anna'])).toBeUndefined();
  });

  test('nobody’s is nobody’s', () => {
    expect(mineOf([{}], ['anna'])).toBeUndefined();
    expect(mineOf([{ owner: undefined }], ['anna'])).toBeUndefined();
  });

  test('who owns one of its open duties acts on it, also where they only read the rest', () => {
    expect(mineOf([owned, { owner: dora! }], ['dora'])).toEqual({ may: 'act', as: dora });
    expect(mineOf([owned, { owner: bill! }], ['bill'])).toEqual({ may: 'act', as: bill });
  });

  test('who is several contacts acts as the one that owns it', () => {
    expect(mineOf([owned], ['bill', 'anna'])).toEqual({ may: 'act', as: anna });
  });
});

describe('who acts for the owner has it as the owner had', () => {
  const people = (...contacts: Contact[]): People => {
    const find = (id: string) => contacts.find((each) => each.id === id);
    const managerId = managerIdOf(contacts[0]!, find);
    const manager = managerId ? find(managerId) : undefined;
    return { owner: actingFor(contacts[0]!, find), ...(manager ? { manager } : {}) };
  };

  test('who took over acts, and who left does not', () => {
    const left = sampleContact('anna', { status: 'departed', successorId: 'sue', managerId: 'bill' });
    const now = people(left, sue!, bill!);
    expect(mineOf([now], ['sue'])).toEqual({ may: 'act', as: sue });
    expect(mineOf([now], ['anna'])).toBeUndefined();
    expect(mineOf([now], ['bill'])).toEqual({ may: 'read', as: bill });
  });

  test('a deputy acts only while the owner cannot be written to', () => {
    const here = sampleContact('anna', { deputyId: 'dora' });
    expect(mineOf([people(here, dora!)], ['dora'])).toBeUndefined();
    const bounced = { ...here, delivery: 'bounced' as const };
    expect(mineOf([people(bounced, dora!)], ['dora'])).toEqual({ may: 'act', as: dora });
  });
});

test('asked of: the recommendation, and each duty that is open and the owner’s to do', () => {
  const duty = (kind: 'response' | 'update' | 'publication', state: 'open' | 'met', ownerId: string) => ({
    kind,
    state,
    ownerId,
  });
  const duties = [
    duty('response', 'met', 'bill'),
    duty('update', 'open', 'carol'),
    duty('publication', 'open', 'liaison-team'),
  ];
  expect(ownersOf({ ownerId: 'anna', boardId: 'learning', duties })).toEqual([
    { ownerId: 'anna', boardId: 'learning' },
    duty('update', 'open', 'carol'),
  ]);
});
