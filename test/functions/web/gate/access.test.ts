import { expect, test } from 'vitest';
import { access } from '../../../../functions/web/gate/access.ts';
import { createStaffApp } from '../../../../functions/web/staff-app.tsx';
import { openTable } from '../../../../shared/store/table.ts';
import { sampleStaff } from '../../../support/gate-of.ts';
import { morningOf } from '../../../support/sample-records.ts';
import { webDeps } from '../../../support/web-deps.ts';

const staffApp = () => {
  const deps = webDeps(openTable('none'), morningOf('2020-11-20'));
  return createStaffApp({ ...deps, assets: {} as never }, sampleStaff());
};

test('every request that the staff form answers has its line in the table of access, and every line is of one', () => {
  const answered = staffApp()
    .routes.filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  expect(Object.keys(access).sort()).toEqual([...new Set(answered)].sort());
});

const requests = Object.entries(access);

test('a viewer changes nothing but where they are signed in: whatever else is no GET is for liaison staff or administrators', () => {
  const open = requests.filter(
    ([request, { role }]) =>
      !request.startsWith('GET ') && !request.endsWith('/sign-out') && role === 'viewer',
  );
  expect(open.map(([request]) => request)).toEqual([]);
});

test('settings, staff and what is held about a person are changed and read by administrators only', () => {
  const changed =
    /^(POST|PUT) (\/api\/v1)?\/(settings|staff|stage-plan|retention)|^GET \/(staff|retention|contacts\/:id\/everything)/;
  const others = requests.filter(([request, { role }]) => changed.test(request) && role !== 'administrator');
  expect(others.map(([request]) => request)).toEqual([]);
});

test('what answers for others is changed only by who looks after everything: contacts, and the chairs and meetings of boards', () => {
  const shared = /^POST (\/api\/v1)?\/(contacts|boards)\/:id\//;
  const abouts = requests.filter(([request]) => shared.test(request)).map(([, { about }]) => about);
  expect(abouts.length).toBe(12);
  expect(new Set(abouts)).toEqual(new Set(['everything', 'all-of-board']));
});
