import type { Email } from 'postal-mime';
import { londonTime, Page } from '../page-layout.tsx';
import type { StoredMessage } from './stored-messages.ts';

type Shown = { message: StoredMessage; email: Email; inboxHref: string };

/** One mail. Its way back leads to the inbox as it was asked for: the recipient's mails, the page of them. */
export const mailboxPart = { name: 'Local mailbox', href: '/' };

export function MessagePage({ message, email, inboxHref }: Shown) {
  const path = `/messages/${message.messageId}`;
  return (
    <Page part={mailboxPart} title={message.subject || 'No subject'}>
      <p>
        <a href={inboxHref}>{inboxHref.includes('to=') ? 'Back to these mails' : 'All mail'}</a>
      </p>
      <h1>{message.subject || 'No subject'}</h1>
      <dl>
        <dt>To</dt>
        <dd>{message.destinations.join(', ')}</dd>
        <dt>From</dt>
        <dd>{email.from?.name ? `${email.from.name} <${email.from.address}>` : message.source}</dd>
        <dt>Received</dt>
        <dd>{londonTime(message.receivedAt)}</dd>
        {email.attachments.length > 0 && (
          <>
            <dt>Attached</dt>
            <dd>{email.attachments.map(({ filename, mimeType }) => filename ?? mimeType).join(', ')}</dd>
          </>
        )}
      </dl>
      {email.html !== undefined && (
        <>
          <h2>As shown by a mail program</h2>
          <iframe
            title="The mail as a mail program shows it"
            src={`${path}/html`}
            style={`height:${frameHeight(email.text ?? '')}rem`}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
          />
        </>
      )}
      <h2>As plain text</h2>
      <pre>
        {email.text === undefined ? 'This mail has no plain text part.' : <Linked text={email.text} />}
      </pre>
      <h2>Details</h2>
      <dl>
        {Object.entries(message.tags).map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      <details>
        <summary>Headers</summary>
        <pre>{email.headers.map(({ originalKey, value }) => `${originalKey}: ${value}`).join('\n')}</pre>
      </details>
      <p>
        <a href={`${path}/raw`}>Download the mail as it was sent (.eml)</a>
      </p>
    </Page>
  );
}

/**
 * How high the frame is for the whole mail to be seen: its own page runs no script that could say. The text part has the same words, in lines
 * of about sixty letters; a guess too low still scrolls.
 */
function frameHeight(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 60)), 0);
  return Math.max(20, Math.ceil(lines * 1.15) + 3);
}

/** Web addresses in the text, and nothing else in it, become links. */
function Linked({ text }: { text: string }) {
  return (
    <>
      {text.split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/).map((part, index) =>
        index % 2 === 1 ? (
          <a href={part} target="_blank" rel="noopener noreferrer">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}

/** The HTML part as it is, but for where its links open: in the frame they would replace the mail. */
export function MailHtml(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + base) : base + html;
}
