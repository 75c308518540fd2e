import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { access } from '../../../functions/web/gate/access.ts';
import { createOwnerApp } from '../../../functions/web/owner-app.tsx';
import { systemClock } from '../../../shared/runtime/clock.ts';
import { newSecret } from '../../../shared/runtime/secrets.ts';
import { startSession } from '../../../shared/store/sessions.ts';
import { openTable } from '../../../shared/store/table.ts';
import { sampleOwner } from '../../support/owner-pages.ts';
import { sampleFiles } from '../../support/sample-files.ts';
import { webDeps } from '../../support/web-deps.ts';
import { openChromium } from '../chromium.ts';
import { hostCookie } from '../host-cookie.ts';
import { startSite, type TestSite } from '../site.ts';
import { type LivedOn, liveOn } from './lived-on.ts';
import { type Looking, openLooking } from './looking.ts';
import { mineOf, notPages, ownerPages, pages, withUnknown } from './pages.ts';

let browser: Browser;
let site: TestSite;
let livedOn: LivedOn;
let looking: Looking;

beforeAll(async () => {
  [browser, site] = await Promise.all([openChromium(), startSite('2020-09-29T08:00:00.000Z')]);
  looking = await openLooking(browser);
  // Whoever has asked for a code is shown where it is typed.
  await looking.keep('asking', `${'a'.repeat(43)}.${'0'.repeat(64)}`);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** Signs in the owner of most of what there is. @returns the secret that their browser keeps */
async function signInOwner(contactId: string): Promise<string> {
  const secret = newSecret();
  const whose = { email: 'training.lead@sample.example', contactIds: [contactId] };
  await startSession(site.tracker.table, whose, { secret, formToken: newSecret() }, systemClock.now());
  await looking.keep('owner', secret);
  return secret;
}

/** Sends a file that is not yet evidence. @returns the address of the page that asks whether to add it */
async function upload(path: string, secret = ''): Promise<string> {
  const page = await browser.newPage({ baseURL: site.url });
  if (secret) await page.context().addCookies([hostCookie('owner', secret)]);
  await page.goto(path);
  const file = { name: 'Minutes.pdf', mimeType: 'application/pdf', buffer: Buffer.from(sampleFiles.pdf) };
  await page.getByLabel('File').setInputFiles(file);
  await page.getByRole('button', { name: 'Continue' }).click();
  const { pathname, search } = new URL(page.url());
  await page.close();
  return `${pathname}${search}`;
}

const everyPage = { ...pages, ...ownerPages };
const patterns = Object.keys(everyPage);
const shownAt = (pattern: string): string[] => [everyPage[pattern]!(livedOn)].flat();
const nothingWrong = (address: string) => ({ address, wrong: {} });

function ownerRoutes() {
  const deps = webDeps(openTable('none'), systemClock);
  return createOwnerApp({ ...deps, assets: {} as never }, sampleOwner()).routes;
}

describe('the pages of the app', () => {
  test('are all here', () => {
    const atTheDoor = [...site.tracker.web.routes, ...ownerRoutes()].filter(({ method }) => method === 'GET');
    const behindIt = Object.keys(access).flatMap((line) => /^GET (.*)/.exec(line)?.[1] ?? []);
    const paths = [...atTheDoor.map(({ path }) => path), ...behindIt].filter(
      (path) => !path.startsWith('/api/') || path.startsWith('/api/v1/docs'),
    );
    const known = [...patterns, ...notPages];
    expect([...new Set(paths)].sort()).toEqual([...known].sort());
  });
});

describe('on an empty tracker', () => {
  test.each(patterns.filter((pattern) => !pattern.includes(':')))('%s is in order', async (pattern) => {
    const [address] = [everyPage[pattern]!({} as LivedOn)].flat();
    expect(await looking.at(`${site.url}${address}`)).toEqual(nothingWrong(`${site.url}${address}`));
  });
});

describe('on a tracker that has been lived in', () => {
  beforeAll(async () => {
    livedOn = { ...(await liveOn(site.tracker)), uploaded: '' };
    const secret = await signInOwner(livedOn.owner);
    livedOn.uploaded = await upload(`${livedOn.lapsed}/evidence/file`);
    livedOn.uploadedByOwner = await upload(`${mineOf(livedOn.lapsed)}/evidence/file`, secret);
  }, 240_000);

  // Some pages are looked at under a score of addresses, a second or more for each.
  test.each(patterns)('%s is in order', { timeout: 240_000 }, async (pattern) => {
    for (const address of shownAt(pattern)) {
      expect(await looking.at(`${site.url}${address}`)).toEqual(nothingWrong(`${site.url}${address}`));
      // Once a session is over, every page of an owner is that on which they sign in.
      if (address.startsWith('/mine')) expect(looking.shown()).toBe(`${site.url}${address}`);
    }
  });

  test.each(patterns.filter((pattern) => pattern.includes(':number')))(
    '%s is in order for what is closed, also where it can only say so',
    async (pattern) => {
      const address = `${site.url}${closedAt(pattern)}`;
      expect(await looking.at(address, [200, 404, 409, 422])).toEqual(nothingWrong(address));
    },
  );

  test.each(patterns.filter((pattern) => pattern.includes(':')))(
    '%s says in order that there is none such',
    async (pattern) => {
      const address = `${site.url}${withUnknown(pattern)}`;
      expect(await looking.at(address, [404])).toEqual(nothingWrong(address));
    },
  );

  test('an address that nobody ever had says so in order', async () => {
    expect(await looking.at(`${site.url}/no/such/page`, [404])).toEqual(
      nothingWrong(`${site.url}/no/such/page`),
    );
  });

  describe('every link of every page', () => {
    test('leads somewhere', async () => {
      expect(looking.links.size).toBeGreaterThan(100);
      expect(await looking.deadLinks(site.url)).toEqual([]);
    }, 240_000);
  });

  describe('a form sent back', () => {
    test.each(patterns)('on %s is in order, empty or filled in wrongly', async (pattern) => {
      const [address] = shownAt(pattern);
      for (const how of ['empty', 'wrong'] as const)
        expect(await looking.atForms(`${site.url}${address}`, how)).toEqual([]);
    });
  });
});

const closedAt = (pattern: string) =>
  pattern
    .replace('/cases/:caseId/recommendations/:number', livedOn.at.closed!)
    .replace('/mine/:caseId/:number', mineOf(livedOn.at.closed!))
    .replace(':sequence', '1')
    .replace(':duty', 'update-1')
    .replace(':report', 'unknown')
    .replace(':id', 'unknown');
