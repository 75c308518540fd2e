import type { Deadline } from '../domain/deadline.ts';
import type { Exception } from '../domain/exception.ts';
import type { Link } from '../domain/link.ts';
import { isSettled, type Mail } from '../domain/mail.ts';
import type { Proposal } from '../domain/proposal.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import type { Session } from '../domain/session.ts';
import { attentionOn } from '../domain/standing.ts';
import * as keys from './keys.ts';

/** The places of a record in the two indexes: none where nobody is to come across it. */
type Places = Record<string, string>;

// Somebody proposed to close it, so liaison staff must decide: it stands on the list of what needs attention until they do.
export function listsOfRecommendation(value: Recommendation): Places {
  const { closure, closed, withdrawn, caseId, number } = value;
  if (!closure || closed || withdrawn) return {};
  return keys.registerEntry(keys.registerPartitions.attention, `${closure.proposedOn}#${caseId}.${number}`);
}

// Everything linked to one risk stands together, in the order of the cases.
export function listsOfLink(value: Link): Places {
  if (value.removed) return {};
  return keys.registerEntry(keys.registerPartitions.links(value), keys.linkSort(value));
}

// Only open deadlines stand in the agenda and on the attention list: both indexes stay as small as the work in hand.
export function listsOfDeadline(value: Deadline): Places {
  if (value.state !== 'open') return {};
  return {
    ...(value.nextActionOn ? keys.agendaEntry(value.ownerId, value.nextActionOn, value.id) : {}),
    ...keys.registerEntry(keys.registerPartitions.attention, `${attentionOn(value)}#${value.id}`),
  };
}

// A decision is waited for: it stands on the list of what needs attention until it is made.
export function listsOfProposal({ state, proposedOn, deadlineId }: Proposal): Places {
  if (state !== 'waiting') return {};
  return keys.registerEntry(keys.registerPartitions.attention, `${proposedOn}#${deadlineId}#proposal`);
}

// Only what still waits for somebody to look at it is listed.
export function listsOfException({ clearedAt, raisedAt, id }: Exception): Places {
  return clearedAt ? {} : keys.registerEntry(keys.registerPartitions.exceptions, `${raisedAt}#${id}`);
}

// A mail leaves the outbox when nothing more is to be heard of it, and stands in the register for ever.
export function listsOfMail(value: Mail): Places {
  return {
    ...(isSettled(value) ? {} : keys.outboxEntry(value.nightId, value.id)),
    ...keys.registerEntry(
      keys.registerPartitions.mails(value.plannedOn.slice(0, 7)),
      `${value.nightId}#${value.id}`,
    ),
  };
}

/** Whose sessions: a person of the staff's, or an owner's at an address. */
export type Whose = { staffId: string } | { email: string };

/** Where the sessions of one person stand among all. */
export const sessionsOf = (whose: Whose): string =>
  'staffId' in whose ? `staff#${whose.staffId}#` : `owner#${whose.email}#`;

// Who is signed in is listed until the session is ended or the table drops it.
export function listsOfSession({ of, startedAt, endedAt, id }: Session): Places {
  if (endedAt) return {};
  return keys.registerEntry(keys.registerPartitions.sessions, `${sessionsOf(of)}${startedAt}#${id}`);
}
