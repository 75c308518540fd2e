import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { calendarFile } from './calendar-file.ts';
import type { Composed } from './letter.ts';

/** Who a mail is from and to. `mailId` travels in a header, so that a mail in an inbox can be found in the register, if it stands there. */
export type Envelope = {
  from: string;
  to: { name: string; address: string };
  mailId?: string;
  sentAt: string;
};

/**
 * The raw message: text part and html part, with the days still to come as one calendar file, and marked as sent by a machine so that no
 * out-of-office answers it.
 */
export function mimeOf(
  { subject, text, html, entries = [] }: Composed,
  { from, to, mailId, sentAt }: Envelope,
): Promise<Buffer> {
  const composer = new MailComposer({
    from,
    to,
    subject,
    text,
    html,
    attachments: entries.length > 0 ? [attached(calendarFile(entries, { from, at: sentAt }))] : [],
    date: new Date(sentAt),
    headers: {
      ...(mailId === undefined ? {} : { 'X-Tracker-Mail': mailId }),
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
  });
  return composer.compile().build();
}

// Said to be published, so that no calendar asks for an answer as to an invitation. In base64, so that its line ends arrive as they are.
const attached = (content: string) => ({
  filename: 'deadline.ics',
  content,
  contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
  contentTransferEncoding: 'base64' as const,
});
