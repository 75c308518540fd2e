import type { Page } from 'playwright-core';
import { violationsOf } from '../axe.ts';

/** The longest that the HTML of a page may be, in bytes. */
const heaviest = 150_000;

/** The text spacing that WCAG 1.4.12 lets people set, over whatever a page says. */
const spaced = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

/** What stands on a page, told by the browser itself. */
const outline = `({
  title: document.title,
  headings: [...document.querySelectorAll('h1')].map((each) => {
    const alone = each.cloneNode(true);
    for (const caption of alone.querySelectorAll('.govuk-caption-l')) caption.remove();
    return alone.textContent.trim();
  }),
  unlabelled: [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
    .filter((each) => each.labels.length === 0).map((each) => each.outerHTML),
  nowhere: [...document.querySelectorAll('a[href^="#"]')]
    .filter((each) => !document.getElementById(each.hash.slice(1))).map((each) => each.outerHTML),
  links: [...document.links].filter((each) => each.href.split('#')[0] !== location.href.split('#')[0]).map((each) => each.href),
  scripts: document.scripts.length,
})`;

/** Words that are cut off where their box is too small for them; what is only read out is meant to be. */
const cutOff = `[...document.querySelectorAll('body *')].filter((each) => {
  const { overflowX, overflowY, position } = getComputedStyle(each);
  const hides = (way) => way === 'hidden' || way === 'clip';
  return position !== 'absolute' && !each.closest('svg, input, select, textarea') &&
    ((hides(overflowX) && each.scrollWidth > each.clientWidth + 1) ||
     (hides(overflowY) && each.scrollHeight > each.clientHeight + 1));
}).map((each) => each.outerHTML.slice(0, 200))`;

/** Which of the first links and buttons of a page show nothing where the focus is. */
const focusUnseen = `[...document.querySelectorAll('main a[href], main button, main input:not([type=hidden]), a.govuk-skip-link')]
  .filter((each) => each.checkVisibility()).slice(0, 4).filter((each) => {
    each.focus();
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return document.activeElement === each && (outlineStyle === 'none' || parseFloat(outlineWidth) === 0) &&
      getComputedStyle(each.nextElementSibling ?? each, '::before').outlineStyle === 'none' &&
      getComputedStyle(each, '::before').outlineStyle === 'none';
  }).map((each) => each.outerHTML.slice(0, 200))`;

type Outline = {
  title: string;
  headings: string[];
  unlabelled: string[];
  nowhere: string[];
  links: string[];
  scripts: number;
};

/** What is wrong with the page that a browser shows, by name; and where its links lead. */
export type Look = { wrong: Record<string, unknown>; links: string[] };

/** Looks at a page as it stands: its parts, then narrow, then with wide spacing, then in forced colours. */
export async function lookAt(page: Page): Promise<Look> {
  const html = await page.content();
  const { title, headings, unlabelled, nowhere, links, scripts } = (await page.evaluate(outline)) as Outline;
  const found: Record<string, unknown> = {
    'breaks a rule of axe': await violationsOf(page),
    'has fields without a label': unlabelled,
    'has links to nowhere on it': nowhere,
    'has scripts': scripts,
    'has not one heading of level 1': headings.length === 1 ? '' : headings,
    'has a title that does not say what it is': saysAlike(title, headings[0] ?? '') ? '' : title,
    'is too heavy': Buffer.byteLength(html) > heaviest ? Buffer.byteLength(html) : 0,
    ...(await whenNarrow(page)),
    ...(await inForcedColours(page)),
  };
  const isWrong = (what: unknown) => (Array.isArray(what) ? what.length > 0 : Boolean(what));
  return { wrong: Object.fromEntries(Object.entries(found).filter(([, what]) => isWrong(what))), links };
}

const sideways = (page: Page) =>
  page.evaluate('Math.max(0, document.documentElement.scrollWidth - innerWidth)');

// 320 by 256 is also what is left of 1280 by 1024 at 400 % (WCAG 1.4.10).
async function whenNarrow(page: Page): Promise<Record<string, unknown>> {
  await page.setViewportSize({ width: 320, height: 256 });
  const narrow = await sideways(page);
  const style = await page.addStyleTag({ content: spaced });
  const found = {
    'scrolls sideways at 320 pixels': narrow,
    'scrolls sideways with wide spacing': await sideways(page),
    'cuts words off with wide spacing': await page.evaluate(cutOff),
  };
  await style.evaluate('(each) => each.remove()');
  return found;
}

async function inForcedColours(page: Page): Promise<Record<string, unknown>> {
  await page.emulateMedia({ forcedColors: 'active' });
  const picture = await page.screenshot();
  const found = {
    'is blank in forced colours': picture.length < 1500 ? picture.length : 0,
    'hides the focus in forced colours': await page.evaluate(focusUnseen),
  };
  await page.emulateMedia({ forcedColors: 'none' });
  await page.setViewportSize({ width: 1280, height: 1000 });
  return found;
}

const plain = (text: string) =>
  text
    .replace(/^Error: /, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

const wordsOf = (text: string) => new Set(text.match(/[\p{L}\p{N}/]+/gu));

const isWithin = (some: Set<string>, all: Set<string>) => [...some].every((each) => all.has(each));

/** The tab says what the heading says, and at its end whose page it is; one of the two may say more. */
function saysAlike(title: string, heading: string): boolean {
  const [said, of] = plain(title).split(' - recommendation tracker');
  const [tab, page] = [wordsOf(said!), wordsOf(plain(heading))];
  return of === '' && page.size > 0 && (isWithin(page, tab) || isWithin(tab, page));
}
