import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asInstant } from '../../../shared/domain/london.ts';
import { verdictOn } from '../../../shared/domain/mail-life.ts';
import type { MailService, Outcome } from '../../../shared/runtime/mail-service.ts';
import { exceptionKey, recommendationKey } from '../../../shared/store/keys.ts';
import { readMail } from '../../../shared/store/outbox.ts';
import { read } from '../../../shared/store/read.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { mailsPlanned, nightsOf } from '../../support/nights-of.ts';
import { asked, contacts, put, putItem } from '../../support/recorded.ts';
import { sampleContact } from '../../support/sample-records.ts';
import { senderOf } from '../../support/sender-of.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const today = '2020-10-26';

/** Gives these answers, one after another, and then accepts; `letters` are those it accepted. */
function answering(...outcomes: Outcome[]): MailService & { letters: string[] } {
  const letters: string[] = [];
  return {
    letters,
    async send({ raw }) {
      const outcome = outcomes.shift() ?? { kind: 'accepted', messageId: `message-${letters.length}` };
      if (outcome.kind === 'accepted') letters.push(Buffer.from(raw).toString().replaceAll('=\r\n', ''));
      return outcome;
    },
  };
}

async function planned(...references: string[]) {
  const table = await tables.newTable();
  await contacts(table, sampleContact());
  for (const reference of references) await asked(table, reference);
  await nightsOf(table).night(today);
  const [mail] = await mailsPlanned(table, today);
  return { table, mail: mail! };
}

describe('a mail that the mail service refuses for good', () => {
  test('is on the list of exceptions, because nobody will be told by it', async () => {
    const { table, mail } = await planned('one');
    const service = answering({
      kind: 'refused',
      reason: 'MessageRejected: Address blacklisted.',
      inLog: 'MessageRejected',
    });
    expect(await senderOf(table, { service }).send(mail.id)).toBe('refused');
    expect((await readMail(table, mail.id))?.state).toBe('FAILED');
    expect(await read(table, 'exception', exceptionKey(`refused-${mail.id}`))).toMatchObject({
      kind: 'refused',
      mailId: mail.id,
      contactId: 'anna',
    });
  });
});

describe('a mail that the mail service does not take now', () => {
  const notNow: Outcome = {
    kind: 'not-now',
    reason: 'Throttling: Maximum sending rate exceeded.',
    inLog: 'Throttling',
  };
  const unknown: Outcome = { kind: 'unknown', reason: 'TimeoutError', inLog: 'TimeoutError' };

  test('has not left, so however often that happens, it may be sent again after a lost reply', async () => {
    const { table, mail } = await planned('one');
    const { send } = senderOf(table, { service: answering(notNow, notNow, notNow, unknown) });
    for (const fate of ['try-again', 'try-again', 'try-again', 'unknown'])
      expect(await send(mail.id)).toBe(fate);
    const claimed = (await readMail(table, mail.id))!;
    expect(verdictOn(claimed, asInstant(`${today}T07:10:00Z`))).toBe('send-again');
  });
});

describe('a mail of which one record is damaged', () => {
  const references = ['2020/000501', '2020/000502', '2020/000503'];

  test('is sent without it, and what is left out waits to be sent until the record is put right', async () => {
    const { table, mail } = await planned(...references);
    const { recommendation } = await asked(table, '2020/000502');
    await putItem(table, { ...recommendationKey({ caseId: '2020-000502', number: 1 }), text: 7 });
    const service = answering();
    const { send, log } = senderOf(table, { service });
    expect(await send(mail.id)).toBe('sent');
    const speaksOf = () =>
      service.letters.map((letter) => references.filter((each) => letter.includes(each)));
    expect(speaksOf()).toEqual([['2020/000501', '2020/000503']]);
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);

    const { night, handedOver } = nightsOf(table);
    await night(today);
    await expect(send(handedOver[0]!)).rejects.toThrow('Damaged recommendation');
    await put(table, 'recommendation', recommendation);
    expect(await send(handedOver[0]!)).toBe('sent');
    expect(speaksOf()).toEqual([['2020/000501', '2020/000503'], ['2020/000502']]);
    expect(await send(mail.id)).toBe('left-alone');
  });
});
