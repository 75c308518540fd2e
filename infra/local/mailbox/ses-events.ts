import { randomUUID } from 'node:crypto';
import type { StoredMessage } from './stored-messages.ts';

const ACCOUNT = '000000000000';

type Recipient = { emailAddress: string };

/** What SES publishes about a mail, in the fields this product and its tests may read. */
export type SesEvent = {
  mail: {
    timestamp: string;
    source: string;
    sendingAccountId: string;
    messageId: string;
    destination: string[];
    headersTruncated: boolean;
    headers: { name: string; value: string }[];
    commonHeaders: { from: string[]; to: string[]; messageId: string; subject: string };
    tags: Record<string, string[]>;
  };
} & (
  | { eventType: 'Send'; send: Record<string, never> }
  | {
      eventType: 'Delivery';
      delivery: {
        timestamp: string;
        processingTimeMillis: number;
        recipients: string[];
        smtpResponse: string;
        reportingMTA: string;
      };
    }
  | {
      eventType: 'Bounce';
      bounce: {
        bounceType: 'Permanent';
        bounceSubType: 'General' | 'Suppressed';
        bouncedRecipients: (Recipient & { action: 'failed'; status: string; diagnosticCode: string })[];
        timestamp: string;
        feedbackId: string;
        reportingMTA: string;
      };
    }
  | {
      eventType: 'Complaint';
      complaint: {
        complainedRecipients: Recipient[];
        timestamp: string;
        feedbackId: string;
        complaintFeedbackType: 'abuse';
        complaintSubType: null;
        userAgent: string;
      };
    }
);

/**
 * The events of one mail: Send, then for each recipient Delivery, or what the addresses of the SES mailbox
 * simulator ask for: bounce@ and suppressionlist@ bounce for good, complaint@ is delivered and then complains,
 * every other address is delivered. A label changes nothing: bounce+anna@simulator.amazonses.com bounces.
 */
export function eventsOf(message: StoredMessage): SesEvent[] {
  const mail = mailOf(message);
  const at = message.receivedAt;
  return [
    { eventType: 'Send', mail, send: {} },
    ...message.destinations.flatMap((address): SesEvent[] => {
      switch (simulated(address)) {
        case 'bounce':
          return [bounce(mail, address, 'General', at)];
        case 'suppressionlist':
          return [bounce(mail, address, 'Suppressed', at)];
        case 'complaint':
          return [delivery(mail, address, at), complaint(mail, address, at)];
        default:
          return [delivery(mail, address, at)];
      }
    }),
  ];
}

const simulated = (address: string): string | undefined =>
  /^(\w+)(\+[^@]*)?@simulator\.amazonses\.com$/i.exec(address)?.[1]?.toLowerCase();

function mailOf(message: StoredMessage): SesEvent['mail'] {
  const { messageId, source, destinations, subject, configurationSet } = message;
  const tags = Object.entries(message.tags).map(([name, value]) => [name, [value]]);
  return {
    timestamp: message.receivedAt,
    source,
    sendingAccountId: ACCOUNT,
    messageId,
    destination: destinations,
    headersTruncated: false,
    headers: [
      { name: 'From', value: source },
      { name: 'To', value: destinations.join(', ') },
      { name: 'Subject', value: subject },
    ],
    commonHeaders: { from: [source], to: destinations, messageId, subject },
    tags: {
      ...(configurationSet === null ? {} : { 'ses:configuration-set': [configurationSet] }),
      'ses:from-domain': [source.split('@').at(-1)?.replace('>', '') ?? ''],
      ...Object.fromEntries(tags),
    },
  };
}

function delivery(mail: SesEvent['mail'], address: string, timestamp: string): SesEvent {
  return {
    eventType: 'Delivery',
    mail,
    delivery: {
      timestamp,
      processingTimeMillis: 0,
      recipients: [address],
      smtpResponse: '250 2.6.0 Message received',
      reportingMTA: 'localhost',
    },
  };
}

function bounce(
  mail: SesEvent['mail'],
  emailAddress: string,
  subType: 'General' | 'Suppressed',
  timestamp: string,
): SesEvent {
  return {
    eventType: 'Bounce',
    mail,
    bounce: {
      bounceType: 'Permanent',
      bounceSubType: subType,
      bouncedRecipients: [
        { emailAddress, action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' },
      ],
      timestamp,
      feedbackId: randomUUID(),
      reportingMTA: 'dns; localhost',
    },
  };
}

function complaint(mail: SesEvent['mail'], emailAddress: string, timestamp: string): SesEvent {
  return {
    eventType: 'Complaint',
    mail,
    complaint: {
      complainedRecipients: [{ emailAddress }],
      timestamp,
      feedbackId: randomUUID(),
      complaintFeedbackType: 'abuse',
      complaintSubType: null,
      userAgent: 'Local mailbox',
    },
  };
}
