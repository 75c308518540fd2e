import { randomUUID } from 'node:crypto';
import { reportDone } from '../../../functions/web/moves/report.ts';
import { enterSampleStaff } from '../../../infra/local/identity/sample-staff.ts';
import { deskClient } from '../../../infra/local/sample/desk-client.ts';
import { recordSampleResponses, recordSampleUpdate } from '../../../infra/local/sample/record.ts';
import { startSample } from '../../../infra/local/sample/start-sample.ts';
import type { LocalTracker } from '../../../infra/local/tracker.ts';
import { type ExceptionKind, exceptionKinds, isSaid, raise } from '../../../shared/domain/exception.ts';
import { asInstant, londonTime } from '../../../shared/domain/london.ts';
import { runTimes } from '../../../shared/domain/run-times.ts';
import { lastNight, listBoards, listContacts, listExceptions } from '../../../shared/store/lists.ts';
import { listStaff } from '../../../shared/store/staff.ts';
import { colleagueProposes } from '../../support/colleague.ts';
import { formsIn } from '../../support/forms-in.ts';
import { elements, readHtml } from '../../support/html-tree.ts';
import { put } from '../../support/recorded.ts';
import { sampleCells, sampleList } from '../../support/sample-list.ts';
import { accepted } from '../../support/sample-records.ts';

type Id = { id: string };

/** The day on which the tracker is looked at: the window of the sample's first promise closed yesterday. */
export const lookedAtOn = '2021-05-21';

/** Where things are found in a tracker that has been lived in: a recommendation of every standing, and what else a page is about. */
export type LivedOn = Awaited<ReturnType<typeof liveOn>> & {
  uploaded: string;
  uploadedByOwner?: string;
};

const response = (promise?: object) => ({
  respondedOn: '2021-04-20',
  acceptance: 'accepted',
  text: 'We accept this recommendation.\n\nThe policy will be revised, and then every officer trained.',
  commitments: promise ? [{ quote: 'The policy will be revised', promise }] : [],
});
const within = (latest: number) => response({ kind: 'within', latest, unit: 'month' });

/** What was done to a recommendation made on 1 March 2021 to bring it to where it stands, in the order of the numbers. */
const lives: Record<
  string,
  (
    post: (path: string, body: object) => Promise<unknown>,
    colleague: { proposes(note?: string): Promise<void> },
  ) => Promise<unknown>
> = {
  'response-overdue': async () => {},
  paused: (post) => post('pause', { from: '2021-04-01', why: 'Judicial review of the recommendation' }),
  'promise-running': (post) => post('response', within(8)),
  'window-open': (post) =>
    post('response', response({ kind: 'between', earliest: 1, latest: 8, unit: 'month' })),
  'due-soon': (post) => post('response', response({ kind: 'by-date', dueOn: '2021-05-28' })),
  'no-date': (post) => post('response', response()),
  'not-accepted': (post) =>
    post('response', { ...response(), acceptance: 'not-accepted', reasons: 'It is not for this force.' }),
  closed: async (post, colleague) => {
    await post('response', within(6));
    await post('evidence', { kind: 'text', text: 'Seen on site on 18 May.' });
    await post('evidence', { kind: 'link', link: 'https://example.org/minutes', shows: 'Board minutes' });
    await post('links', { kind: 'risk', ref: '1606' });
    await colleague.proposes();
    await post('close', { closedBy: 'Kim Lee', note: 'The new procedure is in force.' });
  },
  withdrawn: async (post) => {
    await post('response', within(3));
    await post('withdraw', { why: 'Made by mistake.' });
  },
  'proposed-for-closure': async (post, colleague) => {
    await post('response', within(3));
    await colleague.proposes('All officers are trained.');
  },
  'date-proposed': async (post) => {
    await post('response', within(5));
    for (const dueOn of ['2021-10-29', '2021-11-30'])
      await post('promises/1/date', {
        dueOn,
        why: 'The new system is late.',
        decidedBy: 'Kim Lee',
        approvedBy: 'Sam Okoye',
      });
    await post('promises/1/proposal', { dueOn: '2021-12-31', why: 'Later still.', proposedBy: 'Jo Hill' });
  },
  'held-back': async (post) => {
    await post('response', within(4));
    await post('dates/update-1/hold', { until: '2021-06-02', why: 'The owner is on leave' });
  },
  extended: (post) =>
    post('extension', { appliedOn: '2021-04-12', grantedOn: '2021-04-14', newDueOn: '2021-07-01' }),
};

// The first run of a day starts by the clock in London, an hour earlier by UTC in summer.
const firstRunOf = (day: string) =>
  ['05:10', '06:10']
    .map((time) => asInstant(`${day}T${time}:00.000Z`))
    .find((at) => londonTime(at) === runTimes[0])!;

/** Fills an empty tracker with the sample, lived on to the day its window has closed, and with every standing and every exception. */
export async function liveOn(tracker: LocalTracker) {
  const desk = deskClient(tracker.desk);
  const night = async (day: string) => {
    tracker.clock.moveTo(firstRunOf(day));
    await tracker.runNight();
    tracker.clock.moveTo(`${day}T09:00:00.000Z`);
  };
  await startSample(tracker);
  for (const day of ['2020-10-26', '2020-11-16', '2020-11-20']) await night(day);
  await recordSampleResponses(desk, '2019-127918');
  await night('2021-02-15');
  await recordSampleUpdate(desk, '2019-127918');
  await night('2021-05-20');
  const people = await recordPeople(tracker);
  const at = await recordStandings(tracker, people);
  const { id: reportId } = accepted(
    await reportDone(
      { ...tracker, newId: randomUUID, by: 'Sample Training Lead' },
      { caseId: '2019-127918', number: 1, byId: people.owner },
      { duty: 'update-1', text: 'The policy was revised, and every officer trained.' },
    ),
  );
  const { id: listId } = await sendList(tracker);
  await night(lookedAtOn);
  const [mail] = (await desk.get<{ items: Id[] }>('/mails')).items;
  await raiseOthers(tracker, { ...people, mailId: mail!.id });
  await enterSampleStaff(tracker.table, tracker.clock);
  const [board] = await listBoards(tracker.table);
  await desk.post(`/boards/${board!.id}/meetings`, { on: '2021-06-10' });
  const exceptions = await listExceptions(tracker.table);
  return {
    at,
    listId,
    reported: `/cases/2019-127918/recommendations/1/reports/${reportId}`,
    ...people,
    lapsed: '/cases/2019-127918/recommendations/1',
    updated: '/cases/2019-127918/recommendations/2',
    sampleCase: '/cases/2019-127918',
    boardId: board!.id,
    staffId: (await listStaff(tracker.table))[0]!.id,
    mailId: mail!.id,
    nightId: (await lastNight(tracker.table))!.id,
    exceptionId: exceptions.find(({ kind }) => kind === 'not-delivered')!.id,
  };
}

async function recordPeople({ desk: web, table }: LocalTracker) {
  const desk = deskClient(web);
  const add = async (name: string, email: string) =>
    (await desk.post<Id>('/contacts', { name, post: 'Head of Custody', email })).id;
  const bounced = await add('Sample Bounced', 'bounce@simulator.amazonses.com');
  const complained = await add('Sample Complained', 'complaint@simulator.amazonses.com');
  const departed = await add('Sample Departed', 'departed@sample.example');
  await desk.post(`/contacts/${departed}/departure`, {});
  const owner = (await listContacts(table)).find(({ name }) => name === 'Sample Training Lead')!.id;
  return { bounced, complained, departed, owner };
}

async function recordStandings(
  tracker: LocalTracker,
  people: { owner: string; bounced: string; complained: string },
) {
  const desk = deskClient(tracker.desk);
  const record = (reference: string, madeOn: string) =>
    desk.post<Id>('/cases', {
      reference,
      title: 'Strip searches of young people in custody, and how the decision to make them was recorded',
      source: 'iopc',
      legalBasis: 'paragraph-28A',
      body: 'Essex Police',
      topics: ['Custody', 'Young people'],
      madeOn,
    });
  const text = 'Essex Police should review how searches of young people are authorised and recorded.';
  const at: Record<string, string> = {};
  const recommend = async (caseId: string, name: string, ownerId?: string) => {
    const { number } = await desk.post<{ number: number }>(`/cases/${caseId}/recommendations`, {
      text,
      ownerId,
    });
    at[name] = `/cases/${caseId}/recommendations/${number}`;
    return at[name];
  };
  const { id: long } = await record('2021/150001', '2021-03-01');
  for (const [name, live] of Object.entries(lives)) {
    const path = await recommend(long, name, people.owner);
    const place: [string, number] = [long, Number(path.split('/').at(-1))];
    await live((move, body) => desk.post(`${path}/${move}`, body), {
      proposes: (note) => colleagueProposes(tracker, place, note),
    });
  }
  const { id: soon } = await record('2021/150002', '2021-04-01');
  await recommend(soon, 'response-due-soon', people.bounced);
  await recommend(soon, 'of-complainer', people.complained);
  await recommend(soon, 'no-owner');
  const { id: fresh } = await record('2021/150003', '2021-05-17');
  await recommend(fresh, 'awaiting-response', people.owner);
  await desk.post(`/cases/${fresh}/amend`, {
    reference: '2021/150003',
    title: 'Welfare checks',
    why: 'The title was of another case',
  });
  return at;
}

/** A list of one line that is new and one that says nothing, sent and not yet confirmed. @returns its id */
async function sendList({ desk: web }: LocalTracker): Promise<Id> {
  const body = new FormData();
  const html = await (await web.request('/lists')).text();
  const form = formsIn([...elements(readHtml(html))]).find(({ action }) => action === '/lists');
  body.set('token', form!.tokens[0]!);
  body.set('once', form!.onces[0]!);
  const list = sampleList(
    sampleCells({ reference: '2021/160001' }),
    sampleCells({ reference: '', text: '' }),
  );
  body.set('file', new File([list], 'list.csv', { type: 'text/csv' }));
  const reply = await web.request('http://127.0.0.1/lists', {
    method: 'POST',
    headers: { origin: 'http://127.0.0.1' },
    body,
  });
  const address = reply.headers.get('location')!;
  // The page asks again by itself while the list is looked through.
  while ((await (await web.request(address)).text()).includes('http-equiv="refresh"'));
  return { id: address.split('/').at(-1)! };
}

const subjectOf = (kind: ExceptionKind, { owner, mailId }: { owner: string; mailId: string }) => {
  if (kind === 'bounced' || kind === 'complained') return { contactId: owner };
  return kind === 'ledger-differs' || isSaid({ kind })
    ? { caseId: '2019-127918', number: 1 }
    : { contactId: owner, mailId };
};

/** Exceptions that come of faults of the mail service, which a seeded tracker does not meet by itself. */
async function raiseOthers(
  { table, clock }: LocalTracker,
  about: { owner: string; mailId: string },
): Promise<void> {
  const there = new Set((await listExceptions(table)).map(({ kind }) => kind));
  for (const kind of Object.keys(exceptionKinds) as ExceptionKind[]) {
    if (there.has(kind)) continue;
    await put(table, 'exception', raise(kind, subjectOf(kind, about), clock.now()));
  }
}
