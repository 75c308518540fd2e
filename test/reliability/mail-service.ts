import {
  GetSendQuotaCommand,
  type GetSendQuotaCommandOutput,
  type SESClient,
  SESServiceException,
  type SendRawEmailCommand,
} from '@aws-sdk/client-ses';
import type { Worker, World } from './world.ts';

const day = 24 * 60 * 60_000;

/** A mail that the service has taken: it will reach its recipient, whatever the sender learns of it. */
export type Accepted = { mailId: string; to: string; letter: string; at: number; reminders: string[] };

export type SimulatedSes = {
  accepted: Accepted[];
  /** The service as one worker reaches it. */
  clientFor(worker: Worker): SESClient;
};

export type SesWish = {
  /** Takes what is published: one event as SES words it, and how long it takes to arrive. */
  publish(event: object, delay: number): void;
  /** Which reminders a mail carries, asked at the moment it is accepted. */
  remindersOf(mailId: string): Promise<string[]>;
  /** How many mails it takes in 24 hours; as many as come where it is left out. */
  perDay?: number;
};

/**
 * Amazon SES as the sender knows it: takes a raw message with its tags, answers with a message id, and publishes Send and then Delivery
 * (for an address that begins with "bounce", a permanent Bounce). It never forgets a mail and never drops one by itself. It takes no more than
 * its quota of a day.
 */
export function openSes(world: World, { publish, remindersOf, perDay = 50_000 }: SesWish): SimulatedSes {
  const accepted: Accepted[] = [];

  const sentToday = () => accepted.filter(({ at }) => at > world.now - day).length;

  async function quota(): Promise<Partial<GetSendQuotaCommandOutput>> {
    return { Max24HourSend: perDay, MaxSendRate: 14, SentLast24Hours: sentToday() };
  }

  async function take({ input }: SendRawEmailCommand): Promise<{ MessageId: string }> {
    if (sentToday() >= perDay) throw throttling('Daily message quota exceeded.');
    const mailId = input.Tags?.find(({ Name }) => Name === 'mailId')?.Value ?? '';
    const [to = ''] = input.Destinations ?? [];
    const letter = Buffer.from(input.RawMessage?.Data ?? []).toString();
    const messageId = `message-${accepted.length + 1}`;
    accepted.push({ mailId, to, letter, at: world.now, reminders: await remindersOf(mailId) });
    const mail = { messageId, tags: { mailId: [mailId] } };
    const fate = to.startsWith('bounce')
      ? { eventType: 'Bounce', mail, bounce: { bounceType: 'Permanent' } }
      : { eventType: 'Delivery', mail };
    world.publish(() => publish({ eventType: 'Send', mail }, 1_000));
    world.publish(() => publish(fate, 3_000));
    return { MessageId: messageId };
  }

  return {
    accepted,
    clientFor: (worker) =>
      ({
        send: (command: SendRawEmailCommand | GetSendQuotaCommand) =>
          command instanceof GetSendQuotaCommand
            ? world.call(worker, 'quota', { effect: quota, throttle: () => throttling('Rate exceeded') })
            : world.call(worker, 'mail', {
                effect: () => take(command),
                throttle: () => throttling(),
                refuse: refusing,
              }),
      }) as unknown as SESClient,
  };
}

const saidNo = (name: string, message: string) =>
  new SESServiceException({ name, message, $fault: 'client', $metadata: { httpStatusCode: 400 } });

const throttling = (message = 'Maximum sending rate exceeded.') => saidNo('Throttling', message);
const refusing = () => saidNo('MessageRejected', 'Address blacklisted.');
