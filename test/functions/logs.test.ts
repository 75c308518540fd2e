import type { SQSEvent } from 'aws-lambda';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { wireFeedback } from '../../functions/feedback/wire.ts';
import { wireNightly } from '../../functions/nightly/wire.ts';
import { wireReconcile } from '../../functions/reconcile/wire.ts';
import { wireSender } from '../../functions/sender/wire.ts';
import { wireWatchdog } from '../../functions/watchdog/wire.ts';
import { localEnvironment } from '../../infra/local/environment.ts';
import { type LoopbackServer, listenOnLoopback, reply } from '../../infra/local/loopback-server.ts';
import { errorXml, SesError } from '../../infra/local/mailbox/query-protocol.ts';
import { openLog } from '../../shared/runtime/log.ts';
import { readMail } from '../../shared/store/outbox.ts';
import { toItem } from '../../shared/store/records.ts';
import type { Table } from '../../shared/store/table.ts';
import { canaries, leaksIn, quillfeather } from '../support/canaries.ts';
import { type EmbeddedTables, startTables } from '../support/embedded-table.ts';
import { mailsPlanned } from '../support/nights-of.ts';
import { contacts, put, putItem } from '../support/recorded.ts';
import {
  morningOf,
  sampleCase,
  sampleContact,
  sampleDeadline,
  sampleLine,
  sampleMail,
  sampleRecommendation,
} from '../support/sample-records.ts';
import { openStaffForm } from '../support/staff-form.ts';

const { name, post, email, title, text, answer } = quillfeather;
const today = '2020-10-26';

/** Amazon SES in a bad mood: it refuses every mail in words that quote the address. */
let ses: LoopbackServer & { says: SesError };
let tables: EmbeddedTables;
let table: Table;
let written: string[];
/** Whether what is written is searched at the end of the run as well: not where canaries are logged on purpose. */
let keeps = true;

beforeAll(async () => {
  tables = await startTables();
  const server = await listenOnLoopback((_, response) =>
    reply(response, { status: ses.says.status, contentType: 'text/xml', body: errorXml(ses.says) }),
  );
  ses = { ...server, says: new SesError('MessageRejected', '') };
});
afterAll(async () => {
  await ses.stop();
  await tables.stop();
});

beforeEach(async () => {
  table = await tables.newTable();
  await record();
  const nowhere = 'http://127.0.0.1:9';
  const environment = localEnvironment({
    database: process.env.AWS_ENDPOINT_URL_DYNAMODB!,
    mail: ses.endpoint,
    files: nowhere,
    queue: nowhere,
    queueUrl: nowhere,
    serviceUrl: nowhere,
    issuer: nowhere,
  });
  for (const [setting, value] of Object.entries({
    ...environment,
    TABLE_NAME: table.name,
    POWERTOOLS_LOG_LEVEL: 'INFO',
  }))
    vi.stubEnv(setting, value);
  written = [];
  const take = (chunk: unknown) => {
    if (keeps) (globalThis as { keepOutput?(text: string): void }).keepOutput?.(String(chunk));
    return written.push(String(chunk)) > 0;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(take);
  vi.spyOn(process.stderr, 'write').mockImplementation(take);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** A duty of somebody whose every word is a canary, due to be mailed on the day, and one whose record is damaged by such words. */
async function record(): Promise<void> {
  const learningCase = sampleCase('heron', { title });
  const recommendation = sampleRecommendation(learningCase, { text, ownerId: 'one' });
  const deadline = sampleDeadline(recommendation, learningCase);
  await contacts(table, sampleContact('one', { name, post, email }));
  await put(table, 'case', learningCase);
  await put(table, 'recommendation', recommendation);
  await put(table, 'deadline', deadline);
  await put(table, 'mail', sampleMail('mail-1', [sampleLine(deadline)], { recipientId: 'one' }));
  const other = sampleCase('damaged', { title });
  const damaged = sampleRecommendation(other, { text, ownerId: 'one' });
  await put(table, 'case', other);
  await put(table, 'recommendation', damaged);
  await putItem(table, { ...toItem('deadline', sampleDeadline(damaged, other)), basis: name, state: email });
}

const clock = morningOf(today);

const delivery = (...bodies: string[]) =>
  ({ Records: bodies.map((body, index) => ({ body, messageId: `message-${index}` })) }) as SQSEvent;

/** What a function came to: what it answered, or what it threw, which its platform logs. */
async function runs(run: () => Promise<unknown>): Promise<void> {
  await run().catch((error: Error) => written.push(`${error.stack}\n`));
}

const lines = () => written.join('').split('\n').filter(Boolean);

/** The lines in which one function says these words. */
const saying = (message: string) => lines().filter((line) => line.includes(`"message":"${message}"`));

function expectNoLeak(): void {
  expect(leaksIn(lines(), canaries())).toEqual([]);
  for (const line of lines().filter((each) => each.startsWith('{')))
    expect(JSON.parse(line)).toMatchObject({ timestamp: expect.stringMatching(/T\d\d:\d\d:\d\d\.\d{3}Z$/) });
}

describe('nothing personal is in the logs of', () => {
  test('the nightly run, with a record damaged and its queue down', async () => {
    await runs(() => wireNightly(process.env, clock)());
    expect(saying('A deadline could not be read')).toHaveLength(1);
    expect(saying('Mails could not be handed to the sender; the next run will')).toHaveLength(1);
    expect(await mailsPlanned(table, today)).not.toEqual([]);
    expectNoLeak();
  });

  test.each([
    ['MessageRejected', 400, 'The mail service refused a mail for good', 'FAILED'],
    ['Throttling', 400, 'The mail service takes no mail now', 'PENDING'],
    ['InternalFailure', 500, 'Nobody knows whether a mail has left', 'CLAIMED'],
  ])(
    'the sender, when the mail service answers %s and quotes the address',
    async (code, status, says, state) => {
      ses.says = new SesError(code, `Not to ${name} <${email}>, ${post}`, status);
      await runs(() => wireSender(process.env, clock)(delivery('{"mailId":"mail-1"}')));
      expect(saying(says)).toHaveLength(1);
      expect(saying(says)[0]).toContain(`"reason":"${code}, status ${status}`);
      const mail = await readMail(table, 'mail-1');
      expect(mail?.state).toBe(state);
      // What the service said stands with the mail, where staff read it.
      if (state === 'FAILED') expect(mail?.reason).toContain(email);
      expectNoLeak();
    },
  );

  test('the sender, of a delivery that it cannot read', async () => {
    await runs(() =>
      wireSender(process.env, clock)(delivery(`${name} <${email}>`, JSON.stringify({ [name]: email }))),
    );
    expect(saying('A mail could not be sent')).toHaveLength(2);
    expectNoLeak();
  });

  test('the feedback function, of reports that it cannot read', async () => {
    const reports = [
      `${name} <${email}>`,
      JSON.stringify({ eventType: { [name]: email }, mail: { destination: [email] } }),
      JSON.stringify({ eventType: 'Bounce', mail: { messageId: 'm', destination: email, tags: {} } }),
    ];
    await runs(() => wireFeedback(process.env, clock)(delivery(...reports)));
    expect(saying('A report of the mail service could not be taken in')).toHaveLength(3);
    expectNoLeak();
  });

  test('the watchdog and the reconciling, which throw to ring an alarm', async () => {
    await runs(() => wireWatchdog(process.env, clock)());
    await runs(() => wireReconcile(process.env, clock)());
    expect(saying('A run failed')).toHaveLength(2);
    expect(lines().filter((line) => line.startsWith('Error: '))).toHaveLength(2);
    expectNoLeak();
  });

  test('every function, when the database is not there', async () => {
    vi.stubEnv('TABLE_NAME', 'nowhere');
    await runs(() => wireNightly(process.env, clock)());
    await runs(() => wireWatchdog(process.env, clock)());
    await runs(() => wireReconcile(process.env, clock)());
    await runs(() => wireSender(process.env, clock)(delivery('{"mailId":"mail-1"}')));
    expect(saying('A run failed').length).toBeGreaterThanOrEqual(2);
    expectNoLeak();
  });

  test('the pages and the API, whatever is typed and wherever', async () => {
    const form = openStaffForm(table, today);
    const quoted = encodeURIComponent(`${name} <${email}>`);
    await putItem(table, { ...toItem('case', sampleCase('torn', { title })), madeOn: name });
    await putItem(table, { ...toItem('contact', sampleContact('odd', { name, email })), status: email });
    const answers = [
      await form.get('/cases/torn'),
      await form.get('/contacts/odd'),
      await form.get(`/contacts/odd?${quoted}`),
      await form.get(`/contacts/${quoted}`),
      await form.post('/contacts/new', { kind: 'person', name, post, email, managerId: 'odd' }),
      await form.post('/cases/heron/recommendations/1/response', { text: answer }),
    ];
    const api = (path: string, body: string) =>
      form.request(`/api/v1${path}`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      });
    const replies = [
      await api('/contacts', `{"name": ${name}}`),
      await api('/contacts', JSON.stringify({ kind: 'person', name, post, email, managerId: 'odd' })),
      await form.request(`/api/v1/cases/torn?${quoted}`),
    ];
    expect([...answers, ...replies].filter(({ status }) => status === 500).length).toBeGreaterThanOrEqual(4);
    written.push(...form.log.lines.map((line) => `${JSON.stringify(line)}\n`));
    expect(form.log.lines.length).toBeGreaterThanOrEqual(4);
    expect(leaksIn(lines(), canaries())).toEqual([]);
  });
});

describe('the search for leaks', () => {
  beforeAll(() => {
    keeps = false;
  });
  const among = canaries(['s3cr3t-0f-a-session']);

  test.each([
    ['a name', name],
    ['a name', 'Anna Reed'],
    ['a name', 'ZEPHYRINE'],
    ['an email address', email],
    ['an email address', 'somebody.else@police.example'],
    ['a post', post],
    ['a typed text', title],
    ['a typed text', text],
    ['a typed text', answer],
    ['a cookie', '__Host-session=1'],
    ['a code', 'Wrong code 40718325'],
    ['a secret', 'sample-token'],
    ['a secret', 's3cr3t-0f-a-session'],
  ])('finds %s in a line of the log: %s', (is, value) => {
    openLog('web').error('A request failed', { reason: value });
    expect(lines()).toHaveLength(1);
    expect(leaksIn(lines(), among).some((leak) => leak.startsWith(`${is} in: `))).toBe(true);
  });

  test('finds nothing in what a log may say', () => {
    openLog('sender').warn('The mail service takes no mail now', {
      mailId: '01920c7e-3b5a-7000-8000-3d9f1c2b4a5d',
      reason: 'Throttling, status 400, request 7c1e, at mail-service.ts:49',
      day: today,
      path: '/cases/2019-127918/recommendations/3',
      messageId: '01920713-3b5a-7000-8000-401920713840',
    });
    expect(leaksIn(lines(), among)).toEqual([]);
  });
});
