import { describe, expect, test } from 'vitest';
import { type ExceptionKind, exceptionKinds, raise, whatToDo } from '../../../shared/domain/exception.ts';

const todo = (kind: ExceptionKind) =>
  whatToDo(raise(kind, { contactId: 'anna' }, '2020-11-20T06:12:00.000Z'), undefined);

describe('what to do about each kind', () => {
  const kinds = Object.keys(exceptionKinds) as ExceptionKind[];

  test.each(kinds)('%s is said in words of everyday', (kind) => {
    for (const words of [exceptionKinds[kind], todo(kind)])
      expect(words).not.toMatch(/exception|ledger|NEEDS|quota|queue|bounce|suppress|deadline|stage|\bid\b/i);
    expect(todo(kind)).toMatch(/^[A-Z].*\.$/);
  });

  test.each(['not-delivered', 'refused', 'needs-human', 'unconfirmed', 'ledger-differs'] as const)(
    '%s ends with clearing it, because nothing else does',
    (kind) => {
      expect(todo(kind)).toMatch(/[Tt]hen clear this\.$/);
    },
  );

  test('a mail of which nobody knows whether it came is asked about, and told again if it did not', () => {
    expect(todo('needs-human')).toBe(
      'Ask them whether it came; if not, tell them what it says. Then clear this.',
    );
  });
});
