import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundle, entries } from '../../../infra/build/bundle.ts';
import { environmentIn, LIVE_WITH_ENTRA, serviceTemplate } from '../aws/synthesised.ts';

const outdir = mkdtempSync(join(tmpdir(), 'tracker-dist-'));
const again = mkdtempSync(join(tmpdir(), 'tracker-dist-'));
const names = Object.keys(entries);
const file = (name: string, folder = outdir) => join(folder, name, 'index.mjs');

/** A stage of which nothing is given, with a pool of staff of its own, and one with the provider of its organisation. */
const stages = [{}, LIVE_WITH_ENTRA].map((given) => serviceTemplate(given));

beforeAll(async () => {
  await bundle({ outdir, entries });
  await bundle({ outdir: again, entries });
}, 120_000);

describe.each(names)('the bundle of %s', (name) => {
  it('starts with exactly the environment of each kind of stage, in this Node as it will in Lambda', () => {
    const url = pathToFileURL(file(name)).href;
    const script = `import(${JSON.stringify(url)}).then((module) => console.log(typeof module.handler))`;
    for (const stage of stages) {
      const env = { AWS_REGION: 'eu-west-2', ...environmentIn(stage, name) };
      expect(execFileSync(execPath, ['-e', script], { env, encoding: 'utf8' }).trim()).toBe('function');
    }
  });

  it('is the same file when it is built again', () => {
    const hash = (folder: string) =>
      createHash('sha256')
        .update(readFileSync(file(name, folder)))
        .digest('hex');
    expect(hash(again)).toBe(hash(outdir));
  });

  it('does not carry the messages of zod in fifty languages', () => {
    const map = JSON.parse(readFileSync(`${file(name)}.map`, 'utf8')) as { sources: string[] };
    const locales = map.sources.filter((source) => /zod\/v4\/locales\/(?!en\.js|index\.js)/.test(source));
    expect(locales).toEqual([]);
  });
});

it('static files are put beside the bundle of the function that serves them', async () => {
  const source = mkdtempSync(join(tmpdir(), 'tracker-source-'));
  writeFileSync(join(source, 'handler.ts'), 'export const handler = (): string => "here";\n');
  const assets = async (folder: string) => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'plain.css'), 'body { margin: 0 }');
  };
  const pages = { pages: { handler: join(source, 'handler.ts'), assets } };
  const [size] = await bundle({ outdir, entries: pages });
  expect(readFileSync(join(outdir, 'pages/assets/plain.css'), 'utf8')).toBe('body { margin: 0 }');
  expect(size).toMatchObject({ name: 'pages', bytes: readFileSync(file('pages')).byteLength });
});

it('a function whose handler is missing is named', async () => {
  const lost = { lost: { handler: join(outdir, 'nowhere.ts') } };
  await expect(bundle({ outdir, entries: lost })).rejects.toThrow('The lost function has no handler');
});
