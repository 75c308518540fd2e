import { cleared, type Exception, raise } from '../../../shared/domain/exception.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import { exceptionKey } from '../../../shared/store/keys.ts';
import { read } from '../../../shared/store/read.ts';
import type { Change } from '../../../shared/store/save.ts';
import type { Table } from '../../../shared/store/table.ts';
import type { Desk } from './desk.ts';

/** The exception of a recommendation that nobody owns. */
export const ownerlessOf = ({ caseId, number }: Recommendation, at: string): Exception =>
  raise('no-owner', { caseId, number }, at);

/** The exception that a recommendation has no owner, where it stands and nobody has cleared it. */
export async function openOwnerless(desk: Desk, of: Recommendation): Promise<Exception | undefined> {
  const exception = await ownerlessEver(desk.table, of, desk);
  return exception?.clearedAt ? undefined : exception;
}

const ownerlessEver = (table: Table, of: Recommendation, { clock }: Desk): Promise<Exception | undefined> =>
  read(table, 'exception', exceptionKey(ownerlessOf(of, clock.now()).id));

const isAtRest = ({ closed, withdrawn }: Recommendation): boolean => Boolean(closed ?? withdrawn);

/**
 * What becomes of the exception that nobody owns a recommendation: it goes when the recommendation is closed or withdrawn, because
 * nobody need be found then, and comes back when it is reopened.
 */
export async function ownerlessAfter(
  desk: Desk,
  before: Recommendation,
  after: Recommendation,
): Promise<Pick<Change, 'creates' | 'updates'>> {
  const nothing = { creates: [], updates: [] };
  if (isAtRest(before) === isAtRest(after)) return nothing;
  const exception = await ownerlessEver(desk.table, after, desk);
  const kind = 'exception' as const;
  if (isAtRest(after)) {
    if (!exception || exception.clearedAt) return nothing;
    return {
      creates: [],
      updates: [{ kind, before: exception, after: cleared(exception, desk.by, desk.clock.now()) }],
    };
  }
  if (after.ownerId) return nothing;
  const raised = ownerlessOf(after, desk.clock.now());
  return exception
    ? { creates: [], updates: [{ kind, before: exception, after: raised }] }
    : { creates: [{ kind, value: raised }], updates: [] };
}
