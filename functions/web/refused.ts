import type { Refusal } from '../../shared/domain/refusal.ts';

/** The HTTP status of a refusal, decided in one place for pages and API: not there, in conflict, or not acceptable. */
export function statusOf({ refused }: Refusal): 404 | 409 | 422 {
  if (refused.startsWith('unknown-') && refused !== 'unknown-contact') return 404;
  const inConflict = ['not-from-here', 'not-yet-scanned', 'changed-meanwhile', 'changed-since'];
  return refused.startsWith('already-') || inConflict.includes(refused) ? 409 : 422;
}
