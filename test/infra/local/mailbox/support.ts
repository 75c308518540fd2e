import { SESClient, SendRawEmailCommand, type SendRawEmailCommandInput } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { startMailbox } from '../../../../infra/local/mailbox/mailbox.ts';
import type { SesEvent } from '../../../../infra/local/mailbox/ses-events.ts';

export type Content = ConstructorParameters<typeof MailComposer>[0];

export const compose = (content: Content = {}): Promise<Buffer> =>
  new MailComposer({
    from: 'Recommendation Tracker <tracker@force.example>',
    to: 'owner@force.example',
    subject: 'One promise falls due on 20 February 2021',
    text: 'Answer here: https://tracker.example/d/1.',
    html: '<p>Answer <a href="https://tracker.example/d/1">here</a></p>',
    ...content,
  })
    .compile()
    .build();

/** A mailbox with the client a function would use, its SDK retries off. */
export async function openMailbox(wish: Partial<Parameters<typeof startMailbox>[0]> = {}) {
  const events: SesEvent[] = [];
  const warnings: string[] = [];
  const mailbox = await startMailbox({
    directory: null,
    clock: () => '2021-02-13T06:10:00.000Z',
    events: (event) => events.push(event),
    warn: (sentence) => warnings.push(sentence),
    ...wish,
  });
  const client = new SESClient({
    endpoint: mailbox.endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  const send = async (
    content: Content = {},
    more: Partial<SendRawEmailCommandInput> = {},
    abortSignal?: AbortSignal,
  ) =>
    client.send(new SendRawEmailCommand({ RawMessage: { Data: await compose(content) }, ...more }), {
      abortSignal,
    });
  const close = async () => {
    client.destroy();
    await mailbox.stop();
  };
  return { mailbox, client, send, events, warnings, close };
}
