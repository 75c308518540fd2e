import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReport } from '../../../functions/feedback/ses-report.ts';
import { openMailService } from '../../../functions/web/mailing.ts';
import { openSendNow } from '../../../functions/web/send-now.ts';
import type { Mailbox } from '../../../infra/local/mailbox/mailbox.ts';
import { eventsOf } from '../../../infra/local/mailbox/ses-events.ts';
import { type Sending, toEveryone } from '../../../shared/domain/sending.ts';
import type { Outcome } from '../../../shared/runtime/mail-service.ts';
import { settingKey } from '../../../shared/store/keys.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { put, putItem } from '../../support/recorded.ts';
import { morningOf } from '../../support/sample-records.ts';
import { openSes } from '../../support/sender-of.ts';

let tables: EmbeddedTables;
let mailbox: Mailbox;
beforeAll(async () => {
  [tables, mailbox] = await Promise.all([startTables(), openSes()]);
});
afterAll(() => Promise.all([tables.stop(), mailbox.stop()]));

const words = { subject: 'Your code', text: '01234567\n', html: '<p>01234567</p>' };
const from = 'Recommendation Tracker <tracker@force.example>';

/** Sends at once where this copy may send to these, and an administrator has chosen those. */
async function sending({ sendTo = toEveryone, chosen }: { sendTo?: Sending; chosen?: Sending } = {}) {
  const table = await tables.newTable();
  if (chosen) await put(table, 'sending', { settings: 'sending', sending: chosen, version: 1 });
  const sent: string[] = [];
  const deps = { table, wall: morningOf('2020-11-20'), from, sendTo };
  const openService = async () => ({
    async send({ to }: { to: string }): Promise<Outcome> {
      sent.push(to);
      return { kind: 'accepted', messageId: 'ses-1' };
    },
  });
  return { table, sent, sendNow: openSendNow({ ...deps, openService }), deps };
}

const only = (...allowed: string[]): Sending => ({ mode: 'only', allowed });
const nobody: Sending = { mode: 'nobody' };

describe('a mail that cannot wait', () => {
  async function sentBySes() {
    const { deps } = await sending();
    const sendNow = openSendNow({ ...deps, openService: () => openMailService('local') });
    expect(await sendNow('anna@force.example', words)).toBe('accepted');
    return mailbox.messages().at(-1)!;
  }

  test('goes to SES as the client of production sends it, and is a mail of no register', async () => {
    const message = await sentBySes();
    expect(message).toMatchObject({
      destinations: ['anna@force.example'],
      configurationSet: 'local',
      tags: {},
    });
    const { headers, ...mail } = await PostalMime.parse(mailbox.raw(message.messageId)!);
    expect([mail.subject, mail.text?.trim(), mail.to?.[0]?.address]).toEqual([
      'Your code',
      '01234567',
      'anna@force.example',
    ]);
    expect(headers.map(({ key }) => key)).toContain('auto-submitted');
    expect(headers.map(({ key }) => key)).not.toContain('x-tracker-mail');
  });

  test('is nothing to the feedback function, whatever becomes of it', async () => {
    const sent = await sentBySes();
    const bounced = { ...sent, destinations: ['bounce@simulator.amazonses.com'] };
    const events = [...eventsOf(sent), ...eventsOf(bounced)];
    expect(events.map(({ eventType }) => eventType)).toEqual(['Send', 'Delivery', 'Send', 'Bounce']);
    for (const event of events) expect(readReport(JSON.stringify(event))).toBeUndefined();
  });

  test.each<[string, { sendTo?: Sending; chosen?: Sending }, string]>([
    ['everyone', {}, 'accepted'],
    ['this address', { sendTo: only('anna@force.example') }, 'accepted'],
    ['her domain', { chosen: only('force.example') }, 'accepted'],
    ['another domain, as this copy is set up', { sendTo: only('other.example') }, 'kept-back'],
    ['another domain, as it was chosen', { chosen: only('other.example') }, 'kept-back'],
    ['nobody, as this copy is set up', { sendTo: nobody, chosen: toEveryone }, 'kept-back'],
    ['nobody, as it was chosen', { chosen: nobody }, 'kept-back'],
    [
      'what only one of the two allows',
      { sendTo: only('force.example'), chosen: only('b@force.example') },
      'kept-back',
    ],
  ])('where mail goes to %s: %j', async (_, of, left) => {
    const { sendNow, sent } = await sending(of);
    expect(await sendNow('anna@force.example', words)).toBe(left);
    expect(sent).toEqual(left === 'accepted' ? ['anna@force.example'] : []);
  });

  test('goes nowhere while nobody can tell to whom mail goes', async () => {
    const { table, sendNow, sent } = await sending();
    await putItem(table, {
      ...settingKey('sending'),
      record: 'sending',
      settings: 'sending',
      version: 'torn',
    });
    await expect(sendNow('anna@force.example', words)).rejects.toThrow('Damaged sending');
    expect(sent).toEqual([]);
  });
});
