import { randomUUID } from 'node:crypto';
import type { SQSEvent } from 'aws-lambda';
import PostalMime, { type Email } from 'postal-mime';
import { sendBatch } from '../../functions/sender/deliveries.ts';
import { openPace, type Pace } from '../../functions/sender/pace.ts';
import { type Fate, type SendDeps, sendMail } from '../../functions/sender/send.ts';
import { type Mailbox, startMailbox } from '../../infra/local/mailbox/mailbox.ts';
import { type Sending, toEveryone } from '../../shared/domain/sending.ts';
import { type MailService, mailClient, mailService } from '../../shared/runtime/mail-service.ts';
import type { Table } from '../../shared/store/table.ts';
import { ampleQuota } from './nights-of.ts';
import { notedLog } from './noted-log.ts';
import { morningOf } from './sample-records.ts';

/** A mailbox in memory which the functions find as they find SES, through the environment of the process. */
export async function openSes(): Promise<Mailbox> {
  const mailbox = await startMailbox({ directory: null, clock: () => '2020-10-26T06:10:00.000Z' });
  Object.assign(process.env, {
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_SES: mailbox.endpoint,
  });
  return mailbox;
}

/** The sender on a table with the client of production, given a shorter patience where a test waits for it to end. */
export function senderOf(
  table: Table,
  wish: { service?: MailService; patience?: number; day?: string; pace?: Pace; sendTo?: Sending } = {},
) {
  const log = notedLog();
  const deps: SendDeps = {
    table,
    mailService: wish.service ?? mailService(mailClient(wish.patience), 'local'),
    pace:
      wish.pace ??
      openPace({
        readQuota: async () => ampleQuota,
        workers: 1,
        now: () => 0,
        wait: async () => undefined,
        log,
      }),
    clock: morningOf(wish.day ?? '2020-10-26'),
    newId: randomUUID,
    log,
    from: 'Recommendation Tracker <tracker@force.example>',
    serviceUrl: 'https://tracker.example',
    organisation: 'Sample Police',
    sendTo: wish.sendTo ?? toEveryone,
  };
  return {
    log,
    deps,
    send: (mailId: string): Promise<Fate> => sendMail(deps, mailId),
    sendAll: (...bodies: string[]) => sendBatch(deps, deliveryOf(bodies)),
  };
}

/** One delivery of the queue; its messages are called message-0, message-1, … */
const deliveryOf = (bodies: string[]): SQSEvent => ({
  Records: bodies.map((body, index) => ({ body, messageId: `message-${index}` })) as SQSEvent['Records'],
});

export const letterOf = (mailbox: Mailbox, messageId: string): Promise<Email> =>
  PostalMime.parse(mailbox.raw(messageId)!);
