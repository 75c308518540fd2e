import { GetSendQuotaCommand, SESClient } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, test } from 'vitest';
import { type Mailbox, startMailbox } from '../../../infra/local/mailbox/mailbox.ts';
import { readQuota } from '../../../shared/runtime/sending-quota.ts';

const local = { region: 'eu-west-2', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };

describe('the quota', () => {
  test.each([
    [{ Max24HourSend: 200, MaxSendRate: 1, SentLast24Hours: 12 }, 200],
    [{ Max24HourSend: -1, MaxSendRate: 1, SentLast24Hours: 12 }, Number.POSITIVE_INFINITY],
  ])('is what SES says: %j', async (answer, perDay) => {
    const client = new SESClient(local);
    mockClient(client).on(GetSendQuotaCommand).resolves(answer);
    expect(await readQuota(client)).toEqual({ perDay, perSecond: 1, sentToday: 12 });
  });

  test.each(['Max24HourSend', 'MaxSendRate', 'SentLast24Hours'])(
    'is not guessed without %s',
    async (missing) => {
      const client = new SESClient(local);
      const answer = { Max24HourSend: 200, MaxSendRate: 1, SentLast24Hours: 12, [missing]: undefined };
      mockClient(client).on(GetSendQuotaCommand).resolves(answer);
      await expect(readQuota(client)).rejects.toThrow('did not tell its quota');
    },
  );
});

describe('of a local run', () => {
  let mailbox: Mailbox;
  afterEach(() => mailbox.stop());

  test('it is ample', async () => {
    mailbox = await startMailbox({ directory: null, clock: () => '2020-10-26T06:10:00.000Z' });
    const client = new SESClient({ ...local, endpoint: mailbox.endpoint });
    expect(await readQuota(client)).toEqual({ perDay: 50_000, perSecond: 1_000, sentToday: 0 });
    client.destroy();
  });
});
