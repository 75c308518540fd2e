import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Composed } from './letter.ts';

/** Who a mail is from and to. `mailId` travels in a header, so that a mail in an inbox can be found in the register. */
export type Envelope = {
  from: string;
  to: { name: string; address: string };
  mailId: string;
  sentAt: string;
};

/** The raw message: text part and html part, marked as sent by a machine so that no out-of-office answers it. */
export function mimeOf(
  { subject, text, html }: Composed,
  { from, to, mailId, sentAt }: Envelope,
): Promise<Buffer> {
  const composer = new MailComposer({
    from,
    to,
    subject,
    text,
    html,
    date: new Date(sentAt),
    headers: {
      'X-Tracker-Mail': mailId,
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
  });
  return composer.compile().build();
}
