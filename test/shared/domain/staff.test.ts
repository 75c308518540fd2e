import { describe, expect, test } from 'vitest';
import { mayDo, type Role, roles, staff } from '../../../shared/domain/staff.ts';
import { sampleStaff } from '../../support/sample-records.ts';

describe('a role', () => {
  const enough: Record<Role, Role[]> = {
    viewer: ['viewer'],
    liaison: ['viewer', 'liaison'],
    administrator: ['viewer', 'liaison', 'administrator'],
  };

  test.each(Object.keys(roles) as Role[])(
    'of a %s is enough for what the ones before it may, and no more',
    (role) => {
      expect((Object.keys(roles) as Role[]).filter((needed) => mayDo(role, needed))).toEqual(enough[role]);
    },
  );
});

describe('a staff record', () => {
  test('is read as it is kept', () => {
    const bound = sampleStaff('ada', { subject: { issuer: 'https://id.force.example', sub: '1' } });
    expect(staff.parse(bound)).toEqual(bound);
  });

  test.each([{ role: 'owner' }, { status: 'away' }, { id: 'ADA#1' }, { scope: { bodies: [] } }])(
    'with %o is damaged',
    (damage) => {
      expect(staff.safeParse({ ...sampleStaff(), ...damage }).success).toBe(false);
    },
  );
});
