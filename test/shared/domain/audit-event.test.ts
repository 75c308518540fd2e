import { describe, expect, test } from 'vitest';
import { auditEvent, moves } from '../../../shared/domain/audit-event.ts';

describe('an audit event', () => {
  const event = { id: 'e', at: '2021-02-15T10:00:00Z', by: 'Lee', changes: [] };

  test('is one of the moves people make, each a sentence in the history', () => {
    for (const move of Object.keys(moves))
      expect(auditEvent.safeParse({ ...event, move }).success).toBe(true);
    expect(auditEvent.safeParse({ ...event, move: 'tidy-up' }).success).toBe(false);
    for (const sentence of Object.values(moves)) expect(sentence).toMatch(/^[A-Z][a-z ]+$/);
  });

  test('keeps what a record was and what it became', () => {
    const changes = [
      {
        record: 'deadline',
        key: 'CASE#1 REC#001',
        before: { state: 'open' },
        after: { state: 'met', metOn: '2021-02-15' },
      },
    ];
    expect(auditEvent.parse({ ...event, move: 'record-update', changes }).changes).toEqual(changes);
    expect(
      auditEvent.safeParse({ ...event, move: 'record-update', changes: [{ record: 'x' }] }).success,
    ).toBe(false);
  });
});
