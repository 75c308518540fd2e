import { SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mailService } from '../../../shared/runtime/mail-service.ts';
import { readMail } from '../../../shared/store/outbox.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { mailsPlanned, nightsOf } from '../../support/nights-of.ts';
import { asked, contacts } from '../../support/recorded.ts';
import { sampleContact } from '../../support/sample-records.ts';
import { senderOf } from '../../support/sender-of.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const today = '2020-10-26';

const answered = (name: string, message: string, httpStatusCode = 400) =>
  new SESServiceException({
    name,
    message,
    $fault: httpStatusCode < 500 ? 'client' : 'server',
    $metadata: { httpStatusCode },
  });

/** A mail planned, and a mail service that gives this answer first and then accepts. */
async function sentWith(answer: Error | { MessageId?: string }) {
  const table = await tables.newTable();
  await contacts(table, sampleContact());
  await asked(table, 'one');
  await nightsOf(table).night(today);
  const [mail] = await mailsPlanned(table, today);
  const client = new SESClient({ region: 'eu-west-2' });
  const ses = mockClient(client);
  const call = ses.on(SendRawEmailCommand);
  if (answer instanceof Error) call.rejectsOnce(answer).resolves({ MessageId: 'later' });
  else call.resolvesOnce(answer).resolves({ MessageId: 'later' });
  const { send } = senderOf(table, { service: mailService(client, 'live') });
  const first = await send(mail!.id);
  const state = (await readMail(table, mail!.id))!.state;
  const second = await send(mail!.id);
  return { first, state, second, calls: ses.commandCalls(SendRawEmailCommand) };
}

describe('an answer of SES that it takes nothing from this account now', () => {
  test.each([
    ['AccessDenied', 'User is not authorized to perform ses:SendRawEmail', 403],
    ['ConfigurationSetDoesNotExist', 'Configuration set <live> does not exist.', 400],
    ['ConfigurationSetSendingPausedException', 'Sending is paused', 400],
    ['AccountSendingPausedException', 'Sending is paused', 400],
    ['MailFromDomainNotVerifiedException', 'The MAIL FROM domain is not verified', 400],
    [
      'MessageRejected',
      'Email address is not verified. The following identities failed the check in region EU-WEST-2: tracker@force.example',
      400,
    ],
    ['Throttling', 'Daily message quota exceeded.', 400],
    ['InvalidClientTokenId', 'The security token included in the request is invalid.', 403],
  ])('%s, "%s": the mail stays PENDING and goes at the next delivery', async (name, message, status) => {
    const { first, state, second, calls } = await sentWith(answered(name, message, status));
    expect([first, state, second]).toEqual(['try-again', 'PENDING', 'sent']);
    expect(calls).toHaveLength(2);
  });
});

describe('an answer of SES about the message itself', () => {
  test.each([
    ['MessageRejected', 'Address blacklisted.'],
    ['InvalidParameterValue', "Missing final '@domain'"],
  ])('%s, "%s": the mail has FAILED and is not tried again', async (name, message) => {
    const { first, state, second, calls } = await sentWith(answered(name, message));
    expect([first, state, second]).toEqual(['refused', 'FAILED', 'left-alone']);
    expect(calls).toHaveLength(1);
  });
});

describe('no answer, or one that may come after the mail has left', () => {
  test.each([
    ['a timeout', Object.assign(new Error('Connection timed out after 10000 ms'), { name: 'TimeoutError' })],
    ['a cut connection', Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })],
    ['an internal error of SES', answered('InternalFailure', 'Unknown', 500)],
    ['SES unavailable', answered('ServiceUnavailable', 'Try later', 503)],
    ['an answer that is no answer of SES', new SyntaxError('Unexpected token < in XML')],
    ['an acceptance without an id', {}],
  ])('%s: the mail stays CLAIMED and is never sent again by a second delivery', async (_, answer) => {
    const { first, state, second, calls } = await sentWith(answer);
    expect([first, state, second]).toEqual(['unknown', 'CLAIMED', 'left-alone']);
    expect(calls).toHaveLength(1);
  });
});

test('each call names the configuration set and carries the id of the mail as a tag, to one address', async () => {
  const { calls } = await sentWith({ MessageId: 'first' });
  const [input] = calls.map((call) => call.args[0].input);
  expect(input).toMatchObject({
    ConfigurationSetName: 'live',
    Destinations: ['anna@force.example'],
    Tags: [{ Name: 'mailId', Value: expect.stringMatching(/^[\w-]{36}$/) }],
  });
});
