import { randomUUID } from 'node:crypto';
import { proposeClosure } from '../../functions/web/moves/propose-closure.ts';
import type { LocalTracker } from '../../infra/local/tracker.ts';
import { accepted } from './sample-records.ts';

/** Somebody else of the staff of a local tracker proposes to close a recommendation: whoever does may not close it. */
export async function colleagueProposes(
  { table, clock }: Pick<LocalTracker, 'table' | 'clock'>,
  [caseId, number]: [caseId: string, number: number],
  note?: string,
): Promise<void> {
  const colleague = {
    table,
    clock,
    newId: randomUUID,
    by: 'Sample Colleague',
    byId: 'staff:sample-colleague',
  };
  accepted(await proposeClosure(colleague, caseId, number, { proposedBy: 'Sam Okoye', note }));
}
