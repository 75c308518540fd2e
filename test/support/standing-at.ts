import { BatchWriteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { close } from '../../functions/web/moves/close.ts';
import { link } from '../../functions/web/moves/link.ts';
import { pause } from '../../functions/web/moves/pause.ts';
import { proposeClosure } from '../../functions/web/moves/propose-closure.ts';
import { proposeDate } from '../../functions/web/moves/propose-date.ts';
import { recordCase } from '../../functions/web/moves/record-case.ts';
import { recordRecommendation } from '../../functions/web/moves/record-recommendation.ts';
import { recordResponse } from '../../functions/web/moves/record-response.ts';
import { withdraw } from '../../functions/web/moves/withdraw.ts';
import { asDay, type Day } from '../../shared/domain/day.ts';
import type { Standing } from '../../shared/domain/standing.ts';
import { casePartition } from '../../shared/store/keys.ts';
import type { Item } from '../../shared/store/records.ts';
import type { Table } from '../../shared/store/table.ts';
import { deskOf, typedCase, typedResponse, within3Months } from './desk-of.ts';
import { accepted } from './sample-records.ts';

/** A recommendation that stands somewhere, and the day on which it does. It is number 1 of its case. */
export type StandingAt = { table: Table; caseId: string; standing: Standing; today: Day };

const in4To6Months = {
  quote: 'report progress back in 4-6mths',
  promise: { kind: 'between', earliest: 4, latest: 6, unit: 'month' },
};

/** Responds; where it promises something, the owner proposes another date for it on the same day. */
async function respond(table: Table, id: string, response = typedResponse()): Promise<unknown> {
  const desk = deskOf(table, '2020-11-20');
  const recorded = accepted(await recordResponse(desk, id, 1, response));
  if (response.acceptance === 'not-accepted') return recorded;
  return proposeDate(desk, id, 1, 1, { dueOn: asDay('2021-06-30'), why: 'A new system.', proposedBy: 'Jo' });
}

const refusedResponse = typedResponse({ acceptance: 'not-accepted', reasons: 'It is not ours.' }, []);

const proposed = async (table: Table, id: string) => {
  accepted(await respond(table, id));
  return proposeClosure(deskOf(table, '2020-12-01'), id, 1, { proposedBy: 'Sam Okoye' });
};

type Course = { today: string; make?: (table: Table, caseId: string) => Promise<unknown> };

/** How a recommendation made on 29 September 2020 and recorded on 1 October comes to stand so: by moves and by the clock. */
const courses: Record<Standing, Course> = {
  'awaiting-response': { today: '2020-10-01' },
  'response-due-soon': { today: '2020-11-20' },
  'response-overdue': { today: '2020-11-30' },
  paused: {
    today: '2020-11-20',
    make: (table, id) => pause(deskOf(table, '2020-11-20'), id, 1, { from: asDay('2020-11-10') }),
  },
  'promise-running': { today: '2020-12-01', make: respond },
  'window-open': {
    today: '2021-03-25',
    make: (table, id) => respond(table, id, typedResponse({}, [in4To6Months])),
  },
  'due-soon': { today: '2021-02-15', make: respond },
  lapsed: { today: '2021-03-01', make: respond },
  'no-date': { today: '2020-12-01', make: (table, id) => respond(table, id, typedResponse({}, [])) },
  'not-accepted': { today: '2020-12-01', make: (table, id) => respond(table, id, refusedResponse) },
  'proposed-for-closure': { today: '2020-12-01', make: proposed },
  closed: {
    today: '2020-12-08',
    make: async (table, id) => {
      accepted(await proposed(table, id));
      const closing = { closedBy: 'Kim Lee', note: 'The new procedure.', links: [] };
      return close(deskOf(table, '2020-12-08'), id, 1, closing);
    },
  },
  withdrawn: {
    today: '2020-12-01',
    make: async (table, id) => {
      accepted(await respond(table, id, typedResponse({}, [within3Months, in4To6Months])));
      return withdraw(deskOf(table, '2020-12-01'), id, 1, { why: 'Made by mistake.' });
    },
  },
};

/** The same once more, of another case: quicker than making every move again. */
export async function copyOf(at: StandingAt, caseId: string): Promise<StandingAt> {
  const { client, name } = at.table;
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': casePartition(at.caseId) },
      ConsistentRead: true,
    }),
  );
  const items: Item[] = JSON.parse(JSON.stringify(Items).replaceAll(at.caseId, caseId));
  const puts = items.map((Item) => ({ PutRequest: { Item } }));
  await client.send(new BatchWriteCommand({ RequestItems: { [name]: puts } }));
  return { ...at, caseId };
}

/** Brings a new recommendation, owned by Anna and linked to risk 7, to where it stands so. The contacts must be there. */
export async function standingAt(table: Table, standing: Standing, caseId: string): Promise<StandingAt> {
  const desk = deskOf(table, '2020-10-01');
  accepted(await recordCase(desk, typedCase({ reference: caseId })));
  accepted(await recordRecommendation(desk, caseId, { text: 'Review searches.', ownerId: 'anna' }));
  accepted(await link(desk, caseId, 1, { kind: 'risk', ref: '7' }));
  const { today, make } = courses[standing];
  accepted(await make?.(table, caseId));
  return { table, caseId, standing, today: asDay(today) };
}
