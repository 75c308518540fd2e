import { Hono, type MiddlewareHandler } from 'hono';
import PostalMime from 'postal-mime';
import { londonTime, Page, pagePolicy } from '../page-layout.tsx';
import { MailHtml, MessagePage, mailboxPart } from './message-page.tsx';
import type { MessageStore, StoredMessage } from './stored-messages.ts';

const ON_A_PAGE = 50;

/**
 * The mail is shown to a person who then follows its links, so links open a new window; but it is somebody
 * else's HTML, so it gets no script, no form, no picture from elsewhere and no origin of its own.
 */
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The inbox (newest first, `?to=` for one recipient, `?page=`) and the mails in it. */
export function createInboxPages({ messages, raw }: Pick<MessageStore, 'messages' | 'raw'>): Hono {
  const app = new Hono();
  app.use(withSafeHeaders);

  app.get('/', (context) => {
    const to = context.req.query('to')?.trim() ?? '';
    const page = Math.max(1, Number.parseInt(context.req.query('page') ?? '1', 10) || 1);
    const found = messages()
      .filter(({ destinations }) => destinations.some((one) => one.toLowerCase().includes(to.toLowerCase())))
      .reverse();
    return context.html(<Inbox found={found} to={to} page={page} />);
  });

  app.get('/messages/:id', async (context) => {
    const message = messages().find(({ messageId }) => messageId === context.req.param('id'));
    const content = message && raw(message.messageId);
    if (message === undefined || content === undefined) return context.notFound();
    const { search } = new URL(context.req.url);
    return context.html(
      <MessagePage message={message} email={await PostalMime.parse(content)} inboxHref={`/${search}`} />,
    );
  });

  app.get('/messages/:id/html', async (context) => {
    const content = raw(context.req.param('id'));
    const { html } = content === undefined ? {} : await PostalMime.parse(content);
    if (!html) return context.notFound();
    return context.html(MailHtml(html), 200, { 'content-security-policy': MAIL_POLICY });
  });

  app.get('/messages/:id/raw', (context) => {
    const content = raw(context.req.param('id'));
    if (content === undefined) return context.notFound();
    return context.body(new Uint8Array(content), 200, {
      'content-type': 'message/rfc822',
      'content-disposition': `attachment; filename="${context.req.param('id').replace(/[^\w-]/g, '')}.eml"`,
    });
  });

  app.notFound((context) => context.html(<NoSuchMail />, 404));
  return app;
}

const withSafeHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('x-content-type-options', 'nosniff');
  context.header('referrer-policy', 'no-referrer');
  if (!context.res.headers.has('content-security-policy'))
    context.header('content-security-policy', pagePolicy());
};

function NoSuchMail() {
  return (
    <Page part={mailboxPart} title="Not found">
      <h1>There is no such mail</h1>
      <a href="/">All mail</a>
    </Page>
  );
}

function Inbox({ found, to, page }: { found: StoredMessage[]; to: string; page: number }) {
  const shown = found.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE);
  const asked = (other: number): string =>
    new URLSearchParams({ ...(to && { to }), ...(other > 1 && { page: String(other) }) }).toString();
  const linkTo = (other: number): string => `/?${asked(other)}`;
  const toMessage = (id: string): string => `/messages/${id}${asked(page) && `?${asked(page)}`}`;
  return (
    <Page part={mailboxPart} title="Inbox">
      <h1>Inbox</h1>
      <p class="hint">Mail sent on this computer. None of it has left this computer.</p>
      <form method="get" action="/">
        <label for="to">Sent to</label>
        <input id="to" name="to" value={to} inputmode="email" autocomplete="off" />
        <button type="submit">Show</button>
        {to !== '' && <a href="/">Show all</a>}
      </form>
      <p>{found.length === 1 ? '1 mail' : `${found.length} mails`}</p>
      <ul class="mails">
        {shown.map((message) => (
          <li>
            <a href={toMessage(message.messageId)}>{message.subject || 'No subject'}</a>
            <div>{message.destinations.join(', ')}</div>
            <div class="hint">{londonTime(message.receivedAt)}</div>
          </li>
        ))}
      </ul>
      <nav aria-label="Pages">
        {page > 1 && <a href={linkTo(page - 1)}>Newer mail</a>}
        {page * ON_A_PAGE < found.length && <a href={linkTo(page + 1)}>Older mail</a>}
      </nav>
    </Page>
  );
}
