import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withControls } from '../../../infra/local/controls.tsx';
import { localNights } from '../../../infra/local/nights.ts';
import { type LocalTracker, startTracker } from '../../../infra/local/tracker.ts';
import { asInstant, londonDay } from '../../../shared/domain/london.ts';
import { lastNight, listContacts, listExceptions } from '../../../shared/store/lists.ts';

const here = 'http://127.0.0.1:3000';

import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { readCaseFile } from '../../../shared/store/case-file.ts';
import { reminderKey } from '../../../shared/store/keys.ts';

let tracker: LocalTracker;
let app: ReturnType<typeof withControls>;

beforeEach(async () => {
  tracker = await startTracker({ folder: null, serviceUrl: here });
  tracker.clock.startAt(asInstant('2020-09-29T08:00:00.000Z'));
  app = withControls(tracker, localNights(tracker));
});
afterEach(() => tracker.stop());

const post = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  app.request(`${here}/local/clock`, {
    method: 'POST',
    headers: { origin: here, ...headers },
    body: new URLSearchParams(form),
  });

describe('the strip’s buttons', () => {
  test('the sample lives up to the day its responses came; pressed twice at once, it is loaded once', async () => {
    const replies = await Promise.all([post({ to: 'sample' }), post({ to: 'sample' })]);
    expect(replies.map(({ status, headers }) => [status, headers.get('location')])).toEqual([
      [303, '/cases/2019-127918'],
      [303, '/cases/2019-127918'],
    ]);
    // Four people of the sample, and the liaison team, which entered itself.
    expect(await listContacts(tracker.table)).toHaveLength(5);
    expect(tracker.clock.now()).toBe('2020-11-20T09:00:00.000Z');
    const toStaff = tracker.mailbox
      .messages()
      .filter(({ destinations }) => destinations[0] === 'liaison@sample.example');
    expect(tracker.mailbox.messages().length - toStaff.length).toBe(8);
    // Each of the seven Mondays from 5 October to 16 November.
    expect(toStaff.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 7 }, () => expect.stringMatching(/^Monday summary: /)),
    );
  });

  test('forward to the next mail stops on the day of that mail, with it sent', async () => {
    await post({ to: 'sample' });
    expect((await post({ to: 'stage' })).status).toBe(303);
    // Seven days before the last day to publish the responses of 20 November.
    expect(tracker.clock.now()).toBe('2020-12-03T09:00:00.000Z');
    expect(tracker.mailbox.messages().map(({ subject }) => subject)).toContainEqual(
      expect.stringContaining('2019/127918 recommendation 1: publication by the IOPC due in 7 days'),
    );
  });

  test('a week forward is reconciled on its Monday, and its summary tells of what differs', async () => {
    await post({ to: 'sample' });
    const { reminders } = (await readCaseFile(tracker.table, '2019-127918'))!.recommendations[0]!;
    const Key = reminderKey(reminders[0]!);
    await tracker.table.client.send(new DeleteCommand({ TableName: tracker.table.name, Key }));
    await post({ to: 'week' });
    expect(await listExceptions(tracker.table)).toMatchObject([
      { kind: 'ledger-differs', caseId: '2019-127918', number: 1, raisedAt: '2020-11-23T07:30:00.000Z' },
    ]);
    const subjects = tracker.mailbox.messages().map(({ subject }) => subject);
    expect(subjects).toContain('Monday summary: 1 exception');
    // From then on there is an exception every day of that week.
    expect(subjects.filter((subject) => subject === 'Something needs you: 1 exception')).toHaveLength(4);
  });

  test('forward to the next mail leaves the date as it is where no mail is due', async () => {
    const reply = await post({ to: 'stage' });
    expect([reply.status, await reply.text()]).toEqual([422, expect.stringContaining('No mail is due')]);
    expect(tracker.clock.now()).toBe('2020-09-29T08:00:00.000Z');
  });

  test('a date ahead is reached; one behind, more than two years ahead or that is none is refused', async () => {
    expect((await post({ to: 'date', date: '2020-10-06' })).status).toBe(303);
    for (const date of ['2020-10-05', '2022-10-09', '2999-12-31', '2021-02-30', '']) {
      expect((await post({ to: 'date', date })).status).toBe(422);
    }
    expect(tracker.clock.now()).toBe('2020-10-06T09:00:00.000Z');
  });

  test('today’s date is taken up again with the run that came due meanwhile', async () => {
    await post({ to: 'day' });
    await post({ to: 'real', sure: 'yes' });
    expect(tracker.clock.isSimulated).toBe(false);
    const night = await lastNight(tracker.table);
    expect(night?.plannedOn).toBe(londonDay(tracker.clock.now()));
  });

  test('today’s date, from which there is no way back, is asked about first', async () => {
    await post({ to: 'day' });
    const asked = await post({ to: 'real' }, { referer: `${here}/cases?cursor=x` });
    const html = await asked.text();
    expect(html).toContain('you cannot go back');
    expect(html).toContain('href="/cases?cursor=x"');
    expect(tracker.clock.isSimulated).toBe(true);
    const sure = (from: string) => post({ to: 'real', sure: 'yes', from });
    expect((await sure('/cases?cursor=x')).headers.get('location')).toBe('/cases?cursor=x');
    expect((await sure('https://evil.example//evil.example')).headers.get('location')).toBe('/');
    expect(tracker.clock.isSimulated).toBe(false);
  });

  test('goes back to the page the button was on, and to no other site', async () => {
    const to = async (referer: string) => (await post({ to: 'night' }, { referer })).headers.get('location');
    expect(await to(`${here}/cases?cursor=x`)).toBe('/cases?cursor=x');
    expect(await to(`${here}/cases?saved=case&cursor=x`)).toBe('/cases?cursor=x');
    expect(await to(`${here}/boards?saved=board`)).toBe('/boards');
    expect(await to('https://evil.example/cases')).toBe('/cases');
    expect(await to('https://evil.example//evil.example')).toBe('/');
  });
});

describe('the local run answers nobody else', () => {
  test('a page of another site cannot move the clock', async () => {
    expect((await post({ to: 'day' }, { origin: 'https://evil.example' })).status).toBe(403);
    expect(tracker.clock.now()).toBe('2020-09-29T08:00:00.000Z');
  });

  test('another site’s name that points at this machine is not answered', async () => {
    expect((await app.request('http://evil.example:3000/')).status).toBe(421);
    // By its own name it answers: here, that nobody is signed in.
    expect((await app.request('http://localhost:3000/api/v1/cases')).status).toBe(401);
  });
});
