import type { Browser, BrowserContext, Page } from 'playwright-core';
import { hostCookie } from '../host-cookie.ts';
import { lookAt } from './look.ts';

type Found = { address: string; wrong: Record<string, unknown> };

/** One browser that goes from page to page and looks at each. */
export type Looking = {
  /** What is wrong with the page at an address, which answers with one of these statuses. The same page is looked at once. */
  at(address: string, statuses?: readonly number[]): Promise<Found>;
  /** What is wrong with the answers to the forms of a page when each is sent so; those that are accepted are not errors. */
  atForms(address: string, how: 'empty' | 'wrong'): Promise<Found[]>;
  /** Lets the browser keep a secret that a site gives to whoever signs in. */
  keep(...of: Parameters<typeof hostCookie>): Promise<void>;
  /** The address of the page that is shown. */
  shown(): string;
  /** Where every link led that was seen on the way. */
  links: ReadonlySet<string>;
  /** The links to this site that lead nowhere. */
  deadLinks(origin: string): Promise<string[]>;
  /** How many pages were looked at, and how many of them answered a form. */
  counted: { pages: number; errors: number };
};

/** The forms of a page with something to fill in, but for those that send a file, which have tests of their own. */
const formsOfPage = `[...document.querySelectorAll('main form[method=post]')].flatMap((form, index) =>
  new URL(form.action).origin === location.origin && !form.querySelector('[type=file]') &&
    form.querySelector('input:not([type=hidden]), textarea, select') ? [index] : [])`;

const fillAndSend = (index: number, how: 'empty' | 'wrong') => `(() => {
  const form = document.querySelectorAll('main form[method=post]')[${index}];
  form.noValidate = true;
  const wrong = ${how === 'wrong'};
  for (const each of form.querySelectorAll('input:not([type=hidden]), textarea, select')) {
    if (each.type === 'radio' || each.type === 'checkbox') each.checked = wrong && (each.checked || each.value === 'between');
    else if (each.tagName === 'SELECT') each.value = '';
    else each.value = !wrong ? '' : each.inputMode === 'numeric' ? '99' : each.tagName === 'TEXTAREA' ? 'x' : 'x'.repeat(3000);
  }
  form.requestSubmit(form.querySelector('button.govuk-button') ?? form.querySelector('button'));
})()`;

/** Whether an error is told as an error should be: in the tab, in a summary, and with a way to each field that takes the focus. */
const toldAmiss = `(() => {
  const amiss = [];
  if (!document.title.startsWith('Error: ')) amiss.push('the title does not begin with Error');
  for (const link of document.querySelectorAll('.govuk-error-summary a')) {
    const field = document.getElementById(link.hash.slice(1));
    if (!field?.matches('input, select, textarea, button')) amiss.push(link.outerHTML);
  }
  return amiss;
})()`;

export async function openLooking(browser: Browser): Promise<Looking> {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 1000 });
  const links = new Set<string>();
  const seen = new Map<string, Record<string, unknown>>();
  const counted = { pages: 0, errors: 0 };
  const look = async (): Promise<Record<string, unknown>> => {
    const html = await page.content();
    const known = seen.get(html);
    if (known) return known;
    const found = await lookAt(page);
    for (const link of found.links) links.add(link);
    seen.set(html, found.wrong);
    counted.pages += 1;
    return found.wrong;
  };
  return {
    links,
    counted,
    keep: (name, secret) => context.addCookies([hostCookie(name, secret)]),
    shown: () => page.url(),
    async at(address, statuses = [200]) {
      const answer = await page.goto(address);
      if (!statuses.includes(answer!.status())) return { address, wrong: { answers: answer!.status() } };
      return { address, wrong: await look() };
    },
    async atForms(address, how) {
      const found: Found[] = [];
      await page.goto(address);
      for (const index of (await page.evaluate(formsOfPage)) as number[]) {
        await page.goto(address);
        const status = await send(page, fillAndSend(index, how));
        if (status < 400) continue;
        if (status >= 500) found.push({ address, wrong: { answers: status } });
        const isForm = (await page.locator('.govuk-error-summary').count()) > 0;
        const amiss = isForm ? ((await page.evaluate(toldAmiss)) as string[]) : [];
        const wrong = await look();
        counted.errors += 1;
        if (amiss.length > 0 || Object.keys(wrong).length > 0)
          found.push({
            address: `${address} ${how}, form ${index + 1}`,
            wrong: { ...wrong, ...(amiss.length > 0 ? { amiss } : {}) },
          });
      }
      return found;
    },
    deadLinks: (origin) => deadLinks([...links], origin, context),
  };
}

/** Sends a form and waits for the page that answers it. @returns its status, or 303 where it was accepted and led on */
async function send(page: Page, script: string): Promise<number> {
  const [answer] = await Promise.all([page.waitForNavigation(), page.evaluate(script)]);
  return answer?.request().redirectedFrom() ? 303 : (answer?.status() ?? 0);
}

async function deadLinks(
  links: readonly string[],
  origin: string,
  context: BrowserContext,
): Promise<string[]> {
  const kept = await context.cookies(origin);
  const cookie = kept.map(({ name, value }) => `${name}=${value}`).join('; ');
  const own = links.filter((link) => new URL(link).origin === origin);
  const byPage = Map.groupBy(own, (link) => link.split('#')[0]!);
  const dead: string[] = [];
  const left = [...byPage];
  const follow = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) dead.push(...(await deadIn(...next, cookie)));
  };
  await Promise.all(Array.from({ length: 4 }, follow));
  return dead.sort();
}

async function deadIn(address: string, ways: readonly string[], cookie: string): Promise<string[]> {
  const answer = await fetch(address, { redirect: 'manual', headers: { cookie } });
  const html = await answer.text();
  if (answer.status >= 400) return [`${address} answers ${answer.status}`];
  return ways.filter((way) => {
    const place = way.split('#')[1];
    return place && !html.includes(`id="${place}"`);
  });
}
