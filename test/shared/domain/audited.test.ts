import { describe, expect, test } from 'vitest';
import { auditedPart, isAudited } from '../../../shared/domain/audited.ts';

describe('what only a person’s move may write', () => {
  test.each(['case', 'recommendation', 'deadline', 'contact', 'board', 'staff', 'evidence', 'revision'])(
    'is a %s',
    (record) => {
      expect(isAudited(record)).toBe(true);
    },
  );

  test.each(['reminder', 'mail', 'content', 'night', 'exception', 'event', 'chain'])(
    'is not a %s, which the runs write',
    (record) => {
      expect(isAudited(record)).toBe(false);
    },
  );

  test.each(['session', 'sign-in', 'staff-email', 'staff-subject'])(
    'is not a %s, by which somebody is let in or found',
    (record) => {
      expect(isAudited(record)).toBe(false);
    },
  );
});

describe('the part of a record that only a person’s move may change', () => {
  test('of a deadline is all but how far its reminders have come', () => {
    const deadline = {
      dueOn: '2021-02-20',
      state: 'open',
      settledThrough: { owner: '2021-02-13' },
      nextActionOn: '2021-02-19',
      stagesEdition: 2,
      plans: 3,
      version: 4,
    };
    expect(auditedPart('deadline', deadline)).toEqual({ dueOn: '2021-02-20', state: 'open' });
  });

  test('of a contact is all but whether mail arrives', () => {
    const contact = { email: 'jane@essex.police.uk', plans: 'kept', delivery: 'bounced', version: 4 };
    expect(auditedPart('contact', contact)).toEqual({ email: 'jane@essex.police.uk', plans: 'kept' });
  });

  test('of anything else is all but its version', () => {
    const board = { name: 'Learning board', delivery: 'kept', version: 4 };
    expect(auditedPart('board', board)).toEqual({ name: 'Learning board', delivery: 'kept' });
  });
});
