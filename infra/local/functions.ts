import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { wireFeedback } from '../../functions/feedback/wire.ts';
import type { wireNightly } from '../../functions/nightly/wire.ts';
import type { wireReconcile } from '../../functions/reconcile/wire.ts';
import type { wireSender } from '../../functions/sender/wire.ts';
import type { wireWatchdog } from '../../functions/watchdog/wire.ts';
import type { wireWeb } from '../../functions/web/wire.ts';
import { StartError } from './start-error.ts';

/** The functions as a local run wires them: each takes the environment and, unlike on AWS, a clock of its own. */
export type Functions = {
  wireWeb: typeof wireWeb;
  wireNightly: typeof wireNightly;
  wireSender: typeof wireSender;
  wireFeedback: typeof wireFeedback;
  wireWatchdog: typeof wireWatchdog;
  wireReconcile: typeof wireReconcile;
};

/** The functions from their source. Loaded only after the environment is set, because a handler reads it as it loads. */
export async function fromSource(): Promise<Functions> {
  const loaded = await Promise.all([
    import('../../functions/web/wire.ts'),
    import('../../functions/nightly/wire.ts'),
    import('../../functions/sender/wire.ts'),
    import('../../functions/feedback/wire.ts'),
    import('../../functions/watchdog/wire.ts'),
    import('../../functions/reconcile/wire.ts'),
  ]);
  const [web, nightly, sender, feedback, watchdog, reconcile] = loaded;
  return { ...web, ...nightly, ...sender, ...feedback, ...watchdog, ...reconcile };
}

/** The functions from the very bundles that are deployed to AWS (`npm run build` makes them). */
export async function fromArtefact(folder: string): Promise<Functions> {
  if (!existsSync(`${folder}/web/index.mjs`)) {
    throw new StartError('The functions are not bundled yet: run npm run build first.');
  }
  const load = (name: string) => import(pathToFileURL(`${folder}/${name}/index.mjs`).href);
  const names = ['web', 'nightly', 'sender', 'feedback', 'watchdog', 'reconcile'];
  const [web, nightly, sender, feedback, watchdog, reconcile] = await Promise.all(names.map(load));
  return { ...web, ...nightly, ...sender, ...feedback, ...watchdog, ...reconcile };
}
