import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addContact } from '../../../functions/web/moves/add-contact.ts';
import { reassignOwner } from '../../../functions/web/moves/reassign-owner.ts';
import { verifyAudit } from '../../../infra/cli/commands/verify-audit.ts';
import { startTracker } from '../../../infra/local/tracker.ts';
import { chained, headAfter } from '../../../shared/domain/audit-chain.ts';
import { historyOf } from '../../../shared/store/audit.ts';
import { chainKey, eventKey } from '../../../shared/store/chain-keys.ts';
import { sha256 } from '../../../shared/store/digest.ts';
import { keepLiaisonTeam } from '../../../shared/store/liaison-team.ts';
import { toItem } from '../../../shared/store/records.ts';
import type { Table } from '../../../shared/store/table.ts';
import { atTheDesk, caseId, deskOf, typedResponse } from '../../support/desk-of.ts';
import { put, putItem } from '../../support/recorded.ts';
import { accepted, sampleContact } from '../../support/sample-records.ts';
import { ioOf } from './io.ts';

const of = { caseId, number: 1 };
const until = '2020-11-20T12:00:00Z';

let lived: string;
let folder: string;
beforeAll(async () => {
  lived = mkdtempSync(join(tmpdir(), 'tracker-audited-'));
  await onRecords(lived, async (table) => {
    await atTheDesk(table, typedResponse());
    await table.client.send(
      new DeleteCommand({ TableName: table.name, Key: { pk: 'CONTACT#anna', sk: 'CONTACT' } }),
    );
  });
});
afterAll(() => rmSync(lived, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tracker-audit-'));
  cpSync(lived, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function onRecords(at: string, act: (table: Table) => Promise<unknown>): Promise<void> {
  const tracker = await startTracker({ folder: at, serviceUrl: 'http://127.0.0.1:3000' });
  await act(tracker.table);
  await tracker.stop();
}

async function run(...args: string[]) {
  const io = ioOf();
  const code = await verifyAudit.run([...args, '--data', folder], io);
  return { code, out: io.out.join(''), err: io.err.join('') };
}

const fingerprintOf = (out: string) => /: ([0-9a-f]{64})\n$/.exec(out)![1]!;

describe('tracker verify-audit', () => {
  test('says what it checked, and a fingerprint of it', async () => {
    const { code, out } = await run('--until', until);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /^2 histories checked, 3 entries, 0 findings\.\nFingerprint of everything up to 2020-11-20T12:00:00Z: [0-9a-f]{64}\n$/,
      ),
    ]);
    expect((await run('--until', until)).out).toBe(out);
    expect((await run('--until', until, '--case', caseId)).out).toBe(out);
  });

  test('names each finding by reference and position, and exits 1', async () => {
    await onRecords(folder, async (table) => {
      const [first] = (await historyOf(table, chainKey(of))).events;
      await putItem(table, { ...toItem('event', first!), by: 'Somebody else' });
    });
    const { code, out } = await run();
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(
        /^2019-127918 recommendation 1, entry 1 has been altered: it does not match its own hash\n2 histories checked, 3 entries, 1 finding\.\n/,
      ),
    ]);
  });

  test('finds nothing in the liaison team, which the runs enter without a move', async () => {
    await onRecords(folder, (table) => keepLiaisonTeam(table, 'liaison@sample.example'));
    const { code, out } = await run();
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^2 histories checked, 3 entries, 0 findings\.\n/),
    ]);
  });

  test('finds a contact without a history, and what is left of one that was cut off', async () => {
    const name = { kind: 'person' as const, name: 'Cyd', post: 'Inspector', email: 'cyd@force.example' };
    await onRecords(folder, async (table) => {
      await put(table, 'contact', sampleContact('bill'));
      const { id: contactId } = accepted(await addContact(deskOf(table), name));
      const [added] = (await historyOf(table, chainKey({ contactId }))).events;
      await table.client.send(new DeleteCommand({ TableName: table.name, Key: eventKey(added!) }));
    });
    const { code, out } = await run();
    expect(code).toBe(1);
    expect(out).toMatch(/^Contact bill: no entry tells of the contact CONTACT$/m);
    expect(out).toMatch(/^Contact \S+, entry 1 is missing$/m);
  });

  test('tells the same to a program', async () => {
    const { code, out } = await run('--json', '--until', until);
    expect([code, JSON.parse(out)]).toEqual([
      0,
      {
        chains: 2,
        entries: 3,
        findings: [],
        removed: 0,
        until,
        fingerprint: fingerprintOf((await run('--until', until)).out),
      },
    ]);
  });

  test('a fingerprint written down holds while the history goes on', async () => {
    const written = fingerprintOf((await run('--until', until)).out);
    await onRecords(folder, async (table) => {
      await put(table, 'contact', sampleContact('bill'));
      accepted(await reassignOwner(deskOf(table, '2020-11-21'), caseId, 1, { ownerId: 'bill' }));
    });
    const later = await run('--until', until, '--expect', written, '--case', caseId);
    expect([later.code, later.out]).toEqual([0, expect.stringContaining('2 histories checked, 4 entries')]);
    expect(fingerprintOf((await run()).out)).not.toBe(written);
  });

  test('and finds a chain that was written anew from its beginning, which nothing inside the table can show', async () => {
    const written = fingerprintOf((await run('--until', until)).out);
    await onRecords(folder, async (table) => {
      let head: ReturnType<typeof headAfter> | undefined;
      for (const { hash: _, ...event } of (await historyOf(table, chainKey(of))).events) {
        const rewritten = chained({ ...event, by: 'Somebody else' }, head, sha256);
        head = headAfter(rewritten);
        await put(table, 'event', rewritten);
        await put(table, 'chain', head);
      }
    });
    expect((await run()).code).toBe(0);
    const { code, out } = await run('--until', until, '--expect', written);
    expect([code, out]).toEqual([1, expect.stringContaining(`its fingerprint is no longer ${written}`)]);
  });

  test('a case that is not there is a finding, for it may have been taken away', async () => {
    expect(await run('--case', 'no-such-case')).toMatchObject({
      code: 1,
      out: expect.stringContaining('There is no case no-such-case\n'),
    });
    await onRecords(folder, async (table) => {
      const [last] = (await historyOf(table, chainKey(of))).events.slice(-1);
      await table.client.send(new DeleteCommand({ TableName: table.name, Key: eventKey(last!) }));
    });
    expect((await run('--case', caseId)).out).toContain('recommendation 1, entry 2 is missing\n');
  });

  test.each([
    [['--folder', 'x']],
    [['--until', 'yesterday']],
    [['--until', '2020-13-45T10:00:00Z']],
    [['--until', until, '--expect', 'abc']],
    [['--expect', 'f'.repeat(64)]],
  ])('called wrongly (%j) it says so and exits 2', async (args) => {
    expect(await run(...args)).toMatchObject({
      code: 2,
      err: expect.stringContaining('Usage: tracker verify-audit'),
    });
  });

  test('on nothing it says that there is no tracker', async () => {
    const io = ioOf();
    expect(await verifyAudit.run(['--data', join(folder, 'nowhere')], io)).toBe(1);
    expect(io.err.join('')).toContain('no tracker');
  });
});
