import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, reply } from '../loopback-server.ts';
import type { Behaviour, Mode } from './behaviour.ts';
import { errorXml, resultXml, SesError } from './query-protocol.ts';
import { readSendRawEmail } from './send-raw-email.ts';
import type { MessageStore, StoredMessage } from './stored-messages.ts';

/** Room for a message at the limit in base64, percent-encoded. */
const LONGEST_REQUEST = 48 * 1024 * 1024;
/** More than a local run ever sends: nothing here is slowed down or held back. */
const MOST_A_DAY = 50_000;
const MOST_A_SECOND = 1_000;
const DAY = 24 * 60 * 60 * 1000;

type Parts = {
  store: MessageStore;
  behaviour: Behaviour;
  clock: () => string;
  accepted: (message: StoredMessage) => void;
};

/** What SES says when it does not take a mail. */
const refusals: Partial<Record<Mode, () => SesError>> = {
  throttle: () => new SesError('Throttling', 'Maximum sending rate exceeded.'),
  reject: () => new SesError('MessageRejected', 'Address blacklisted.'),
  paused: () => new SesError('AccountSendingPausedException', 'Email sending is disabled for this account.'),
  fail: () => new SesError('InternalFailure', 'The request failed because of an unknown error.', 500),
};

/** One call in the AWS Query protocol. Only SendRawEmail follows the behaviour that was set. */
export async function answerSes(
  request: IncomingMessage,
  response: ServerResponse,
  parts: Parts,
): Promise<void> {
  try {
    const parameters = await readCall(request);
    const action = parameters.get('Action') ?? '';
    if (action === 'SendRawEmail') return await sendRawEmail(parameters, response, parts);
    if (action === 'GetSendQuota') return xml(response, 200, resultXml(action, sendQuota(parts)));
    throw new SesError('InvalidAction', `Could not find operation ${action} for version 2010-12-01`);
  } catch (error) {
    if (!(error instanceof SesError)) throw error;
    xml(response, error.status, errorXml(error));
  }
}

/** A signed request cannot come from a form on some web page, so nothing a browser visits can put mail in here. */
async function readCall(request: IncomingMessage): Promise<URLSearchParams> {
  const body = await readBody(request, LONGEST_REQUEST);
  if (body === null) throw new SesError('RequestEntityTooLarge', 'The request is too long.', 413);
  if (!request.headers.authorization?.startsWith('AWS4-')) {
    throw new SesError('MissingAuthenticationToken', 'The request is not signed.', 403);
  }
  return new URLSearchParams(body.toString());
}

async function sendRawEmail(
  parameters: URLSearchParams,
  response: ServerResponse,
  parts: Parts,
): Promise<void> {
  const mode = parts.behaviour.modeForThisCall();
  const refusal = refusals[mode]?.();
  if (refusal !== undefined) throw refusal;

  const { message, raw } = await readSendRawEmail(parameters, parts.clock());
  const kept = parts.store.keep(message, raw);
  if (mode === 'accept') {
    response.once('finish', () => parts.accepted(kept));
    return xml(response, 200, resultXml('SendRawEmail', { MessageId: kept.messageId }));
  }
  parts.accepted(kept);
  if (mode === 'accept-then-reset') response.socket?.resetAndDestroy();
}

function sendQuota({ store, clock }: Parts): Record<string, number> {
  const since = Date.parse(clock()) - DAY;
  const sent = store.messages().filter(({ receivedAt }) => Date.parse(receivedAt) > since);
  const recipients = sent.reduce((sum, { destinations }) => sum + destinations.length, 0);
  return { Max24HourSend: MOST_A_DAY, MaxSendRate: MOST_A_SECOND, SentLast24Hours: recipients };
}

function xml(response: ServerResponse, status: number, body: string): void {
  reply(response, { status, contentType: 'text/xml', body });
}
