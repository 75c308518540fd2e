import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { wireFeedback } from '../../functions/feedback/wire.ts';
import type { wireNightly } from '../../functions/nightly/wire.ts';
import type { wireSender } from '../../functions/sender/wire.ts';
import type { wireWeb } from '../../functions/web/wire.ts';
import { StartError } from './start-error.ts';

/** The functions as a local run wires them: each takes the environment and, unlike on AWS, a clock of its own. */
export type Functions = {
  wireWeb: typeof wireWeb;
  wireNightly: typeof wireNightly;
  wireSender: typeof wireSender;
  wireFeedback: typeof wireFeedback;
};

/** The functions from their source. Loaded only after the environment is set, because a handler reads it as it loads. */
export async function fromSource(): Promise<Functions> {
  const [{ wireWeb }, { wireNightly }, { wireSender }, { wireFeedback }] = await Promise.all([
    import('../../functions/web/wire.ts'),
    import('../../functions/nightly/wire.ts'),
    import('../../functions/sender/wire.ts'),
    import('../../functions/feedback/wire.ts'),
  ]);
  return { wireWeb, wireNightly, wireSender, wireFeedback };
}

/** The functions from the very bundles that are deployed to AWS (`npm run build` makes them). */
export async function fromArtefact(folder: string): Promise<Functions> {
  if (!existsSync(`${folder}/web/index.mjs`)) {
    throw new StartError('The functions are not bundled yet: run npm run build first.');
  }
  const load = (name: string) => import(pathToFileURL(`${folder}/${name}/index.mjs`).href);
  const [{ wireWeb }, { wireNightly }, { wireSender }, { wireFeedback }] = await Promise.all([
    load('web'),
    load('nightly'),
    load('sender'),
    load('feedback'),
  ]);
  return { wireWeb, wireNightly, wireSender, wireFeedback };
}
