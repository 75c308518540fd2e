import * as z from 'zod';
import type { Report } from '../../shared/domain/mail-life.ts';

const event = z.object({
  eventType: z.string(),
  mail: z.object({
    messageId: z.string(),
    destination: z.array(z.string()).optional(),
    tags: z.record(z.string(), z.array(z.string())),
  }),
  bounce: z.object({ bounceType: z.string() }).optional(),
});

/** One thing that SES says of one sending of one of our mails, and the address that this went to. */
export type SesReport = { mailId: string; messageId: string; to?: string | undefined; report: Report };

/** SES event publishing, as it arrives through SNS (raw delivery) and SQS. Undefined where it is not about a mail of ours, or says nothing of its fate. */
export function readReport(body: string): SesReport | undefined {
  const { eventType, mail, bounce } = event.parse(JSON.parse(body));
  const [mailId] = mail.tags.mailId ?? [];
  const report = reportOf(eventType, bounce?.bounceType);
  return mailId && report
    ? { mailId, messageId: mail.messageId, to: mail.destination?.[0], report }
    : undefined;
}

function reportOf(eventType: string, bounceType: string | undefined): Report | undefined {
  switch (eventType) {
    case 'Send':
      return 'sent';
    case 'Delivery':
      return 'delivered';
    case 'Bounce':
      return bounceType === 'Permanent' ? 'bounced' : 'not-delivered';
    case 'Complaint':
      return 'complained';
    case 'Reject':
    case 'Rendering Failure':
      return 'rejected';
    default:
      return undefined;
  }
}
