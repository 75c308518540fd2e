import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { keepRules } from './css-rules.ts';

const require = createRequire(import.meta.url);
const OWN = fileURLToPath(new URL('../../functions/web/styles', import.meta.url));

const NOTICE =
  '/*! Contains govuk-frontend, MIT licence, (c) 2011 Crown copyright (Government Digital Service) */\n';

/** The parts of govuk-frontend that the pages use. A part is a class name up to its first `__` or `--`. */
const PARTS = new Set(
  `template main-wrapper width-container grid-row link list visually-hidden
  heading-l heading-m heading-s caption-l body body-l
  generic-header service-navigation footer skip-link back-link breadcrumbs
  form-group label label-wrapper hint error-message fieldset input textarea file-upload select date-input radios checkboxes
  button button-group error-summary notification-banner panel warning-text inset-text details
  summary-list summary-card table tag pagination`
    .split(/\s+/)
    .map((part) => `govuk-${part}`),
);

const GRID = /^govuk-grid-column-(full|one-half|one-third|two-thirds|one-quarter|three-quarters)$/;
const SPACING =
  /^govuk-!-(margin-(top|bottom)-\d|width-[a-z-]+|font-weight-(regular|bold)|display-none|display-none-print)$/;
/** The Royal Arms, the crown and the licence logo are not ours to show. */
const GOVUK_ONLY = /^govuk-footer__(crown|copyright-logo|licence-.*)$/;
/** Variants that no page has, and the menu button, which needs a script. */
const UNUSED =
  /--(inverse|turquoise|pink|interruption|collapse-on-mobile|extra-letter-spacing)$|hidden-focusable|inlining|__toggle$|panel__actions|footer__(navigation|section|heading|list)|pagination__(list|item)/;

/** Says whether a class of govuk-frontend has a place in our stylesheet. */
function isUsed(className: string): boolean {
  if (GOVUK_ONLY.test(className) || UNUSED.test(className)) return false;
  return PARTS.has(className.replace(/(__|--).*$/, '')) || GRID.test(className) || SPACING.test(className);
}

/** The primary button takes the house colour; govuk-frontend writes its green, and two shades of it, into the rules. */
const BUTTON_COLOURS = [
  ['#0f7a52', '#0a6770'],
  ['#0b5c3e', '#084e56'],
  ['#083d29', '#04333a'],
] as const;

function paintButtons(css: string): string {
  return css.replace(/\.govuk-button[^{}]*\{[^{}]*\}/g, (rule) =>
    BUTTON_COLOURS.reduce((painted, [theirs, ours]) => painted.replaceAll(theirs, ours), rule),
  );
}

/** Makes the one stylesheet from govuk-frontend's own (the parts in use, no crown, no GDS Transport) and ours after it. */
export async function composeStyles(): Promise<string> {
  const govuk = await readFile(require.resolve('govuk-frontend/dist/govuk/govuk-frontend.min.css'), 'utf8');
  const own = await ownStyles();
  const kept = paintButtons(keepRules(govuk, isUsed))
    // The colours are custom properties; a second value after the comma is for browsers without them.
    .replaceAll(/var\((--govuk-[a-z-]+),(?:#[0-9a-f]{3,6})\)/g, 'var($1)')
    // Paper may have the screen's letters and sizes (19px is 14pt).
    .replaceAll(
      /@media print\{[^{}]*\{(font-family:sans-serif|font-size:\d+pt;line-height:[\d.a-z]+)\}\}/g,
      '',
    )
    .replaceAll('font-family:GDS Transport,arial,sans-serif', 'font-family:Arial,Helvetica,sans-serif')
    .replaceAll('-webkit-font-smoothing:antialiased;-moz-osx-font-smoothing:grayscale', '');
  const { code } = await transform(kept + own, {
    loader: 'css',
    minify: true,
    target: ['chrome108', 'safari15.4', 'firefox115'],
  });
  const forbidden = /GDS Transport|@font-face|url\(\/|crest|crown/.exec(code);
  if (forbidden) throw new Error(`The stylesheet still holds "${forbidden[0]}", which only GOV.UK may use.`);
  return NOTICE + code;
}

// The house's colours and shapes first, then what one idea (a picture, paper) needs, each in a file of its own.
async function ownStyles(): Promise<string> {
  const others = (await readdir(OWN))
    .filter((name) => name.endsWith('.css') && name !== 'tracker.css')
    .sort();
  const parts = await Promise.all(
    ['tracker.css', ...others].map((name) => readFile(join(OWN, name), 'utf8')),
  );
  return parts.join('\n');
}

/** Writes `tracker.css` and `icon.svg` into a folder, which is made when it is not there. */
export async function buildStyles(outdir: string): Promise<void> {
  await mkdir(outdir, { recursive: true });
  await writeFile(join(outdir, 'tracker.css'), await composeStyles());
  await copyFile(join(OWN, 'icon.svg'), join(outdir, 'icon.svg'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildStyles(process.argv[2] ?? 'dist/assets');
