import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Board } from '../../shared/domain/board.ts';
import type { Case } from '../../shared/domain/case.ts';
import type { Contact } from '../../shared/domain/contact.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import type { Recommendation } from '../../shared/domain/recommendation.ts';
import { type Item, type Kind, type RecordOf, toItem } from '../../shared/store/records.ts';
import { caseRowRecordOf, rowRecordOf } from '../../shared/store/rows.ts';
import type { Table } from '../../shared/store/table.ts';
import { sampleCase, sampleDeadline, sampleRecommendation } from './sample-records.ts';

/** Puts a record in as it is, whatever was there. */
export const put = async <K extends Kind>(table: Table, kind: K, value: RecordOf<K>): Promise<void> =>
  putItem(table, toItem(kind, value));

/** Puts in an item that need not be a valid record. */
export async function putItem(table: Table, item: Item): Promise<void> {
  await table.client.send(new PutCommand({ TableName: table.name, Item: item }));
}

export type Asked = { learningCase: Case; recommendation: Recommendation; deadline: Deadline };

/** A case with one recommendation and its duty to respond, recorded on 1 October 2020 and first mailed on 26 October. */
export async function asked(
  table: Table,
  reference: string,
  who: Partial<Pick<Recommendation, 'ownerId' | 'boardId'>> = { ownerId: 'anna' },
  more: Partial<Deadline> = {},
): Promise<Asked> {
  const learningCase = sampleCase(reference);
  const recommendation = sampleRecommendation(learningCase, { ownerId: undefined, ...who });
  const deadline = sampleDeadline(recommendation, learningCase, more);
  await put(table, 'case', learningCase);
  await put(table, 'recommendation', recommendation);
  await put(table, 'deadline', deadline);
  await put(table, 'case-row', caseRowRecordOf(learningCase, table.now()));
  const looked = { recommendation, deadlines: [deadline], proposals: [], links: [] };
  await put(table, 'recommendation-row', rowRecordOf(looked, table.now()));
  return { learningCase, recommendation, deadline };
}

/** A board of this name and chair; its id is its name. */
export const board = (table: Table, id: string, of: Partial<Board> = {}): Promise<void> =>
  put(table, 'board', { id, name: id, meetings: [], version: 1, ...of });

export async function contacts(table: Table, ...people: Contact[]): Promise<void> {
  for (const contact of people) await put(table, 'contact', contact);
}
