import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { buildStyles } from '../../infra/build/styles.ts';
import { clockStrip, withControls } from '../../infra/local/controls.tsx';
import { localNights } from '../../infra/local/nights.ts';
import { type LocalTracker, startTracker } from '../../infra/local/tracker.ts';

/** The whole tracker behind an address a browser can open. */
export type TestSite = { url: string; tracker: LocalTracker; stop(): Promise<void> };

/** Starts the tracker as `npm start` does, strip and all, on a free port and with its records in memory. */
export async function startSite(at: string): Promise<TestSite> {
  const assets = mkdtempSync(join(tmpdir(), 'tracker-assets-'));
  await buildStyles(assets);
  const tracker = await startTracker({
    folder: null,
    serviceUrl: 'http://127.0.0.1:3000',
    assets,
    banner: () => clockStrip(tracker, false),
  });
  tracker.clock.startAt(at as ReturnType<LocalTracker['clock']['now']>);
  const app = withControls(tracker, localNights(tracker));
  const server = await new Promise<ServerType>((listening) => {
    const opened = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => listening(opened));
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tracker,
    async stop() {
      server.close();
      await tracker.stop();
      rmSync(assets, { recursive: true });
    },
  };
}
