import { getRequestListener } from '@hono/node-server';
import { listenOnLoopback } from '../loopback-server.ts';
import { createBehaviour, type Mode } from './behaviour.ts';
import { createInboxPages } from './inbox-pages.tsx';
import { answerSes } from './ses-endpoint.ts';
import { eventsOf, type SesEvent } from './ses-events.ts';
import { openMessageStore, type StoredMessage } from './stored-messages.ts';

export type Mailbox = {
  endpoint: string;
  /** The inbox page. */
  url: string;
  /** Every mail kept, oldest first. */
  messages(): StoredMessage[];
  /** The mail as it was handed in, headers and all. */
  raw(messageId: string): Uint8Array | undefined;
  behave(mode: Mode, calls?: number): void;
  /** Publishes again what was published for mails received since an instant. */
  republish(since: string): void;
  stop(): Promise<void>;
};

/**
 * The SES of a local run and of the tests: takes SendRawEmail and GetSendQuota, keeps every mail it accepts on the
 * disk before it says so, shows them on a page, and publishes the events SES would. `behave` makes it fail in the
 * ways SES and networks do.
 *
 * Events go out right after the reply, as from SES; for a mail whose sender gets no reply they go out all the
 * same. Their receiver is in this process, so what it had not yet dealt with when the process was killed is lost:
 * a local run calls `republish` at its start, as SNS would deliver again. Receivers see events at least once, here
 * as there.
 */
export async function startMailbox({
  directory,
  port,
  clock,
  events = () => undefined,
  warn = console.warn,
}: {
  directory: string | null;
  port?: number;
  clock: () => string;
  events?: (event: SesEvent) => void;
  warn?: (sentence: string) => void;
}): Promise<Mailbox> {
  const store = openMessageStore(directory, warn);
  const behaviour = createBehaviour();
  const accepted = (message: StoredMessage): void => eventsOf(message).forEach((event) => void events(event));
  const parts = { store, behaviour, clock, accepted };
  const pages = getRequestListener(createInboxPages(store).fetch);

  const server = await listenOnLoopback((request, response) => {
    if (request.method !== 'POST') return void pages(request, response);
    answerSes(request, response, parts).catch((error) => {
      warn(`The mailbox could not answer: ${String(error)}`);
      response.destroy();
    });
  }, port);

  return {
    endpoint: server.endpoint,
    url: `${server.endpoint}/`,
    messages: store.messages,
    raw: store.raw,
    behave: behaviour.behave,
    republish: (since) =>
      store
        .messages()
        .filter(({ receivedAt }) => Date.parse(receivedAt) >= Date.parse(since))
        .forEach(accepted),
    stop: server.stop,
  };
}
