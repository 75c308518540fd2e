import { randomBytes, randomUUID } from 'node:crypto';
import PostalMime, { type Address, addressParser, type Email } from 'postal-mime';
import { listOf, pairsOf, SesError } from './query-protocol.ts';
import type { StoredMessage } from './stored-messages.ts';

const MOST_RECIPIENTS = 50;
/** 10 MB as SES counts it: of the message itself, before it is encoded for the request. */
const LONGEST_MESSAGE = 10 * 1024 * 1024;

export type Submission = { message: Omit<StoredMessage, 'order'>; raw: Buffer };

/**
 * Reads a SendRawEmail call as SES does: recipients, sender, tags and configuration set come from the call, and
 * from the message's own headers where the call leaves them out. Throws what SES answers to a mail it does not
 * take.
 */
export async function readSendRawEmail(parameters: URLSearchParams, receivedAt: string): Promise<Submission> {
  const raw = Buffer.from(parameters.get('RawMessage.Data') ?? '', 'base64');
  if (raw.length === 0) throw new SesError('InvalidParameterValue', 'The raw message is empty.');
  if (raw.length > LONGEST_MESSAGE) {
    throw new SesError(
      'InvalidParameterValue',
      `Message length is more than ${LONGEST_MESSAGE} bytes long: '${raw.length}'.`,
    );
  }
  const email = await PostalMime.parse(raw);
  const source = parameters.get('Source') || addressesOf([email.from])[0] || '';
  if (source === '') throw new SesError('InvalidParameterValue', "Missing required header 'From'.");

  return {
    raw,
    message: {
      messageId: `${randomBytes(8).toString('hex')}-${randomUUID()}-000000`,
      receivedAt,
      source,
      destinations: recipientsOf(parameters, email),
      tags: { ...headerTags(email), ...pairsOf(parameters, 'Tags') },
      configurationSet:
        parameters.get('ConfigurationSetName') ?? headerOf(email, 'x-ses-configuration-set') ?? null,
      subject: email.subject ?? '',
    },
  };
}

function recipientsOf(parameters: URLSearchParams, email: Email): string[] {
  const named = listOf(parameters, 'Destinations');
  const recipients = addressesOf(
    named.length > 0
      ? named.flatMap((entry) => addressParser(entry))
      : [email.to, email.cc, email.bcc].flat(),
  );
  if (recipients.length === 0) throw new SesError('InvalidParameterValue', 'The message has no recipients.');
  if (recipients.length > MOST_RECIPIENTS) {
    throw new SesError('InvalidParameterValue', `Recipient count exceeds ${MOST_RECIPIENTS}.`);
  }
  if (!recipients.every((address) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address))) {
    throw new SesError('InvalidParameterValue', "Missing final '@domain'");
  }
  return recipients;
}

/** A group (`Board: a@x, b@x;`) counts as its members. */
function addressesOf(addresses: (Address | undefined)[]): string[] {
  return addresses.flatMap((entry) =>
    entry === undefined ? [] : (entry.group ?? [entry]).map((one) => one.address ?? ''),
  );
}

function headerTags(email: Email): Record<string, string> {
  const pairs = (headerOf(email, 'x-ses-message-tags') ?? '').split(',').filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => pair.split('=', 2).map((part) => part.trim()) as [string, string]),
  );
}

const headerOf = (email: Email, name: string): string | undefined =>
  email.headers.find(({ key }) => key === name)?.value;
