import { describe, expect, test } from 'vitest';
import { liaisonTeam, liaisonTeamId } from '../../../shared/domain/contact.ts';
import { type ExceptionKind, raise, whatToDo } from '../../../shared/domain/exception.ts';
import { sampleContact } from '../../support/sample-records.ts';

const at = '2020-11-20T06:12:00.000Z';
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
