import { describe, expect, test } from 'vitest';
import {
  contactId,
  contactInput,
  contact as contactRecord,
  isLive,
  liaisonTeam,
} from '../../../shared/domain/contact.ts';
import { contact } from './essex.ts';

const typed = {
  name: 'Sam Field',
  post: 'Head of Professional Standards',
  email: 'sam.field@essex.police.uk',
};
const messages = (more: object) =>
  contactInput.safeParse({ ...typed, ...more }).error?.issues.map(({ message }) => message);

describe('who can be mailed', () => {
  test('an active contact whose mail arrives', () => {
    expect(isLive(contact('a'))).toBe(true);
  });

  test.each([
    ['has left', { status: 'departed' }],
    ['bounces', { delivery: 'bounced' }],
    ['complained', { delivery: 'complained' }],
    ['has left and bounces', { status: 'departed', delivery: 'bounced' }],
  ] as const)('not one who %s', (_, more) => {
    expect(isLive(contact('a', more))).toBe(false);
  });

  test('and not nobody', () => {
    expect(isLive(undefined)).toBe(false);
  });
});

describe('what a person types to add a contact', () => {
  test.each([
    'sam.field@essex.police.uk',
    "o'neil+iopc@essex.pnn.police.uk",
    'SAM@ESSEX.POLICE.UK',
    'wyn@heddlu-gwent.cymru',
  ])('%s is an email address', (email) => {
    expect(messages({ email })).toBeUndefined();
  });

  test.each([
    'sam.field',
    'sam@essex',
    'sam@',
    '@essex.police.uk',
    'sam field@essex.police.uk',
    'sam@essex.police.uk, lee@essex.police.uk',
    'Sam <sam@essex.police.uk>',
    'sam@essex.police.uk;lee@essex.police.uk',
    'sam@@essex.police.uk',
    'sam@essex.police.uk.',
    '"sam"@essex.police.uk',
    'sam..field@essex.police.uk',
    '.sam@essex.police.uk',
    'sam.@essex.police.uk',
    'sam@-essex.police.uk',
    'sam@essex..uk',
    'ŵyn@heddlu.cymru',
    'wyn@heddŵ.cymru',
  ])('%s is none', (email) => {
    expect(messages({ email })).toEqual([
      'Enter an email address in the correct format, like name@example.police.uk',
    ]);
  });

  test('an address cannot smuggle a header in', () => {
    expect(messages({ email: 'sam@essex.police.uk\nBcc: all@example.org' })).toContain(
      'An email address must be on one line',
    );
  });

  test('an address has 254 characters at most', () => {
    const of = (length: number) => `${'x'.repeat(length - '@essex.police.uk'.length)}@essex.police.uk`;
    expect(messages({ email: of(254) })).toBeUndefined();
    expect(messages({ email: of(255) })).toEqual(['An email address must be 254 characters or fewer']);
  });

  test('a contact is a post as well as a person; the manager may be left out', () => {
    expect(messages({ post: ' ' })).toEqual(['Enter the post they hold']);
    expect(messages({ name: '' })).toEqual(['Enter the contact’s name']);
    expect(messages({ managerId: '' })).toBeUndefined();
    expect(messages({ managerId: 'Not An Id' })).toEqual(['Choose a contact from the list']);
  });
});

test('the liaison team is a mailbox among the contacts, and can be mailed from the start', () => {
  const team = liaisonTeam('liaison@essex.police.uk');
  expect(team).toEqual({
    id: 'liaison-team',
    kind: 'team',
    name: 'Liaison team',
    post: 'Liaison team',
    email: 'liaison@essex.police.uk',
    status: 'active',
    delivery: 'ok',
    version: 1,
  });
  expect(contactRecord.parse(team)).toEqual(team);
  expect(isLive(team)).toBe(true);
});

test('an id is small letters, numbers and hyphens, so that it can stand in a key', () => {
  for (const id of ['a', 'a-1', 'x'.repeat(64)]) expect(contactId.safeParse(id).success).toBe(true);
  for (const id of ['', 'A', 'a#b', 'a b', 'x'.repeat(65)])
    expect(contactId.safeParse(id).success).toBe(false);
});
