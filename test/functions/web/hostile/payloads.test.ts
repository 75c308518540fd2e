import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { access } from '../../../../functions/web/gate/access.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { csvRows } from '../../../../shared/extract/list/csv-rows.ts';
import { lookedAtOn } from '../../../browser/matrix/lived-on.ts';
import { readCalendar, textIn } from '../../../support/read-calendar.ts';
import { wholeTable } from '../../../support/whole-table.ts';
import { harmIn, runs } from './harmless.ts';
import { patternsInTurn, sendEveryForm, startWorld, type World } from './hostile-world.ts';
import { choicesFor, filledHostilely, forbidden, markup } from './payloads.ts';
import { type Outcome, visitorOf } from './visitor.ts';

let world: World;
let outcomes: { pattern: string; outcome: Outcome }[];
const refusals: { address: string; field: string; what: string; status: number; harm: string[] }[] = [];
const lost: { address: string; who: string; status: number; shows: boolean; harm: string[] }[] = [];
let kept: string[];
let before: string[];

beforeAll(async () => {
  world = await startWorld();
  before = await wholeTable(world.tracker.table);
  for (const pattern of patternsInTurn) {
    await tryForbidden(pattern);
    await tryTooLate(pattern);
  }
  kept = await wholeTable(world.tracker.table);
  outcomes = await sendEveryForm(world);
}, 480_000);
afterAll(() => world.stop());

/** Sends each form of a page once for each of its fields and each forbidden text, and everything else as it should be. */
async function tryForbidden(pattern: string): Promise<void> {
  for (const address of world.addressesOf(pattern).slice(0, 1))
    for (const form of await world.formsAt(address)) {
      const fields = form.boxes.filter(({ kind }) => kind === 'line' || kind === 'lines');
      for (const { name: field } of fields) {
        const values = filledHostilely(form, lookedAtOn, 1, choicesFor(field, form));
        for (const [what, text] of Object.entries(forbidden)) {
          const changed = values.map(([name, value]) => [name, name === field ? text : value] as const);
          const { status, html } = await world.visitor.send(form.action, [
            ...changed,
            ...saveAtOnce(form.action),
          ]);
          refusals.push({ address, field, what, status, harm: harmIn(html) });
        }
      }
    }
}

/** Sends each form of a page as somebody who was signed out meanwhile, and with the token of another session. */
async function tryTooLate(pattern: string): Promise<void> {
  const nobody = visitorOf(world.tracker.web);
  for (const address of world.addressesOf(pattern).slice(0, 1))
    for (const form of await world.formsAt(address)) {
      const values = filledHostilely(form, lookedAtOn, 1);
      const stale = values.map(([name, value]): [string, string] => [
        name,
        name === 'token' ? 'another' : value,
      ]);
      for (const [who, answer] of [
        ['nobody', await nobody.send(form.action, values, form.inParts)],
        ['another', await world.visitor.send(form.action, stale, form.inParts)],
      ] as const)
        lost.push({
          address,
          who,
          status: answer.status,
          shows: answer.html.includes(escaped),
          harm: harmIn(answer.html),
        });
    }
}

// Where a form is checked before it is saved, these would save it.
const saveAtOnce = (action: string): [string, string][] =>
  action === '/cases/paste' ? [['do', 'read']] : [['do', 'save']];

const hostile = markup.slice(0, 20);
const escaped = '&quot;&gt;&lt;script&gt;';

describe('a text that may not be kept', () => {
  it('is refused in every field of every form, and nothing is written', () => {
    expect(refusals.length).toBeGreaterThan(400);
    const taken = refusals.filter(({ status }) => status !== 422);
    expect(taken.map(({ address, field, what, status }) => `${address} ${field}: ${what} ${status}`)).toEqual(
      [],
    );
    expect(kept).toEqual(before);
  });

  it('comes back harmless', () => {
    expect(refusals.filter(({ harm }) => harm.length > 0)).toEqual([]);
  });
});

describe('a form that comes too late', () => {
  it('is refused, whoever sends it, and writes nothing', () => {
    const statuses = (who: string) => [
      ...new Set(lost.filter((each) => each.who === who).map(({ status }) => status)),
    ];
    expect([statuses('nobody'), statuses('another')]).toEqual([[401], [403]]);
    expect(kept).toEqual(before);
  });

  it('comes back with its hostile words, harmless', () => {
    expect(lost.filter(({ shows }) => shows).length).toBeGreaterThan(60);
    expect(lost.filter(({ harm }) => harm.length > 0)).toEqual([]);
  });
});

describe('hostile words', () => {
  it('are kept, as anybody’s words are, by every form', () => {
    expect(outcomes.length).toBeGreaterThan(44);
    expect(outcomes.filter(({ outcome }) => !outcome.saved).map(({ pattern }) => pattern)).toEqual([]);
  });

  it('are harmless on every page on the way', () => {
    const wrong = outcomes.flatMap(({ pattern, outcome }) =>
      outcome.shown
        .filter(({ html }) => html !== '' && harmIn(html).length > 0)
        .map(({ html }) => [pattern, harmIn(html)]),
    );
    expect(wrong).toEqual([]);
  });

  it('are harmless on every page afterwards', async () => {
    let shown = 0;
    for (const pattern of patternsInTurn)
      for (const address of world.addressesOf(pattern)) {
        const page = await world.visitor.get(address);
        expect([address, page.status < 500, harmIn(page.html)]).toEqual([address, true, []]);
        if (page.html.includes(escaped)) shown += 1;
      }
    expect(shown).toBeGreaterThan(30);
  });

  it('are harmless in the page of every mail and of every case', async () => {
    for (const listed of [
      '/mails?month=2021-12',
      '/mails?month=2021-05',
      '/cases',
      '/contacts',
      '/recommendations',
    ]) {
      const { html } = await world.visitor.get(listed);
      const found = [...html.matchAll(/href="(\/(?:mails|cases|contacts)\/[^"?#]+)"/g)].map(
        ([, path]) => path!,
      );
      for (const address of new Set(found)) {
        const page = await world.visitor.get(address);
        expect([address, page.status, harmIn(page.html)]).toEqual([address, 200, []]);
      }
    }
  });
});

describe('a list that leaves as CSV', () => {
  it.each(['/recommendations.csv', '/lists/recommendations.csv', '/paper.csv', 'the board’s paper'])(
    '%s has no cell that a spreadsheet runs',
    async (address) => {
      const [board] = world.addressesOf('/boards/:id');
      const path = address.startsWith('/') ? address : `${board}/paper.csv`;
      const rows = csvRows((await world.visitor.get(path)).html);
      if (isRefusal(rows)) throw new Error(rows.refused);
      const cells = rows.rows.flatMap((row) => row.cells);
      expect(cells.filter(runs)).toEqual([]);
      expect(cells.filter((cell) => cell.startsWith("'") && cell.includes(hostile)).length).toBeGreaterThan(
        0,
      );
    },
  );
});

describe('the API', () => {
  it('gives hostile words as JSON and as nothing else', async () => {
    const calls = Object.keys(access).filter((line) => /^GET \/api\/v1\/(?!docs|openapi)/.test(line));
    let seen = 0;
    for (const call of calls) {
      const path = call
        .replace('GET ', '')
        .replace(':caseId', '2019-127918')
        .replace(':number', '1')
        .replace(/:\w+/g, 'unknown');
      const reply = await world.tracker.desk.request(`http://127.0.0.1${path}`);
      const body = await reply.text();
      expect([path, reply.status < 500, reply.headers.get('x-content-type-options')]).toEqual([
        path,
        true,
        'nosniff',
      ]);
      expect(reply.headers.get('content-type')).toMatch(/^application\/(problem\+)?json/);
      if (JSON.stringify(JSON.parse(body)).includes('<script>')) seen += 1;
    }
    expect(seen).toBeGreaterThan(2);
  });
});

const known = new Set(
  'from to subject message-id date mime-version content-type content-transfer-encoding x-tracker-mail auto-submitted x-auto-response-suppress'.split(
    ' ',
  ),
);

describe('a mail', () => {
  it('has the headers we give it and no other, one recipient, and nothing that runs', async () => {
    const { mailbox } = world.tracker;
    const sent = mailbox.messages().filter(({ receivedAt }) => receivedAt >= lookedAtOn);
    let hostileMails = 0;
    for (const { messageId, subject } of sent) {
      const mail = await PostalMime.parse(mailbox.raw(messageId)!);
      expect(mail.headers.map(({ key }) => key).filter((key) => !known.has(key))).toEqual([]);
      expect([mail.to?.length, mail.cc, mail.bcc]).toEqual([1, undefined, undefined]);
      expect(`${mail.subject}${subject}`).not.toMatch(/[\r\n]/);
      expect(harmIn(mail.html ?? '')).toEqual([]);
      if (mail.text?.includes('<script>') && mail.html?.includes('&lt;script&gt;')) hostileMails += 1;
    }
    expect(hostileMails).toBeGreaterThan(1);
  });

  it('carries a calendar file with our entries only, its words escaped', async () => {
    const { mailbox } = world.tracker;
    let hostileEntries = 0;
    for (const { messageId } of mailbox.messages()) {
      const { attachments } = await PostalMime.parse(mailbox.raw(messageId)!, {
        attachmentEncoding: 'arraybuffer',
      });
      for (const { content, filename } of attachments) {
        expect(filename).toBe('deadline.ics');
        const calendar = readCalendar(withLineEnds(content as ArrayBuffer));
        expect(new Set(calendar.within.map(({ name, within }) => `${name} ${within.length}`))).toEqual(
          new Set(['VEVENT 0']),
        );
        const words = calendar.within.map(({ properties }) => textIn(properties.DESCRIPTION!));
        hostileEntries += words.filter((each) => each.includes('BEGIN:VALARM')).length;
      }
    }
    expect(hostileEntries).toBeGreaterThan(0);
  });
});

// The parser makes its own line ends.
const withLineEnds = (content: ArrayBuffer) =>
  Buffer.from(new TextDecoder().decode(content).replace(/\r?\n/g, '\r\n'));
