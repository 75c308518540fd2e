import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { buildStyles } from '../../infra/build/styles.ts';
import { clockStrip, withControls } from '../../infra/local/controls.tsx';
import { localNights } from '../../infra/local/nights.ts';
import { type LocalTracker, startTracker } from '../../infra/local/tracker.ts';

/** The whole tracker behind an address a browser can open. */
export type TestSite = { url: string; tracker: LocalTracker; stop(): Promise<void> };

type Answer = (request: Request, connection: object) => Response | Promise<Response>;

/**
 * Starts the tracker as `npm start` does, strip and all, on a free port and with its records in memory. An administrator is signed in,
 * unless everybody is to come in by the door, as owners do in any case; without the strip it is what is deployed.
 */
export async function startSite(at: string, { byDoor = false, strip = true } = {}): Promise<TestSite> {
  const assets = mkdtempSync(join(tmpdir(), 'tracker-assets-'));
  await buildStyles(assets);
  // The address comes first: the store of files leads a browser back to it.
  let answer: Answer = () => new Response(null, { status: 503 });
  const server = await new Promise<ServerType>((listening) => {
    const fetch: Answer = (request, connection) => answer(request, connection);
    const opened = serve({ fetch, hostname: '127.0.0.1', port: 0 }, () => listening(opened));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tracker = await startTracker({
    folder: null,
    identityPort: 0,
    serviceUrl: url,
    assets,
    ...(strip ? { banner: () => clockStrip(tracker, false) } : {}),
  });
  tracker.clock.startAt(at as ReturnType<LocalTracker['clock']['now']>);
  const app = withControls(
    byDoor ? tracker : { ...tracker, web: staffInside(tracker) },
    localNights(tracker),
  );
  // Limits are of what comes over a network: whoever is let in by nobody is held to none, however fast a test goes.
  answer = (request, connection) => app.fetch(request, byDoor ? connection : {});
  return {
    url,
    tracker,
    async stop() {
      server.close();
      await tracker.stop();
      rmSync(assets, { recursive: true });
    },
  };
}

const staffInside = ({ web, desk }: LocalTracker): Hono =>
  new Hono().on('ALL', ['/mine', '/mine/*'], (c) => web.fetch(c.req.raw)).mount('/', desk.fetch);
