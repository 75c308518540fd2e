import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { buildStyles } from './styles.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** One Lambda function to bundle: where its handler is and, for the pages, what writes their static files into a folder. */
export interface Entry {
  readonly handler: string;
  readonly assets?: (folder: string) => Promise<void>;
}

/** What a bundle weighs: `bytes` is what Lambda reads at a cold start, `zipped` roughly what of it is uploaded; what is loaded later is in neither. */
export interface BundleSize {
  readonly name: string;
  readonly bytes: number;
  readonly zipped: number;
}

/** The functions that are deployed; the name is the folder under `functions/` and under `dist/`. */
export const entries: Readonly<Record<string, Entry>> = {
  web: { handler: join(ROOT, 'functions/web/handler.ts'), assets: buildStyles },
  nightly: { handler: join(ROOT, 'functions/nightly/handler.ts') },
  sender: { handler: join(ROOT, 'functions/sender/handler.ts') },
  feedback: { handler: join(ROOT, 'functions/feedback/handler.ts') },
  watchdog: { handler: join(ROOT, 'functions/watchdog/handler.ts') },
  reconcile: { handler: join(ROOT, 'functions/reconcile/handler.ts') },
};

/** Some libraries are still CommonJS and call `require` for Node's own modules, which an ES module does not have. */
const BANNER = [
  "import { createRequire as createRequireForBundle } from 'node:module';",
  'const require = createRequireForBundle(import.meta.url);',
].join('\n');

/** zod exports its error messages in fifty languages as one namespace; English comes by another door, so none is needed. */
const withoutZodLocales: Plugin = {
  name: 'without-zod-locales',
  setup(context) {
    context.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: 'export {};',
      loader: 'js',
    }));
  },
};

const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  // Names and line breaks stay: a stack trace in the log reads without the source map, at 1 ms of start in 75.
  minifySyntax: true,
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  charset: 'utf8',
  banner: { js: BANNER },
  plugins: [withoutZodLocales],
  // What is loaded only when it is needed lies in a file of its own: a page without files of evidence starts 35 ms of processor time sooner.
  splitting: true,
  entryNames: 'index',
  chunkNames: '[name]-[hash]',
  outExtension: { '.js': '.mjs' },
  metafile: true,
  logLevel: 'silent',
} satisfies BuildOptions;

async function bundleOne(name: string, entry: Entry, outdir: string): Promise<BundleSize> {
  if (!existsSync(entry.handler)) {
    throw new Error(`The ${name} function has no handler: ${entry.handler} does not exist.`);
  }
  const folder = join(outdir, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { metafile } = await build({ ...OPTIONS, entryPoints: [entry.handler], outdir: folder });
  await entry.assets?.(join(folder, 'assets'));
  const texts = await Promise.all(readAtStart(metafile).map((path) => readFile(join(ROOT, path))));
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
  return {
    name,
    bytes: sum(texts.map((text) => text.byteLength)),
    zipped: sum(texts.map((text) => gzipSync(text).byteLength)),
  };
}

/** The files that are read when the entry is: itself and what it imports outright, all the way down. */
function readAtStart({ outputs }: Metafile): string[] {
  const entry = Object.keys(outputs).find((path) => path.endsWith('/index.mjs'))!;
  const found = new Set([entry]);
  for (const path of found) {
    const now = outputs[path]!.imports.filter(
      ({ kind, external }) => kind === 'import-statement' && !external,
    );
    for (const each of now) found.add(each.path);
  }
  return [...found];
}

/**
 * Bundles each function into `<outdir>/<name>/index.mjs` and the files that it loads, source maps beside them and static files in `assets`.
 * The local runner runs these same files, so what is tried on a desk is what is deployed.
 *
 * The output depends on the sources alone (no time, no path outside the repository), so two builds of one commit
 * have one hash and a deployment of unchanged code changes nothing.
 */
export async function bundle(options: {
  outdir: string;
  entries: Readonly<Record<string, Entry>>;
}): Promise<BundleSize[]> {
  const named = Object.entries(options.entries);
  return Promise.all(named.map(([name, entry]) => bundleOne(name, entry, options.outdir)));
}

function printSizes(sizes: readonly BundleSize[]): void {
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`.padStart(9);
  console.log(`${'function'.padEnd(10)}${'bundle'.padStart(9)}${'zipped'.padStart(9)}`);
  for (const size of sizes) {
    console.log(`${size.name.padEnd(10)}${kilobytes(size.bytes)}${kilobytes(size.zipped)}`);
  }
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  printSizes(await bundle({ outdir: join(ROOT, 'dist'), entries }));
}
