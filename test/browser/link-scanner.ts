import type { Browser, Page } from 'playwright-core';

/** Under which address a scanner fills in forms; nobody on record has it. */
export const scannerAddress = 'scanner@sample.example';

/** What a scanner did: the addresses it opened, and of each form it posted where it went and what came back. */
export type Scanned = { opened: string[]; posted: { action: string; status: number }[] };

const linksOf = (page: Page): Promise<string[]> =>
  page.evaluate('[...document.links].map((each) => each.href)');

const fillAndSend = (index: number) => `(() => {
  const form = document.forms[${index}];
  form.noValidate = true;
  for (const each of form.querySelectorAll('input:not([type=hidden]), textarea, select')) {
    if (each.type === 'radio' || each.type === 'checkbox') each.checked = true;
    else if (each.tagName === 'SELECT') each.selectedIndex = each.options.length - 1;
    else each.value = each.type === 'email' ? '${scannerAddress}' : each.inputMode === 'numeric' ? '12345678' : 'Looked through';
  }
  form.requestSubmit(form.querySelector('button'));
})()`;

/**
 * Does what the eagerest link scanner of a mail server does, in a browser of its own with scripts on: opens the links of a mail, every link
 * of this site on every page it comes to, and posts every form there, filled in with what it can make up.
 */
export async function scanLinks(browser: Browser, links: readonly string[]): Promise<Scanned> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const scanned: Scanned = { opened: [], posted: [] };
  const [origin] = links.map((link) => new URL(link).origin);
  const left = [...links];
  const take = (found: readonly string[]) =>
    left.push(...found.filter((link) => new URL(link).origin === origin));
  for (let link = left.shift(); link; link = left.shift()) {
    const address = link.split('#')[0]!;
    if (scanned.opened.includes(address)) continue;
    scanned.opened.push(address);
    await page.goto(address);
    take([page.url(), ...(await linksOf(page))]);
    const forms = (await page.evaluate('document.forms.length')) as number;
    for (let index = 0; index < forms; index += 1) {
      await page.goto(address);
      scanned.posted.push(await post(page, index));
      take([page.url(), ...(await linksOf(page))]);
    }
  }
  await context.close();
  return scanned;
}

async function post(page: Page, index: number): Promise<Scanned['posted'][number]> {
  const action = new URL((await page.evaluate(`document.forms[${index}].action`)) as string).pathname;
  const [answer] = await Promise.all([page.waitForNavigation(), page.evaluate(fillAndSend(index))]);
  return { action, status: answer!.request().redirectedFrom() ? 303 : answer!.status() };
}
