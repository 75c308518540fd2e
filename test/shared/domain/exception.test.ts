import { describe, expect, test } from 'vitest';
import { liaisonTeam, liaisonTeamId } from '../../../shared/domain/contact.ts';
import {
  actionOn,
  cleared,
  type Exception,
  type ExceptionKind,
  exception,
  exceptionKinds,
  raise,
  whatToDo,
} from '../../../shared/domain/exception.ts';
import { sampleContact } from '../../support/sample-records.ts';

const at = '2020-10-26T06:10:04.000Z';
const recommendation = { caseId: '2019-127918', number: 2 };

describe('raising an exception', () => {
  test.each<[string, ExceptionKind, Parameters<typeof raise>[1], string]>([
    ['a recommendation', 'no-owner', recommendation, 'no-owner-2019-127918.2'],
    ['a contact', 'departed', { contactId: 'jane' }, 'departed-jane'],
    ['a mail to a contact', 'refused', { contactId: 'jane', mailId: 'mail-1' }, 'refused-mail-1'],
    [
      'a contact, found with a recommendation',
      'bounced',
      { ...recommendation, contactId: 'jane' },
      'bounced-jane',
    ],
  ])('about %s twice is raising it once: its id is made of what it is about', (_, kind, about, id) => {
    expect(raise(kind, about, at)).toEqual({ ...about, id, kind, raisedAt: at, version: 1 });
    expect(raise(kind, about, '2020-10-27T06:10:04.000Z').id).toBe(id);
  });

  test('of every kind is one that can be kept', () => {
    for (const kind of Object.keys(exceptionKinds) as ExceptionKind[])
      expect(exception.safeParse(raise(kind, recommendation, at)).success).toBe(true);
    expect(exception.safeParse({ ...raise('refused', {}, at), kind: 'bored' }).success).toBe(false);
  });
});

describe('the page on which it is dealt with', () => {
  const raised = (kind: ExceptionKind, about: Partial<Exception>) => actionOn(raise(kind, about, at));

  test('is where a successor is chosen for who has left', () => {
    expect(raised('departed', { contactId: 'jane' })).toEqual({
      text: 'Choose who takes over',
      path: '/contacts/jane/departure',
    });
  });

  test('is where an owner is chosen for what nobody owns', () => {
    expect(raised('no-owner', recommendation)).toEqual({
      text: 'Choose an owner',
      path: '/cases/2019-127918/recommendations/2/owner',
    });
  });

  test.each(['bounced', 'complained'] as const)('is where the address is seen to: %s', (kind) => {
    expect(raised(kind, { contactId: 'jane' })).toEqual({
      text: 'See to the address',
      path: `/exceptions/${kind}-jane/clear`,
    });
  });

  test.each<[string, ExceptionKind, Partial<Exception>, string]>([
    ['any other kind', 'ledger-differs', recommendation, 'ledger-differs-2019-127918.2'],
    ['what nobody owns where no case is named', 'no-owner', { contactId: 'jane' }, 'no-owner-jane'],
    [
      'what nobody owns where only a number is',
      'no-owner',
      { number: 2, contactId: 'jane' },
      'no-owner-jane',
    ],
    ['what nobody owns where no number is', 'no-owner', { caseId: 'c', contactId: 'jane' }, 'no-owner-jane'],
  ])('is where it is cleared for %s', (_, kind, about, id) => {
    expect(raised(kind, about)).toEqual({ text: 'Clear', path: `/exceptions/${id}/clear` });
  });
});

const about = (kind: ExceptionKind, contactId: string) => raise(kind, { contactId }, at);

describe('what to do about mail that comes back', () => {
  test('from a person: a new address, or who takes over', () => {
    expect(whatToDo(about('bounced', 'anna'), sampleContact())).toMatch(
      /another address, or choose who takes over/,
    );
  });

  test('from a team mailbox: a new address; nobody can take over from it', () => {
    const says = whatToDo(about('bounced', 'team'), sampleContact('team', { kind: 'team' }));
    expect(says).toMatch(/another address/);
    expect(says).not.toMatch(/takes over/);
  });

  test.each(['bounced', 'complained'] as const)(
    '(%s) from the liaison team: only what it does not refuse',
    (kind) => {
      const says = whatToDo(about(kind, liaisonTeamId), liaisonTeam('liaison@force.example'));
      expect(says).toMatch(kind === 'bounced' ? /changed in the settings/ : /mail goes there again/);
      expect(says).not.toMatch(/takes over|another owner|Give it/);
    },
  );

  test('of one mail to the liaison team: as of anybody’s', () => {
    const one = raise('not-delivered', { mailId: 'm', contactId: liaisonTeamId }, at);
    expect(whatToDo(one, liaisonTeam('liaison@force.example'))).toBe(
      'Tell them in another way what it says. Then clear this.',
    );
  });
});

test('what a team reports as spam is asked of it as of anybody, and so is what bounces from nobody known', () => {
  const person = sampleContact();
  const team = sampleContact('team', { kind: 'team' });
  expect(whatToDo(about('complained', 'team'), team)).toBe(whatToDo(about('complained', 'anna'), person));
  expect(whatToDo(about('bounced', 'gone'), undefined)).toBe(whatToDo(about('bounced', 'anna'), person));
});

test('an exception that is cleared says by whom and when, and stays what it was', () => {
  const raised = about('bounced', 'anna');
  expect(cleared(raised, 'Lee', '2020-11-21T09:00:00.000Z')).toEqual({
    ...raised,
    clearedBy: 'Lee',
    clearedAt: '2020-11-21T09:00:00.000Z',
  });
});
