import type { AuditEvent } from '../domain/audit-event.ts';
import type { Case } from '../domain/case.ts';
import type { Kept } from '../domain/recommendation-kept.ts';
import type { Reminder } from '../domain/reminder.ts';
import { casePartition } from './keys.ts';
import { queryAll } from './read.ts';
import { fromItem, type Item, type Kind, type RecordOf } from './records.ts';
import type { Table } from './table.ts';

/** Everything about one recommendation: what was asked, answered, promised, sent, and linked to it now. */
export type RecommendationFile = Kept & { reminders: Reminder[] };

/** A case with all that hangs on it. `recommendations` in the order of their numbers, `events` oldest first. */
export type CaseFile = {
  learningCase: Case;
  recommendations: RecommendationFile[];
  events: AuditEvent[];
  keptPage?: string;
};

/** The file of a case in one strongly consistent query, or undefined where there is no such case. */
export async function readCaseFile(table: Table, caseId: string): Promise<CaseFile | undefined> {
  const items = await Array.fromAsync(
    queryAll(table, {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': casePartition(caseId) },
      ConsistentRead: true,
    }),
  );
  const [learningCase] = ofKind(items, 'case');
  if (!learningCase) return undefined;
  const [page] = ofKind(items, 'page');
  return {
    learningCase,
    recommendations: recommendationFiles(items),
    events: ofKind(items, 'event'),
    ...(page ? { keptPage: page.text } : {}),
  };
}

function recommendationFiles(items: Item[]): RecommendationFile[] {
  const [
    responses,
    commitments,
    updates,
    deadlines,
    evidence,
    revisions,
    proposals,
    reports,
    reminders,
    links,
  ] = [
    ofKind(items, 'response'),
    ofKind(items, 'commitment'),
    ofKind(items, 'update'),
    ofKind(items, 'deadline'),
    ofKind(items, 'evidence'),
    ofKind(items, 'revision'),
    ofKind(items, 'proposal'),
    ofKind(items, 'report'),
    ofKind(items, 'reminder'),
    ofKind(items, 'link'),
  ];
  return ofKind(items, 'recommendation').map((recommendation) => {
    const mine = (of: { number: number }) => of.number === recommendation.number;
    return {
      recommendation,
      response: responses.find(mine),
      commitments: commitments.filter(mine),
      updates: updates.filter(mine),
      deadlines: deadlines.filter(mine),
      evidence: evidence.filter(mine),
      links: links.filter((each) => mine(each) && !each.removed),
      revisions: revisions.filter(mine),
      proposals: proposals.filter(mine),
      reports: reports.filter(mine),
      reminders: reminders.filter(mine).sort((a, b) => (a.plannedOn < b.plannedOn ? -1 : 1)),
    };
  });
}

const ofKind = <K extends Kind>(items: Item[], kind: K): RecordOf<K>[] =>
  items.filter((item) => item.record === kind).map((item) => fromItem(kind, item));
