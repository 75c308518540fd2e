import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { asInstant } from '../../../shared/domain/london.ts';
import { defaultStagePlan } from '../../../shared/domain/stage-plan.ts';
import { readCaseFile } from '../../../shared/store/case-file.ts';
import { contactKey } from '../../../shared/store/keys.ts';
import { keepNight, readNight } from '../../../shared/store/nights.ts';
import { read, readMany } from '../../../shared/store/read.ts';
import { type Kind, keyOf, type RecordOf, toItem } from '../../../shared/store/records.ts';
import { createTable, type Table, tableShape } from '../../../shared/store/table.ts';
import { typedCase } from '../../support/desk-of.ts';
import { asked, put, putItem } from '../../support/recorded.ts';
import {
  sampleCase,
  sampleContact,
  sampleDeadline,
  sampleLine,
  sampleMail,
  sampleNight,
  sampleRecommendation,
  sampleSession,
} from '../../support/sample-records.ts';

const learningCase = sampleCase();
const recommendation = sampleRecommendation(learningCase, { boardId: 'learning', priority: 'high' });
const deadline = sampleDeadline(recommendation, learningCase);
const line = sampleLine(deadline, { coalesced: ['opens'] });
const of = { caseId: learningCase.id, number: 1 };
const day = asDay('2020-11-20');

export const oneOfEach: { [K in Kind]: RecordOf<K> } = {
  comparison: { at: '2020-11-16T07:30:04.000Z' },
  'stage-plan': {
    settings: 'stages',
    plans: [
      { from: null, plan: defaultStagePlan },
      { from: day, plan: defaultStagePlan },
    ],
    version: 2,
  },
  wording: {
    settings: 'wording',
    parts: { paused: { words: 'Wait for {body}.' }, lapsed: { words: 'Answer.', added: 'By {due date}.' } },
    version: 3,
  },
  sending: { settings: 'sending', sending: { mode: 'only', allowed: ['force.example'] }, version: 1 },
  case: { ...learningCase, summary: 'Line one\nline two “quoted” 🚓', topics: ['searches'] },
  page: { caseId: learningCase.id, text: 'The kept page' },
  recommendation,
  response: {
    ...of,
    respondedOn: day,
    acceptance: 'accepted',
    text: 'We accept.',
    representations: false,
    version: 1,
  },
  commitment: {
    ...of,
    sequence: 1,
    quote: 'report progress back in 4-6mths',
    promise: { kind: 'between', earliest: 4, latest: 6, unit: 'month' },
    anchorOn: day,
    confirmedBy: 'liaison',
    version: 1,
  },
  update: { ...of, sequence: 1, receivedOn: asDay('2021-03-20'), text: 'Done.' },
  evidence: {
    ...of,
    id: 'evidence-1',
    kind: 'file',
    fileName: 'Board “minutes”.pdf',
    type: 'application/pdf',
    size: 10_485_760,
    sha256: 'ab'.repeat(32),
    addedOn: day,
    addedBy: 'liaison',
    version: 1,
  },
  deadline,
  revision: {
    ...of,
    deadlineId: deadline.id,
    revision: 2,
    how: 're-plan',
    on: day,
    before: { opensOn: null, dueOn: day, lateAfterOn: day },
    after: { opensOn: null, dueOn: asDay('2021-02-20'), lateAfterOn: asDay('2021-02-20') },
    by: 'Lee',
    why: 'The trainer is ill',
  },
  proposal: {
    ...of,
    deadlineId: deadline.id,
    sequence: 1,
    opensOn: null,
    dueOn: asDay('2021-04-30'),
    why: 'The trainer is ill',
    proposedBy: 'Anna Reed',
    proposedOn: day,
    state: 'waiting',
    version: 1,
  },
  report: {
    ...of,
    id: 'report-1',
    duty: deadline.id,
    kind: 'done',
    text: 'All are trained.',
    on: day,
    by: 'Anna Reed',
    byId: 'anna',
    state: 'waiting',
    version: 1,
  },
  reminder: { ...line, recipientId: 'anna', plannedOn: asDay('2020-10-26'), mailId: 'mail-1' },
  mail: sampleMail('mail-1', [line]),
  content: { mailId: 'mail-1', subject: 'A response is due', text: 'Dear Anna' },
  contact: sampleContact('anna', { managerId: 'bill' }),
  code: {
    id: 'ab'.repeat(32),
    browser: 'cd'.repeat(32),
    digits: 'ef'.repeat(32),
    askedAt: [asInstant('2020-11-20T09:00:00.000Z')],
    tries: 1,
    version: 2,
    writtenBy: 'try-1',
    expiresAt: 1_605_863_700,
  },
  list: {
    id: 'list-1',
    name: 'last year.csv',
    takes: 'The tracker’s own columns',
    at: '2020-11-20T09:00:00.000Z',
    by: 'liaison',
    stage: 'checking',
    parts: 2,
    done: 1,
    counts: { new: 1, unchanged: 0, updated: 0, refused: 0, overdue: 0 },
    version: 2,
  },
  'list-part': {
    importId: 'list-1',
    part: 1,
    groups: [[{ line: 2, case: typedCase(), number: 1, recommendation: { text: 'Review searches.' } }]],
    refusedLines: [{ line: 3, kind: 'refused', reasons: ['Enter the title'], notes: [] }],
  },
  reference: { id: '2019-127981', caseId: '2019-127918', version: 1 },
  board: { id: 'learning', name: 'Learning board', chairId: 'carl', meetings: [day], version: 1 },
  'case-row': { caseId: learningCase.id, says: '{"title":"Searches"}', writtenAt: 1_605_517_800_000 },
  'recommendation-row': { ...of, says: '{"start":"Review"}', writtenAt: 1_605_517_800_000 },
  'rows-edition': { edition: 1, at: '2020-11-16T07:30:04.000Z' },
  tally: { on: day, counts: { lapsed: 2, closed: 1 }, boards: { learning: { lapsed: 1 } } },
  exception: {
    id: 'bounced-anna',
    kind: 'bounced',
    raisedAt: '2020-10-26T06:12:00.000Z',
    contactId: 'anna',
    version: 1,
  },
  event: {
    id: 'event-1',
    at: '2020-10-01T09:00:00.000Z',
    by: 'liaison',
    move: 'record-recommendation',
    ...of,
    changes: [
      {
        record: 'deadline',
        key: 'CASE#2019-127918 REC#001#DEADLINE#1',
        before: { metOn: null },
        after: { metOn: '2020-11-20', opensOn: null },
      },
    ],
    left: [{ record: 'deadline', key: 'CASE#2019-127918 REC#001#DEADLINE#1', version: 2, digest: 'abc' }],
    position: 1,
    previous: '0',
    hash: '1',
  },
  chain: { ...of, length: 1, hash: '1' },
  link: { ...of, kind: 'risk', ref: '1606', on: day, by: 'liaison', version: 1 },
  staff: {
    id: 'lee',
    email: 'lee@force.example',
    name: 'Lee Moss',
    role: 'liaison',
    scope: { bodies: ['Essex Police'], boards: ['learning'] },
    status: 'active',
    subject: { issuer: 'https://id.force.example', sub: 'subject-1' },
    version: 2,
  },
  'staff-email': { email: 'lee@force.example', staffId: 'lee', version: 1 },
  'staff-subject': { issuer: 'https://id.force.example', sub: 'subject-1', staffId: 'lee', version: 1 },
  session: sampleSession(),
  once: {
    name: 'ab'.repeat(32),
    attempt: 'one',
    caseId: '2019-127918',
    number: 1,
    to: '/cases',
    expiresAt: 1,
  },
  'sign-in': {
    id: 'ef'.repeat(32),
    state: 'state-1',
    nonce: 'nonce-1',
    verifier: 'verifier-1',
    to: '/cases',
    again: true,
    endsAt: asInstant('2020-11-20T09:10:00Z'),
    expiresAt: 1_605_863_400,
  },
  night: sampleNight({ examined: 3, reminded: 1, due: 1, skipped: { 'no-owner': 1 }, failed: 1 }),
};

const kinds = Object.keys(oneOfEach) as Kind[];

export function recordsContract(newTable: () => Promise<Table>): void {
  describe('records', () => {
    test('the table has the keys and indexes that it is declared with, and making it again changes nothing', async () => {
      const table = await newTable();
      await createTable(table);
      const { Table: made } = await table.client.send(new DescribeTableCommand({ TableName: table.name }));
      const names = (keys: { AttributeName?: string }[] = []) => keys.map((key) => key.AttributeName);
      expect(names(made?.KeySchema)).toEqual([tableShape.key.partition, tableShape.key.sort]);
      const indexes = made?.GlobalSecondaryIndexes?.map((index) => [
        index.IndexName,
        ...names(index.KeySchema),
      ]);
      expect(indexes?.sort()).toEqual(
        tableShape.indexes.map(({ name, partition, sort }) => [name, partition, sort]).sort(),
      );
    });

    test.each(kinds)('a %s comes back as it was put in', async (kind) => {
      const table = await newTable();
      await put(table, kind, oneOfEach[kind]);
      expect(await read(table, kind, keyOf(kind, oneOfEach[kind]))).toEqual(oneOfEach[kind]);
    });

    test('no two kinds share a key', async () => {
      const keys = kinds.map((kind) => JSON.stringify(keyOf(kind, oneOfEach[kind])));
      expect(new Set(keys).size).toBe(kinds.length);
    });

    test.each(kinds)('a damaged %s is thrown with its key, never read as if it were whole', async (kind) => {
      const table = await newTable();
      const { pk, sk } = keyOf(kind, oneOfEach[kind]);
      const item = toItem(kind, oneOfEach[kind]);
      const required = Object.keys(oneOfEach[kind])[0] as string;
      await putItem(table, { pk, sk, record: kind, ...{ ...item, [required]: { torn: true } } });
      await expect(read(table, kind, { pk, sk })).rejects.toThrow(`Damaged ${kind} at ${pk} ${sk}`);
    });

    test('many are read at once whatever their number, each once, without those that do not exist', async () => {
      const table = await newTable();
      const ids = Array.from({ length: 130 }, (_, index) => `person-${index}`);
      await Promise.all(ids.slice(0, 120).map((id) => put(table, 'contact', sampleContact(id))));
      const found = await readMany(table, 'contact', [...ids, ...ids].map(contactKey));
      expect(found.map(({ id }) => id).sort()).toEqual(ids.slice(0, 120).sort());
      expect(await readMany(table, 'contact', [])).toEqual([]);
    });

    test.each([{}, { 'not-yet': 4 }, { 'not-yet': 4, 'no-owner': 1, 'owner-unreachable': 2 }])(
      'a night can be read again whatever it skipped: %o',
      async (skipped) => {
        const table = await newTable();
        await keepNight(table, { ...oneOfEach.night, skipped });
        expect(await readNight(table, oneOfEach.night.id)).toMatchObject({ skipped });
      },
    );

    test('a night is kept twice: as it starts and as it ends', async () => {
      const table = await newTable();
      const finished = { ...oneOfEach.night, finishedAt: '2020-10-26T06:10:09.000Z' };
      await keepNight(table, oneOfEach.night);
      expect(await readNight(table, oneOfEach.night.id)).toEqual(oneOfEach.night);
      await keepNight(table, finished);
      expect(await readNight(table, oneOfEach.night.id)).toEqual(finished);
      expect(await readNight(table, '2020-10-27T06:10:00.000Z-none')).toBeUndefined();
    });

    test('the file of a case holds all that hangs on it, each under its own recommendation', async () => {
      const table = await newTable();
      for (const kind of kinds) await put(table, kind, oneOfEach[kind]);
      await put(table, 'recommendation', sampleRecommendation(learningCase, { number: 2 }));
      await asked(table, '2019/127918 other');
      const file = await readCaseFile(table, learningCase.id);
      expect(file).toEqual({
        learningCase: oneOfEach.case,
        keptPage: 'The kept page',
        events: [oneOfEach.event],
        recommendations: [
          {
            recommendation,
            response: oneOfEach.response,
            commitments: [oneOfEach.commitment],
            updates: [oneOfEach.update],
            deadlines: [deadline],
            evidence: [oneOfEach.evidence],
            revisions: [oneOfEach.revision],
            proposals: [oneOfEach.proposal],
            reports: [oneOfEach.report],
            reminders: [oneOfEach.reminder],
            links: [oneOfEach.link],
          },
          {
            recommendation: sampleRecommendation(learningCase, { number: 2 }),
            response: undefined,
            commitments: [],
            updates: [],
            deadlines: [],
            evidence: [],
            revisions: [],
            proposals: [],
            reports: [],
            reminders: [],
            links: [],
          },
        ],
      });
      expect(await readCaseFile(table, 'no-such-case')).toBeUndefined();
    });
  });
}
