import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWeb } from '../../../functions/web/app.tsx';
import { withoutTrace } from '../../../infra/local/without-trace.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { notedLog } from '../../support/noted-log.ts';
import { morningOf } from '../../support/sample-records.ts';
import { webDeps } from '../../support/web-deps.ts';

const log = notedLog();
let tables: EmbeddedTables;
let server: ReturnType<typeof serve>;
beforeAll(async () => {
  tables = await startTables();
  const web = createWeb(webDeps(await tables.newTable(), morningOf('2020-11-20'), { log }));
  // As a local run has its controls in front.
  const { fetch } = new Hono().mount('/', web.fetch);
  server = withoutTrace(serve({ fetch, hostname: '127.0.0.1', port: 0 }));
  await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  await tables.stop();
});

async function asked(method: string) {
  const { port } = server.address() as AddressInfo;
  const [answer] = await once(request({ port, method, path: '/' }).end(), 'response');
  answer.resume();
  return { status: answer.statusCode, ...answer.headers };
}

test.each(['TRACE', 'PROPFIND'])(
  '%s is refused as what nothing here has, with every header',
  async (method) => {
    expect(await asked(method)).toMatchObject({
      status: 415,
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  },
);

test('any other is let through as it is', async () => {
  expect((await asked('GET')).status).toBe(200);
});
