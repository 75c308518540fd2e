import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../../../shared/runtime/clock.ts';
import { staffKey } from '../../../../../shared/store/keys.ts';
import { read } from '../../../../../shared/store/read.ts';
import { listSessions, startSession } from '../../../../../shared/store/sessions.ts';
import { listStaff } from '../../../../../shared/store/staff.ts';
import type { Table } from '../../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../../support/embedded-table.ts';
import { sampleStaff as askingStaff } from '../../../../support/gate-of.ts';
import { everyHistory, wrongIn } from '../../../../support/histories.ts';
import { board } from '../../../../support/recorded.ts';
import { onTheStaff } from '../../../../support/sign-in-site.ts';
import { openStaffForm, type StaffForm } from '../../../../support/staff-form.ts';

let tables: EmbeddedTables;
let table: Table;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  form = openStaffForm(table, '2020-11-20');
});

const typed = { name: 'Lee Moss', email: 'Lee.Moss@Force.Example', role: 'liaison', bodies: '' };
const lee = async () => (await listStaff(table))[0]!;
const now = () => systemClock.now();
const signedIn = (staffId: string, secret: string) =>
  startSession(table, { staffId, staffVersion: 1 }, { secret, formToken: 'x' }, now());

describe('adding somebody who may sign in', () => {
  test('keeps their address in small letters, what they may do and what they are limited to, and tells of it', async () => {
    await board(table, 'learning');
    const saved = await form.save('/staff', {
      ...typed,
      bodies: 'Essex Police\r\n\r\n Kent Police ',
      boards: 'learning',
    });
    expect(saved.words).toContain('Added. They can sign in now');
    expect(saved.words).toContain('Lee Moss');
    expect(saved.words).toContain('Essex Police, Kent Police, learning');
    expect(await lee()).toMatchObject({
      email: 'lee.moss@force.example',
      role: 'liaison',
      scope: { bodies: ['Essex Police', 'Kent Police'], boards: ['learning'] },
      status: 'active',
    });
    expect((await form.get(`/staff/${(await lee()).id}/history`)).words).toContain(
      'Person added who may sign in',
    );
  });

  test('limited to nothing, they have no limit', async () => {
    const { words } = await form.save('/staff', typed);
    expect(words).toContain('Liaison officer No limit');
  });

  test('refuses an address that somebody has, however it is written, and keeps what was typed', async () => {
    await form.save('/staff', typed);
    const again = await form.post('/staff', { ...typed, name: 'Lee Other', email: 'LEE.MOSS@force.example' });
    expect([again.status, again.problems]).toEqual([
      409,
      [{ message: 'Somebody with the address lee.moss@force.example can already sign in', href: '#email' }],
    ]);
    expect(again.fields).toMatchObject({ name: 'Lee Other', role: 'liaison' });
    expect(await listStaff(table)).toHaveLength(1);
  });

  test('of one address twice at the same moment is done once', async () => {
    const posts = await Promise.all([1, 2, 3].map(() => form.post('/staff', typed)));
    expect(posts.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    expect(await listStaff(table)).toHaveLength(1);
  });

  test('gives the address of somebody who has left to somebody new, as another person', async () => {
    await form.save('/staff', typed);
    const { id } = await lee();
    await form.save(`/staff/${id}/end`, {});
    await form.save('/staff', { ...typed, name: 'Lee Second' });
    expect((await listStaff(table)).map(({ name, status }) => [name, status])).toEqual([
      ['Lee Moss', 'left'],
      ['Lee Second', 'active'],
    ]);
  });

  test('refuses what is missing or unknown, each at its box', async () => {
    const answer = await form.post('/staff', { name: '', email: 'lee', role: 'owner', bodies: '' });
    expect(answer.status).toBe(422);
    expect(answer.problems.map(({ href }) => href)).toEqual(['#name', '#email', '#role']);
    const unknownBoard = await form.post('/staff', { ...typed, boards: 'no-such-board' });
    expect(unknownBoard.problems[0]?.message).toBe('Choose boards from the list');
  });
});

describe('changing what somebody may do', () => {
  test('shows it filled in, saves it, signs them out and tells of it', async () => {
    await form.save('/staff', typed);
    const { id } = await lee();
    await signedIn(id, 'one');
    expect((await form.get(`/staff/${id}/change`)).fields).toMatchObject({
      name: 'Lee Moss',
      role: 'liaison',
    });
    const saved = await form.save(`/staff/${id}/change`, { ...typed, role: 'viewer' });
    expect(saved.words).toContain('What they may do was changed');
    expect(await read(table, 'staff', staffKey(id))).toMatchObject({ role: 'viewer', version: 2 });
    expect(await listSessions(table, now())).toEqual([]);
    expect((await form.get(`/staff/${id}/history`)).words).toContain('What a person may do changed');
  });

  test('to an address that somebody else has is refused; to a free one it is theirs, and the old one is free', async () => {
    await onTheStaff(table, 'ada');
    await onTheStaff(table, 'adam');
    const ada = { name: 'Ada Hart', email: 'adam@force.example', role: 'viewer', bodies: '' };
    expect((await form.post('/staff/ada/change', ada)).status).toBe(409);
    await form.save('/staff/ada/change', { ...ada, email: 'new@force.example' });
    await form.save('/staff/adam/change', { ...ada, name: 'Adam', email: 'ada@force.example' });
    expect((await listStaff(table)).map(({ email }) => email).sort()).toEqual([
      'ada@force.example',
      'new@force.example',
    ]);
  });

  test('of oneself is refused, and so is ending one’s own access', async () => {
    await onTheStaff(table, 'sample-staff');
    const before = await read(table, 'staff', staffKey('sample-staff'));
    const own = { name: 'Me', email: 'sample-staff@force.example', role: 'administrator', bodies: '' };
    expect((await form.post('/staff/sample-staff/change', own)).words).toContain(
      'Nobody changes or ends their own access',
    );
    expect((await form.get('/staff/sample-staff/end')).status).toBe(422);
    expect((await form.post('/staff/sample-staff/end', {})).status).toBe(422);
    expect(await read(table, 'staff', staffKey('sample-staff'))).toEqual(before);
  });

  test('of somebody who has left, or of nobody, is refused', async () => {
    await onTheStaff(table, 'ada', { status: 'left' });
    const ada = { name: 'Ada Hart', email: 'ada@force.example', role: 'viewer', bodies: '' };
    expect((await form.post('/staff/ada/change', ada)).words).toContain('Ada Hart can no longer sign in');
    expect((await form.post('/staff/ada/end', {})).status).toBe(422);
    for (const id of ['nobody', 'a%23b', '..'])
      expect((await form.get(`/staff/${id}/change`)).status).toBe(404);
  });
});

describe('who is signed in', () => {
  test('is listed with since when, and can be signed out, one session at a time', async () => {
    await onTheStaff(table, 'ada');
    const first = await signedIn('ada', 'one');
    const second = await signedIn('ada', 'two');
    expect((await form.get('/staff')).words).toContain('Ada Hart');
    const saved = await form.save('/staff/sign-out', { session: first.id });
    expect(saved.words).toContain('They were signed out');
    expect(await listSessions(table, now())).toMatchObject([{ id: second.id }]);
  });

  test('of no such session nothing is ended', async () => {
    await onTheStaff(table, 'ada');
    await signedIn('ada', 'one');
    await form.save('/staff/sign-out', { session: 'no-such-session' });
    expect(await listSessions(table, now())).toHaveLength(1);
  });
});

test('only administrators without limits see any of it, or a way to it', async () => {
  await onTheStaff(table, 'ada');
  const others = [
    askingStaff({ role: 'viewer' }),
    askingStaff({ role: 'liaison' }),
    askingStaff({ scope: { bodies: ['Essex Police'], boards: [] } }),
  ];
  for (const person of others) {
    const theirs = openStaffForm(table, '2020-11-20', undefined, undefined, undefined, person);
    for (const path of ['/staff', '/staff/new', '/staff/ada/change', '/staff/ada/end', '/staff/ada/history'])
      expect((await theirs.get(path)).status).toBe(403);
    expect((await theirs.post('/staff', typed)).status).toBe(403);
    expect((await theirs.post('/staff/ada/end', {})).status).toBe(403);
    expect((await theirs.get('/settings')).html).not.toContain('href="/staff"');
  }
  expect((await form.get('/settings')).html).toContain('href="/staff"');
  expect(await listStaff(table)).toMatchObject([{ id: 'ada', status: 'active' }]);
});

test('every history is whole after all of it', async () => {
  await form.save('/staff', typed);
  const { id } = await lee();
  await form.save(`/staff/${id}/change`, { ...typed, email: 'other@force.example' });
  await form.save(`/staff/${id}/end`, {});
  await form.save('/staff', typed);
  expect(wrongIn(await everyHistory(table))).toEqual([]);
});
