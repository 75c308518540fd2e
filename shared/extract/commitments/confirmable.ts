import { type Promised, promise, windowOf } from '../../domain/commitment.ts';
import type { Day } from '../../domain/day.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Kind, Window } from './window.ts';

type Read = Omit<Window, 'rule'> & { readonly kind: Kind };

/** What a person would confirm of a reading, in the domain's shape; null while it needs a date that is not known. */
export function confirmable(read: Read, event: string | null, on: Day | null): Promised | null {
  const meant = promise.safeParse(shaped(read, event, on));
  return meant.success ? meant.data : null;
}

function shaped(read: Read, event: string | null, on: Day | null): unknown {
  const { kind, earliest, latest, dateEarliest, dateLatest } = read;
  switch (kind) {
    case 'within':
      // "With immediate effect" is no length that counts: its day is the response's.
      return latest?.n === 0
        ? { kind: 'by-date', dueOn: on }
        : { kind, latest: latest?.n, unit: latest?.unit };
    case 'between':
      if (earliest && latest) return { kind, earliest: earliest.n, latest: latest.n, unit: latest.unit };
      return { kind: 'in-period', opensOn: dateEarliest, dueOn: dateLatest };
    case 'in':
      return { kind: 'in-period', opensOn: dateEarliest, dueOn: dateLatest };
    case 'by-date':
      return { kind, dueOn: dateLatest };
    case 'none':
      return event === null
        ? { kind }
        : { kind: 'on-event', event: event.replace(/\s+/g, ' ').slice(0, 200) };
    case 'completed':
      return { kind };
  }
}

/**
 * When a reading opens and its last day, by the domain's own reckoning. Dates that the words name need no anchor; a
 * date before the response is kept for the person to see.
 */
export function daysOf(
  read: Read,
  promised: Promised | null,
  on: Day | null,
): { opensOn: Day | null; dueOn: Day | null } {
  const own = {
    opensOn: read.kind === 'in' || read.kind === 'between' ? read.dateEarliest : null,
    dueOn: read.dateLatest,
  };
  if (read.kind === 'none' || read.kind === 'completed') return { opensOn: null, dueOn: null };
  if (!promised || !on) return own;
  const window = windowOf(promised, on);
  return isRefusal(window) ? own : { opensOn: window.opensOn, dueOn: window.dueOn };
}
