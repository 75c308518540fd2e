import { SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { reasonOf } from './log.ts';

/**
 * What the mail service said. 'not-now': it took nothing and may later. 'refused': it never will take this one.
 * 'unknown': no answer, so the mail may have left. `reason`: its own words, which quote addresses, for the record of the mail;
 * `inLog`: what a log may tell of it.
 */
export type Outcome =
  | { kind: 'accepted'; messageId: string }
  | { kind: 'not-now' | 'refused' | 'unknown'; reason: string; inLog: string };

export type MailService = {
  /** `mailId`: of a mail that is kept; without it, what SES reports of the message later is about no mail of ours. */
  send(message: { mailId?: string; from: string; to: string; raw: Uint8Array }): Promise<Outcome>;
};

const sendTimeoutMs = 10_000;

/**
 * The client for sending, with retries off: SES has no idempotency token, and a retry after a lost reply sends a second mail.
 * The timeout throws, so that a silent connection becomes 'unknown' and not a hung function.
 */
export const mailClient = (requestTimeout = sendTimeoutMs) =>
  new SESClient({
    maxAttempts: 1,
    requestHandler: { requestTimeout, throwOnRequestTimeout: true, connectionTimeout: 3_000 },
  });

/** Answers about this message itself: another try would be refused the same way. */
const refusals = new Set(['MessageRejected', 'InvalidParameterValue', 'InvalidParameterValueException']);

/** Said under the name MessageRejected, but about the account: the sender's domain is not verified here, or SES is still in its sandbox. */
const accountNotReady = /^Email address is not verified/;

/** Amazon SES. Each message is tagged with its mail's id, if it has one, so that what SES reports later can be matched. */
export function mailService(client: SESClient, configurationSet: string): MailService {
  return {
    async send({ mailId, from, to, raw }) {
      const command = new SendRawEmailCommand({
        Source: from,
        Destinations: [to],
        RawMessage: { Data: raw },
        ConfigurationSetName: configurationSet,
        ...(mailId === undefined ? {} : { Tags: [{ Name: 'mailId', Value: mailId }] }),
      });
      try {
        const { MessageId } = await client.send(command);
        return MessageId
          ? { kind: 'accepted', messageId: MessageId }
          : { kind: 'unknown', reason: noId, inLog: noId };
      } catch (error) {
        return { kind: kindOf(error), reason: saidBy(error), inLog: reasonOf(error) };
      }
    },
  };
}

const noId = 'No message id came back';

const saidBy = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

// Only an answer in SES's own words, one that lays the fault at our door, is a definite no; a timeout, a cut connection or an internal
// error of the service may come after the mail has left. Of the definite answers, those about this message are final. The rest are
// about the account (throttled, paused, not permitted, an unknown configuration set): nothing left, and a later try may succeed.
function kindOf(error: unknown): 'not-now' | 'refused' | 'unknown' {
  if (!(error instanceof SESServiceException)) return 'unknown';
  const status = error.$metadata.httpStatusCode ?? 0;
  if (status < 400 || status >= 500) return 'unknown';
  return refusals.has(error.name) && !accountNotReady.test(error.message) ? 'refused' : 'not-now';
}
