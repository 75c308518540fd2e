import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeIdOf } from '../../../../shared/store/codes.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { lastDigits, type OwnerForm, openOwnerForm } from '../../../support/owner-form.ts';
import { contacts } from '../../../support/recorded.ts';
import { sampleContact } from '../../../support/sample-records.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const email = 'anna@force.example';
const to = '/mine/2019-127918/1';

/** Anna and Bill are written to; Carl has left, Dora's address is dead, and of Emil nobody has heard. */
async function opened(of: Parameters<typeof openOwnerForm>[1] = {}) {
  const table = await tables.newTable();
  await contacts(
    table,
    sampleContact('anna'),
    sampleContact('bill'),
    sampleContact('carl', { status: 'departed' }),
    sampleContact('dora', { delivery: 'bounced' }),
  );
  return { table, form: openOwnerForm(table, of) };
}

type Browser = ReturnType<OwnerForm['browser']>;

const ask = (browser: Browser, address = email) => browser.post('/mine/code', { email: address, to });
const type = (browser: Browser, code: string) => browser.post('/mine/sign-in', { code, to });

async function asked() {
  const { table, form } = await opened();
  const browser = form.browser();
  await ask(browser);
  return { table, form, browser, digits: lastDigits(form) };
}

async function signedIn() {
  const all = await asked();
  expect((await type(all.browser, all.digits)).status).toBe(303);
  return all;
}

/** Other digits than these, and not these by any chance. */
const otherThan = (digits: string) => digits.replace(/\d$/, (last) => String((Number(last) + 1) % 10));

describe('an owner', () => {
  test('who follows a mail types their address, then the code, and is where the mail led', async () => {
    const { form } = await opened();
    const browser = form.browser();
    const turnedAway = await browser.get(to);
    expect([turnedAway.status, turnedAway.headers.get('location')]).toEqual([
      303,
      '/mine/sign-in?to=%2Fmine%2F2019-127918%2F1',
    ]);
    const address = await browser.get(turnedAway.headers.get('location')!);
    expect(address.heading).toBe('Sign in to see your recommendations');
    expect(address.fields).toEqual({ to, email: '' });
    const sent = await ask(browser, ' Anna@Force.Example ');
    expect(form.mails.map((mail) => mail.to)).toEqual([email]);
    const page = await browser.get(sent.headers.get('location')!);
    expect(page.heading).toBe('Check your email');
    const digits = lastDigits(form);
    const entered = await type(browser, `${digits.slice(0, 4)} ${digits.slice(4)}`);
    expect([entered.status, entered.headers.get('location')]).toEqual([303, to]);
    expect([...browser.cookies.keys()]).toEqual(['__Host-owner']);
    expect((await browser.get('/mine/sign-out')).words).toContain(
      'You are signed in with anna@force.example.',
    );
  });

  test('types into boxes that browsers and phones fill in, on pages without a script', async () => {
    const { browser } = await asked();
    const boxOn = async (path: string, name: string) =>
      (await browser.get(path)).elements.find(({ attributes }) => attributes.name === name)?.attributes;
    expect(await boxOn('/mine/sign-in', 'email')).toMatchObject({ type: 'email', autocomplete: 'email' });
    const code = await boxOn('/mine/code', 'code');
    expect(code).toMatchObject({ autocomplete: 'one-time-code', inputmode: 'numeric' });
    expect((await browser.get('/mine/code')).html).not.toContain('<script');
  });

  test('who types no address, or no eight digits, is told so, and no try is taken', async () => {
    const { form, browser, digits } = await asked();
    const [problem] = (await ask(browser, 'anna')).problems;
    expect(problem).toMatchObject({ href: '#email' });
    for (const typed of ['', '1234', 'anna', '1', '2', '3'])
      expect((await type(browser, typed)).status).toBe(422);
    expect(form.mails).toHaveLength(1);
    expect((await type(browser, digits)).status).toBe(303);
  });

  test('who has no code asks for one first', async () => {
    const browser = (await opened()).form.browser();
    const answer = await browser.get('/mine/code?to=/mine/2019-127918/1');
    expect(answer.headers.get('location')).toBe('/mine/sign-in?to=%2Fmine%2F2019-127918%2F1');
    expect((await type(browser, '01234567')).problems).toEqual([
      { message: 'No code counts on this browser now. Ask for one here', href: '#code' },
    ]);
  });

  test('is led nowhere but under /mine, wherever the link pointed', async () => {
    const { browser, digits } = await asked();
    const link = '/mine/sign-in?to=https://evil.example/mine';
    expect((await browser.get(link)).fields.to).toBe('/mine');
    const entered = await browser.post('/mine/sign-in', { code: digits, to: '//evil.example/mine' });
    expect(entered.headers.get('location')).toBe('/mine');
  });
});

describe('whether an address is known', () => {
  test.each(['emil@force.example', 'carl@force.example', 'dora@force.example'])(
    'is told by nothing: %s is answered as Anna is, in the same time, at every step',
    async (stranger) => {
      const steps = async (address: string) => {
        const waits: number[] = [];
        const stopwatch = {
          now: () => 0,
          wait: async (milliseconds: number) => void waits.push(milliseconds),
        };
        const { form } = await opened({ stopwatch });
        const browser = form.browser();
        const seen: unknown[] = [];
        const note = ({ status, headers, html }: Awaited<ReturnType<Browser['get']>>) =>
          seen.push([status, headers.get('location'), html.replaceAll(address, 'ADDRESS')]);
        note(await ask(browser, address));
        note(await browser.get('/mine/code'));
        for (let n = 0; n < 6; n++) note(await type(browser, n === 5 ? '11111111' : '00000000'));
        note(await ask(browser, address));
        note(await ask(browser, address));
        note(await ask(browser, address));
        const cookies = [...browser.cookies].map(([name, value]) => [name, value.length]);
        return { seen, waits, cookies, mails: form.mails.length };
      };
      const [known, unknown] = [await steps(email), await steps(stranger)];
      expect(unknown).toEqual({ ...known, mails: 0 });
      expect(known.mails).toBe(3);
      expect(known.waits).toEqual([2_000, 2_000, 2_000, 2_000]);
    },
  );

  test.each([
    ['mail is kept back', async () => 'kept-back' as const],
    ['the mail service refuses it', async () => 'refused' as const],
    ['sending fails', async () => Promise.reject(new Error('Damaged sending'))],
  ])('nor where %s', async (_, sendNow) => {
    const { form } = await opened({ sendNow });
    const answer = await ask(form.browser());
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/mine/code?to=%2Fmine%2F2019-127918%2F1',
    ]);
  });
});

describe('a code', () => {
  test.each([
    ['09:09:59', 303],
    ['09:10:00', 422],
  ])('asked for at 09:00:00 and typed at %s: %d', async (time, status) => {
    const { form, browser, digits } = await asked();
    form.at(time);
    expect((await type(browser, digits)).status).toBe(status);
  });

  test.each([
    [4, 303],
    [5, 422],
  ])('typed wrong %d times and then right: %d', async (wrongs, status) => {
    const { browser, digits } = await asked();
    for (let n = 0; n < wrongs; n++) await type(browser, otherThan(digits));
    expect((await type(browser, digits)).status).toBe(status);
  });

  test('says how many tries are left, and never shows what was typed', async () => {
    const { browser, digits } = await asked();
    const wrong = await type(browser, otherThan(digits));
    expect(wrong.problems[0]?.message).toBe('This is not the code in the newest mail. You have 4 tries left');
    expect(wrong.html).not.toContain(otherThan(digits));
  });

  test('lets in once, also where two browsers with the same cookies type it at once', async () => {
    const { browser, digits } = await asked();
    const answers = await Promise.all([browser, browser.copied()].map((each) => type(each, digits)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    const late = await type(browser.copied(), digits);
    expect(late.status).toBe(422);
  });

  test('lets in nobody on another browser', async () => {
    const { form, digits } = await asked();
    const other = form.browser();
    expect((await type(other, digits)).status).toBe(422);
    await ask(other, 'bill@force.example');
    expect((await type(other, digits)).problems[0]?.message).toMatch(/^This is not the code/);
    // Nor where it says that it was the one to ask with her address.
    other.cookies.set('__Host-asking', `${'t'.repeat(43)}.${codeIdOf(email)}`);
    expect((await type(other, digits)).problems[0]?.message).toMatch(/^No code counts on this browser/);
  });

  test('counts no more once a newer one was asked for, which does', async () => {
    const { form, browser, digits } = await asked();
    await ask(browser);
    if (lastDigits(form) !== digits) expect((await type(browser, digits)).status).toBe(422);
    expect((await type(browser, lastDigits(form))).status).toBe(303);
  });

  test('is sent three times in 15 minutes: the fourth is refused until the first is as old as that', async () => {
    const { form, browser } = await asked();
    for (const time of ['09:04:00', '09:08:00']) {
      form.at(time);
      expect((await ask(browser)).status).toBe(303);
    }
    form.at('09:14:59');
    const refused = await ask(form.browser());
    expect(refused.status).toBe(429);
    expect(refused.problems).toEqual([
      {
        message:
          'Three codes were asked for with this address in 15 minutes. Use the newest, or ask again in one minute',
        href: '#email',
      },
    ]);
    expect(form.mails).toHaveLength(3);
    expect((await type(browser, lastDigits(form))).status).toBe(303);
    form.at('09:15:00');
    expect((await ask(browser)).status).toBe(303);
  });
});

describe('the session of an owner', () => {
  const toStaff = /href="\/(?!mine|assets)[^"]*"/;
  const state = async (browser: Browser) => (await browser.get('/mine/sign-out')).status;

  test('is in a cookie that no script reads and no other site sends or sets', async () => {
    const { browser, digits } = await asked();
    const headers = (await type(browser, digits)).headers.getSetCookie();
    const cookie = headers.find((line) => line.startsWith('__Host-owner='));
    for (const rule of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(rule);
    expect(cookie).not.toMatch(/Domain/i);
  });

  test('is new at each sign-in, and the one before it ends', async () => {
    const { form, browser } = await signedIn();
    const earlier = browser.copied();
    await ask(browser);
    await type(browser, lastDigits(form));
    expect(browser.cookies.get('__Host-owner')).not.toBe(earlier.cookies.get('__Host-owner'));
    expect([await state(browser), await state(earlier)]).toEqual([200, 303]);
  });

  test('ends at sign-out, also for whoever copied the cookie, and the browser is told to forget', async () => {
    const { browser } = await signedIn();
    const thief = browser.copied();
    const { token } = await browser.get('/mine/sign-out');
    const out = await browser.post('/mine/sign-out', { token });
    expect([out.status, out.headers.get('location')]).toEqual([303, '/mine/sign-in']);
    expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect([await state(browser), await state(thief)]).toEqual([303, 303]);
  });

  test.each([
    ['has left', { status: 'departed' as const }],
    ['has another address', { email: 'anna.new@force.example' }],
    ['cannot be written to any more', { delivery: 'bounced' as const }],
  ])('is nobody’s once the contact %s', async (_, now) => {
    const { table, browser } = await signedIn();
    await contacts(table, sampleContact('anna', now));
    expect(await state(browser)).toBe(303);
  });

  test('is of everybody who is written to at the address, and goes on as long as one of them is', async () => {
    const { table, form } = await opened();
    await contacts(table, sampleContact('anna-acting', { email: 'ANNA@force.example' }));
    const browser = form.browser();
    await ask(browser);
    await type(browser, lastDigits(form));
    const line = form.log.lines.find(({ facts }) => (facts as { event?: string }).event === 'signed-in');
    expect(line?.facts).toMatchObject({ contactIds: ['anna', 'anna-acting'] });
    await contacts(table, sampleContact('anna', { status: 'departed' }));
    expect(await state(browser)).toBe(200);
  });

  test('shows nothing of what is not there, nor a way to the pages of staff', async () => {
    const { form, browser } = await signedIn();
    expect((await form.browser().get('/mine/sign-in')).html).not.toMatch(toStaff);
    const answer = await browser.get('/mine/nothing');
    expect([answer.status, answer.heading]).toEqual([404, 'Page not found']);
    expect(answer.html).not.toMatch(toStaff);
    expect((await browser.get('/cases')).headers.get('location')).toBe('/sign-in?to=%2Fcases');
  });
});

describe('what is kept and told', () => {
  test('the log has what happened by its name, and neither digits, address nor secret', async () => {
    const { form, browser, digits } = await asked();
    const secrets = [...browser.cookies.values()].flatMap((value) => value.split('.'));
    await type(browser, otherThan(digits));
    await ask(form.browser(), 'emil@force.example');
    await type(browser, digits);
    await type(browser.copied(), digits);
    const owner = browser.cookies.get('__Host-owner')!;
    await browser.post('/mine/sign-out', { token: (await browser.get('/mine/sign-out')).token });
    const told = JSON.stringify(form.log.lines);
    expect(form.log.lines.map(({ facts }) => (facts as { event?: string }).event)).toEqual([
      'code-asked',
      'sign-in-refused',
      'code-asked',
      'signed-in',
      'sign-in-refused',
      'signed-out',
    ]);
    for (const canary of [
      digits,
      otherThan(digits),
      ...secrets,
      owner,
      'force.example',
      'Anna Reed',
      lastDigits(form),
    ])
      expect(told.toLowerCase()).not.toContain(canary.toLowerCase());
  });

  test('no address on the way has the digits, the address or a secret', async () => {
    const { browser, digits } = await asked();
    const answers = [await ask(browser, 'bill@force.example'), await type(browser, digits)];
    for (const { headers } of answers) expect(headers.get('location') ?? '').not.toMatch(/\d{8}|@|%40/);
  });

  test('a link scanner that opens the link and posts every form it finds sends no mail and is let in nowhere', async () => {
    const { form } = await opened();
    const scanner = form.browser();
    for (const path of [to, '/mine/sign-in', '/mine/code', '/mine/sign-out']) {
      const page = await scanner.get(path);
      for (const action of ['/mine/code', '/mine/sign-in', '/mine/sign-out'])
        await scanner.post(action, { ...page.fields, token: page.token });
    }
    expect(form.mails).toEqual([]);
    expect([...scanner.cookies.keys()]).toEqual([]);
  });
});
