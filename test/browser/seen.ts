import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { violationsOf } from './axe.ts';

/** Where pictures of each page are put for somebody to look at; without it none are taken. */
const pictures = process.env.PICTURES;

/** A page with JavaScript off, as people use it, and a look at it as it stands. */
export type Seen = { page: Page; isInOrder(name: string): Promise<void> };

/** Opens a page without JavaScript; its look is in another page, where axe can run. */
export async function openSeen(browser: Browser, baseURL: string): Promise<Seen> {
  const page = await (await browser.newContext({ javaScriptEnabled: false, baseURL })).newPage();
  page.setDefaultTimeout(30_000);
  const looking = await (await browser.newContext({ baseURL, bypassCSP: true })).newPage();
  await looking.goto('/signed-out');
  return {
    page,
    /** The page as it stands, also one that answers a form, is in order by WCAG, and on a narrow screen nothing goes sideways. */
    async isInOrder(name) {
      await looking.setContent(await page.content());
      expect(await violationsOf(looking)).toEqual([]);
      for (const width of [1000, 320]) {
        await page.setViewportSize({ width, height: 1000 });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        if (!pictures) continue;
        mkdirSync(pictures, { recursive: true });
        await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
      }
      await page.setViewportSize({ width: 1000, height: 1000 });
    },
  };
}
