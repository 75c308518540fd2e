import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addContact } from '../../../functions/web/moves/add-contact.ts';
import { reassignOwner } from '../../../functions/web/moves/reassign-owner.ts';
import { recordUpdate } from '../../../functions/web/moves/record-update.ts';
import { type ChainHead, chained, headAfter } from '../../../shared/domain/audit-chain.ts';
import type { AuditEvent } from '../../../shared/domain/audit-event.ts';
import { liaisonTeamId } from '../../../shared/domain/contact.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { historyOf } from '../../../shared/store/audit.ts';
import { chainKey, eventKey } from '../../../shared/store/chain-keys.ts';
import { sha256 } from '../../../shared/store/digest.ts';
import { casePartition, contactKey, recommendationKey } from '../../../shared/store/keys.ts';
import { keepLiaisonTeam } from '../../../shared/store/liaison-team.ts';
import { read } from '../../../shared/store/read.ts';
import { fromItem, type Item, type Key, toItem } from '../../../shared/store/records.ts';
import type { Table } from '../../../shared/store/table.ts';
import { atTheDesk, caseId, deskOf, typedResponse } from '../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { everyHistory, wrongIn } from '../../support/histories.ts';
import { nightsOf } from '../../support/nights-of.ts';
import { contacts, putItem } from '../../support/recorded.ts';
import { accepted, sampleContact } from '../../support/sample-records.ts';

const of = { caseId, number: 1 };
const name = `${caseId} recommendation 1`;

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const wrong = async () => wrongIn((await everyHistory(table)).filter((each) => !/^CONTACT/.test(each.name)));
const events = async () => (await historyOf(table, chainKey(of))).events;
const entry = async (position: number) => (await events())[position - 1]!;
const itemAt = async (key: Key): Promise<Item> => {
  const found = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND sk = :sk',
      ExpressionAttributeValues: { ':pk': key.pk, ':sk': key.sk },
    }),
  );
  return found.Items![0]!;
};
const drop = (key: Key) => table.client.send(new DeleteCommand({ TableName: table.name, Key: key }));
const putEvent = (event: AuditEvent) => putItem(table, toItem('event', event));
const putHead = (head: ChainHead) => putItem(table, toItem('chain', head));
const sealed = (
  { hash: _, position: __, previous: ___, ...event }: AuditEvent,
  head: ChainHead | undefined,
) => chained(event, head, sha256);

/** Recommendation 1 has five entries: recorded, answered, handed to Bill and back, and its promise kept. */
beforeEach(async () => {
  table = await tables.newTable();
  await contacts(table, sampleContact('bill'));
  await atTheDesk(table, typedResponse());
  for (const ownerId of ['bill', 'anna'])
    accepted(await reassignOwner(deskOf(table), caseId, 1, { ownerId, reason: 'Leave' }));
  const update = { receivedOn: asDay('2020-11-20'), text: 'Done.' };
  accepted(await recordUpdate(deskOf(table), caseId, 1, 1, update));
});

describe('a history that nobody has touched', () => {
  test('says nothing of the liaison team, which the runs keep as the settings say', async () => {
    for (const address of ['one@sample.example', 'two@sample.example']) {
      await keepLiaisonTeam(table, address);
      expect((await historyOf(table, contactKey(liaisonTeamId))).findings).toEqual([]);
    }
  });

  test('is whole: each entry follows the one before, and the nights leave it so', async () => {
    expect((await events()).map(({ position, move }) => [position, move])).toEqual([
      [1, 'record-recommendation'],
      [2, 'record-response'],
      [3, 'reassign-owner'],
      [4, 'reassign-owner'],
      [5, 'record-update'],
    ]);
    expect(await wrong()).toEqual([]);
    await nightsOf(table).night('2020-11-23');
    expect(await wrong()).toEqual([]);
  });

  test('of a contact is whole, also once mail to them has come back', async () => {
    const { id } = accepted(
      await addContact(deskOf(table), {
        kind: 'person',
        name: 'Cyd',
        post: 'Inspector',
        email: 'cyd@force.example',
      }),
    );
    const contact = (await read(table, 'contact', contactKey(id)))!;
    await putItem(table, toItem('contact', { ...contact, delivery: 'bounced', version: 2 }));
    expect(await historyOf(table, chainKey({ contactId: id }))).toMatchObject({
      events: [{ move: 'add-contact' }],
      findings: [],
    });
  });
});

describe('an entry that was altered', () => {
  const others: Record<string, unknown> = {
    id: 'another',
    at: '2020-11-20T06:10:00.001Z',
    by: 'Somebody else',
    move: 'record-update',
    why: 'Another reason',
    sequence: 2,
    changes: [],
    left: [],
    previous: 'f'.repeat(64),
    hash: 'f'.repeat(64),
    contactId: 'anna',
    unheardOf: 'a field that no event has',
  };

  test.each(Object.keys(others))('in its %s is found', async (field) => {
    const item = await itemAt(eventKey(await entry(3)));
    await putItem(table, { ...item, [field]: others[field] });
    expect(await wrong()).toContain(`${name}, entry 3 has been altered: it does not match its own hash`);
  });

  test.each([
    'id',
    'at',
    'by',
    'move',
    'why',
    'changes',
    'left',
    'previous',
    'hash',
    'caseId',
    'number',
    'position',
  ])('by taking away its %s is found', async (field) => {
    const { [field]: _, ...item } = await itemAt(eventKey(await entry(3)));
    await putItem(table, item);
    expect(await wrong()).toContainEqual(
      expect.stringMatching(`^${name}, entry 3 (has been altered|is missing)`),
    );
  });

  test.each([
    ['the number of another recommendation', { number: 2 }],
    ['the case itself', { number: undefined }],
    ['another place', { position: 9 }],
  ])('to say it is about %s is missing where it was', async (_, changed) => {
    const item = { ...(await itemAt(eventKey(await entry(3)))), ...changed };
    await table.client.send(
      new PutCommand({ TableName: table.name, Item: JSON.parse(JSON.stringify(item)) }),
    );
    expect(await wrong()).toContainEqual(expect.stringMatching(`^${name}, entry 3 is missing`));
  });

  test('and given a hash that fits is found by the next', async () => {
    const { previous, ...event } = await entry(3);
    await putEvent(sealed({ ...event, previous, by: 'Somebody else' }, { ...of, length: 2, hash: previous }));
    expect(await wrong()).toEqual([`${name}, entry 4 does not follow entry 3`]);
  });

  test('and given a hash that fits, where it is the last, is found by the head', async () => {
    const last = await entry(5);
    await putEvent(sealed({ ...last, by: 'Somebody else' }, { ...of, length: 4, hash: last.previous }));
    expect(await wrong()).toEqual([`${name}, entry 5 is not the one that the head of the chain names`]);
  });

  test('so that it no longer begins the chain is found', async () => {
    const first = await entry(1);
    const moved = sealed(first, { ...of, length: 1, hash: 'f'.repeat(64) });
    await putEvent({ ...moved, position: 1 });
    expect(await wrong()).toContain(`${name}, entry 1 does not begin the chain`);
  });
});

describe('entries that were dropped, moved or put in', () => {
  test.each([1, 3, 5])('entry %i that was dropped is missing', async (position) => {
    await drop(eventKey(await entry(position)));
    expect(await wrong()).toContain(`${name}, entry ${position} is missing`);
  });

  test('several at the end that were cut off are missing, for the head counts them', async () => {
    for (const position of [5, 4, 3]) await drop(eventKey(await entry(position)));
    expect(await wrong()).toContain(`${name}, entry 3 is missing, and all up to entry 5`);
  });

  test('what was cut off with the head rewound is found by the records it left', async () => {
    const [last, before] = [await entry(5), await entry(4)];
    await drop(eventKey(last));
    await putHead(headAfter(before));
    expect((await wrong()).toSorted()).toEqual(
      [
        `${name}: no entry tells of the update REC#001#UPDATE#001`,
        `${name}, entry 2 left the commitment REC#001#COMMITMENT#001 otherwise than it is now: it was changed without an entry`,
        `${name}, entry 4 left the recommendation REC#001 otherwise than it is now: it was changed without an entry`,
        `${name}, entry 4 left the deadline REC#001#DEADLINE#${caseId}.1.update-1 otherwise than it is now: it was changed without an entry`,
      ].toSorted(),
    );
  });

  test.each([
    [
      'keeping their hashes',
      (event: AuditEvent, position: number) => ({ ...event, position }),
      'has been altered: it does not match its own hash',
    ],
    [
      'with hashes that fit',
      (event: AuditEvent, position: number) => {
        const { hash: _, ...content } = { ...event, position };
        return sealed(content as AuditEvent, { ...of, length: position - 1, hash: event.previous });
      },
      'does not follow entry 2',
    ],
  ])('two that changed places, %s, are found', async (_, moved, says) => {
    const [third, fourth] = [await entry(3), await entry(4)];
    await putEvent(moved(third, 4));
    await putEvent(moved(fourth, 3));
    expect(await wrong()).toContain(`${name}, entry 3 ${says}`);
  });

  test('two whose keys were changed for one another are kept in the wrong place', async () => {
    const [third, fourth] = [await itemAt(eventKey(await entry(3))), await itemAt(eventKey(await entry(4)))];
    await putItem(table, { ...third, sk: fourth.sk });
    await putItem(table, { ...fourth, sk: third.sk });
    expect(await wrong()).toEqual(
      [3, 4].map((position) => `${name}, entry ${position} is kept in the wrong place`),
    );
  });

  test('one that was put in after the end, without the head, is found', async () => {
    const last = await entry(5);
    await putEvent(sealed({ ...last, id: 'forged' }, headAfter(last)));
    expect(await wrong()).toContain(`${name}: there are entries up to 6, but the chain ends with entry 5`);
  });

  test('one that was put in beside another is found', async () => {
    const fourth = await entry(4);
    await putEvent(sealed({ ...fourth, id: 'forged' }, headAfter(await entry(3))));
    expect(await wrong()).toContain(`${name}, entry 4 stands there 2 times`);
  });

  test('one that was put in without a place, or is no event at all, is found', async () => {
    const { id, at, by, move } = await entry(4);
    await putItem(table, {
      pk: casePartition(caseId),
      sk: 'EVENT#x#y',
      record: 'event',
      id,
      at,
      by,
      move,
      ...of,
      changes: [],
    });
    expect(await wrong()).toContain(
      `${name}: an entry stands outside the chain: it was saved without a place in it`,
    );
    await putItem(table, { pk: casePartition(caseId), sk: 'EVENT#x#y', record: 'event' });
    expect(await wrong()).toContain(
      `case ${caseId}: what lies at EVENT#x#y is not an entry`.replace('case', 'Case'),
    );
  });
});

describe('the head of a chain', () => {
  test('that is gone, or is no head, is missing', async () => {
    await drop(chainKey(of));
    const gone = `${name}: the head of the chain is missing, so its end cannot be known`;
    expect(await wrong()).toEqual([gone]);
    await putItem(table, { ...chainKey(of), record: 'chain', length: 'five' });
    expect(await wrong()).toEqual([gone]);
  });

  test('that counts fewer or more, or names another hash, is found', async () => {
    const head = headAfter(await entry(5));
    await putHead({ ...head, length: 4 });
    expect(await wrong()).toEqual([`${name}: there are entries up to 5, but the chain ends with entry 4`]);
    await putHead({ ...head, length: 1_000_000_000_000 });
    expect(await wrong()).toEqual([`${name}, entry 6 is missing, and all up to entry 1000000000000`]);
    await putHead({ ...head, hash: 'f'.repeat(64) });
    expect(await wrong()).toEqual([`${name}, entry 5 is not the one that the head of the chain names`]);
  });

  test('that stands for entries that are all gone is found', async () => {
    for (const event of await events()) await drop(eventKey(event));
    expect(await wrong()).toContain(`${name}, entry 1 is missing, and all up to entry 5`);
  });

  test('that somebody rewound forks the chain at the next move, which is found', async () => {
    await drop(chainKey(of));
    await putHead(headAfter(await entry(4)));
    accepted(await reassignOwner(deskOf(table), caseId, 1, { ownerId: 'bill' }));
    expect(await wrong()).toContain(`${name}, entry 5 stands there 2 times`);
  });
});

describe('a record', () => {
  const changed = 'otherwise than it is now: it was changed without an entry';

  test.each<[string, Key, Item]>([
    ['recommendation', recommendationKey(of), { ownerId: 'bill' }],
    ['response', { pk: casePartition(caseId), sk: 'REC#001#RESPONSE' }, { text: 'We refuse.' }],
    ['case', { pk: casePartition(caseId), sk: 'CASE' }, { madeOn: '2020-10-29' }],
    [
      'deadline',
      { pk: casePartition(caseId), sk: `REC#001#DEADLINE#${caseId}.1.response-1` },
      { dueOn: '2020-12-24' },
    ],
    ['commitment', { pk: casePartition(caseId), sk: 'REC#001#COMMITMENT#001' }, { unheardOf: 1 }],
  ])('(%s) that was altered behind the tracker is found', async (kind, key, change) => {
    await putItem(table, { ...(await itemAt(key)), ...change });
    expect(await wrong()).toEqual([
      expect.stringMatching(new RegExp(`entry \\d left the ${kind} ${key.sk} ${changed}`)),
    ]);
  });

  test('that was taken away, or made to look like what the runs write, is gone', async () => {
    const key = { pk: casePartition(caseId), sk: 'REC#001#RESPONSE' };
    const item = await itemAt(key);
    await drop(key);
    expect(await wrong()).toEqual([`${name}, entry 2 left the response REC#001#RESPONSE, which is gone`]);
    await putItem(table, { ...item, record: 'reminder' });
    expect(await wrong()).toEqual([`${name}, entry 2 left the response REC#001#RESPONSE, which is gone`]);
  });

  test('that was put in without a move is found', async () => {
    const key = { pk: casePartition(caseId), sk: 'REC#001#UPDATE#001' };
    await putItem(table, { ...(await itemAt(key)), sk: 'REC#001#UPDATE#002', sequence: 2 });
    expect(await wrong()).toEqual([`${name}: no entry tells of the update REC#001#UPDATE#002`]);
  });

  test('that a night moved on is as it was left: only what people decide counts', async () => {
    const key = { pk: casePartition(caseId), sk: `REC#001#DEADLINE#${caseId}.1.response-1` };
    const deadline = fromItem('deadline', await itemAt(key));
    await putItem(table, toItem('deadline', { ...deadline, nextActionOn: asDay('2020-12-01'), plans: 7 }));
    expect(await wrong()).toEqual([]);
  });
});
