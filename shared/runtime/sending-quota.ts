import { GetSendQuotaCommand, SESClient } from '@aws-sdk/client-ses';
import type { Quota } from '../domain/quota.ts';

/** Reading the quota changes nothing, so it is tried again as usual; a silent connection ends after seconds, not with the function. */
export const quotaClient = () =>
  new SESClient({
    requestHandler: { requestTimeout: 5_000, throwOnRequestTimeout: true, connectionTimeout: 3_000 },
  });

const unlimited = -1;

/** The quota of the account, as Amazon SES tells it. Throws where SES does not answer, or not with all of it. */
export async function readQuota(client: SESClient): Promise<Quota> {
  const { Max24HourSend, MaxSendRate, SentLast24Hours } = await client.send(new GetSendQuotaCommand({}));
  if (Max24HourSend === undefined || MaxSendRate === undefined || SentLast24Hours === undefined)
    throw new Error('The mail service did not tell its quota');
  return {
    perDay: Max24HourSend === unlimited ? Number.POSITIVE_INFINITY : Max24HourSend,
    perSecond: MaxSendRate,
    sentToday: SentLast24Hours,
  };
}
