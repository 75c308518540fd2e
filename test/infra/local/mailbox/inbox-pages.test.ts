import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openMailbox } from './support.ts';

let opened: Awaited<ReturnType<typeof openMailbox>>;
beforeEach(async () => {
  opened = await openMailbox();
});
afterEach(() => opened.close());

const page = async (path: string) => {
  const response = await fetch(opened.mailbox.endpoint + path);
  return { response, text: await response.text() };
};
const subjectsIn = (text: string) =>
  [...text.matchAll(/<a href="\/messages\/[^"]+">([^<]*)<\/a>/g)].map(([, subject]) => subject);

describe('the inbox page', () => {
  test('lists the newest mail first, also where the clock stands still, with recipient and London time', async () => {
    await opened.send({ subject: 'First' });
    await opened.send({ subject: 'Second', to: 'anna@force.example' });
    const { text } = await page('/');
    expect(subjectsIn(text)).toEqual(['Second', 'First']);
    expect(text).toContain('anna@force.example');
    expect(text).toContain('13 February 2021');
  });

  test('shows the mails of one recipient when asked', async () => {
    await opened.send({ subject: 'For Anna', to: 'anna@force.example' });
    await opened.send({ subject: 'For Ben', to: 'ben@force.example' });
    expect(subjectsIn((await page('/?to=ANNA')).text)).toEqual(['For Anna']);
  });

  test('shows 50 on a page and the 51st on the next, keeping the recipient asked for', async () => {
    for (let n = 1; n <= 50; n++) await opened.send({ subject: `Mail ${n}` });
    expect((await page('/?to=owner')).text).not.toContain('Older mail');
    await opened.send({ subject: 'Mail 51' });
    const first = (await page('/?to=owner')).text;
    expect(subjectsIn(first)).toHaveLength(50);
    expect(first).toContain('<a href="/?to=owner&amp;page=2">Older mail</a>');
    const second = (await page('/?to=owner&page=2')).text;
    expect(subjectsIn(second)).toEqual(['Mail 1']);
    expect(second).not.toContain('Older mail');
  });

  test('leads from a mail back to the mails that were asked for', async () => {
    await opened.send({ subject: 'For Anna', to: 'anna@force.example' });
    const href = /href="(\/messages\/[^"]+)"/.exec((await page('/?to=anna')).text)![1]!;
    expect((await page(href)).text).toContain('<a href="/?to=anna">Back to these mails</a>');
    const any = /href="(\/messages\/[^"]+)"/.exec((await page('/')).text)![1]!;
    expect((await page(any)).text).toContain('<a href="/">All mail</a>');
  });

  test('shows a mail in a frame as high as the mail, a short one in a low frame', async () => {
    const frame = async (text: string) => {
      const { MessageId } = await opened.send({ text });
      return Number(/style="height:(\d+)rem/.exec((await page(`/messages/${MessageId}`)).text)![1]);
    };
    expect(await frame('Short.')).toBe(20);
    expect(await frame('Two reminders, each with all that its owner promised.\n'.repeat(60))).toBeGreaterThan(
      70,
    );
  });
});

describe('the page of a mail', () => {
  const send = async (content: Parameters<typeof opened.send>[0]) =>
    `/messages/${(await opened.send(content)).MessageId}`;

  test('names what is attached, and nothing where nothing is', async () => {
    const attachments = [
      { filename: 'deadline.ics', contentType: 'text/calendar', content: 'BEGIN:VCALENDAR' },
    ];
    expect((await page(await send({ attachments }))).text).toContain(
      '<dt>Attached</dt><dd>deadline.ics</dd>',
    );
    expect((await page(await send({}))).text).not.toContain('Attached');
  });

  test('shows headers and text, links what the text links, and offers the mail as it was sent', async () => {
    const path = await send({});
    const { text } = await page(path);
    expect(text).toContain('MIME-Version: 1.0');
    expect(text).toContain('href="https://tracker.example/d/1"');
    const raw = await page(`${path}/raw`);
    expect(raw.response.headers.get('content-type')).toBe('message/rfc822');
    expect(raw.response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.eml"$/);
    expect(raw.text).toContain('Subject: One promise falls due');
  });

  test('shows the HTML part in a frame without scripts or an origin of its own, its links in a new window', async () => {
    const path = await send({
      html: '<html><head></head><body><script>alert(1)</script>Hello</body></html>',
    });
    const frame = /<iframe[^>]*>/.exec((await page(path)).text)?.[0];
    expect(frame).toContain(`src="${path}/html"`);
    expect(frame).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    const html = await page(`${path}/html`);
    expect(html.response.headers.get('content-security-policy')).toMatch(
      /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';/,
    );
    expect(html.text).toContain('<head><base target="_blank"></head>');
  });

  test('escapes everything a mail brings along', async () => {
    const attack = '<img src=x onerror=alert(1)>';
    const path = await send({
      subject: attack,
      text: `${attack} https://a.example/"onmouseover="alert(1)`,
      html: undefined,
    });
    for (const { response, text } of [
      await page(path),
      await page('/'),
      await page(`/?to=${encodeURIComponent(`"${attack}`)}`),
    ]) {
      expect(text).not.toContain('<img');
      expect(text).not.toContain('"onmouseover');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    expect((await page(path)).text).not.toContain('<iframe');
  });

  test('says so where there is none', async () => {
    for (const path of [
      '/messages/none',
      '/messages/none/html',
      '/messages/none/raw',
      '/messages/..%2f..%2fetc%2fpasswd/raw',
    ]) {
      const { response, text } = await page(path);
      expect([response.status, text.includes('There is no such mail')]).toEqual([404, true]);
    }
  });
});
