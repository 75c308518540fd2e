import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { access } from '../../../../functions/web/gate/access.ts';
import { caseId } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { openStaffForm, origin, type StaffForm } from '../../../support/staff-form.ts';

let tables: EmbeddedTables;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
  form = openStaffForm(await tables.newTable(), '2020-11-10');
});
afterAll(() => tables.stop());

const writes = Object.keys(access)
  .filter((line) => /^(?:POST|PUT) \/api\//.test(line))
  .map((line) => line.split(' ') as [method: string, path: string]);

/** What says which of several kinds is meant, without which a field cannot be known to be none of it. */
const kinds: Record<string, object> = { '/evidence': { kind: 'text' } };

test.each(writes)('%s %s refuses a field that it does not have, by name', async (method, path) => {
  const [, end] = Object.entries(kinds).find(([each]) => path.endsWith(each)) ?? [];
  const reply = await form.request(
    path
      .replace(':caseId', caseId)
      .replace(/:(number|sequence)/g, '1')
      .replace(':duty', 'response-1')
      .replace(/:\w+/g, 'unknown'),
    {
      method,
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ ...end, recieved: '2020-11-20' }),
    },
  );
  expect([reply.status, await reply.text()]).toEqual([
    422,
    expect.stringContaining('There is no field called recieved'),
  ]);
});

type Schema = {
  properties?: Record<string, Schema>;
  additionalProperties?: unknown;
  [of: string]: unknown;
};

/** Every object within a schema, by where it stands. */
function objectsIn(schema: unknown, at: string): [at: string, object: Schema][] {
  if (typeof schema !== 'object' || schema === null) return [];
  const here = schema as Schema;
  const within = Object.entries(here).flatMap(([name, each]) => objectsIn(each, `${at}/${name}`));
  return here.properties ? [[at, here], ...within] : within;
}

describe('within what is sent', () => {
  test('no object takes a field that it does not have, however deep it stands', async () => {
    const description = await (await form.request('/api/v1/openapi.json')).json();
    const { paths } = description as {
      paths: Record<
        string,
        Record<string, { requestBody?: { content: Record<string, { schema: unknown }> } }>
      >;
    };
    const objects = Object.entries(paths).flatMap(([path, methods]) =>
      Object.values(methods).flatMap(({ requestBody }) =>
        objectsIn(requestBody?.content['application/json']?.schema, path),
      ),
    );
    expect(objects.length).toBeGreaterThan(writes.length);
    const loose = objects.filter(([, { additionalProperties }]) => additionalProperties !== false);
    expect(loose.map(([at]) => at)).toEqual([]);
  });
});
