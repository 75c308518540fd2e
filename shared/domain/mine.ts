import type { Contact } from './contact.ts';
import type { People } from './night.ts';
import { openDuties } from './open-duties.ts';
import type { Row } from './row.ts';

/** What somebody may do with a recommendation, and as which of their contacts. */
export type Mine = { may: 'act' | 'read'; as: Contact };

type Owned = Pick<Row['duties'][number], 'kind' | 'state' | 'ownerId' | 'boardId'>;

/**
 * The owner and the board of a recommendation and of each of its open duties. To publish the response is the liaison team's own duty, so
 * it makes nobody an owner.
 */
export const ownersOf = ({
  ownerId,
  boardId,
  duties,
}: Pick<Row, 'ownerId' | 'boardId'> & { duties: readonly Owned[] }): Pick<Owned, 'ownerId' | 'boardId'>[] => [
  { ownerId, boardId },
  ...openDuties(duties),
];

/**
 * Whether a recommendation is somebody's own: it is theirs to act on where they act for its owner or the owner of one of its open duties
 * (acting: whoever took over, or the deputy of somebody who cannot be written to), and theirs to read where they act for that owner's
 * manager or the chair of its board. Anything else is not there for them.
 *
 * @param people who is who for each of {@link ownersOf}
 * @param contactIds the contacts that somebody is
 * @example Anna left and Sue took over: it is Sue's to act on and no longer Anna's; Anna's manager reads it
 */
export function mineOf(people: readonly People[], contactIds: readonly string[]): Mine | undefined {
  const among = (roles: readonly (keyof People)[]) =>
    people
      .flatMap((each) => roles.map((role) => each[role]))
      .find((contact) => contact !== undefined && contactIds.includes(contact.id));
  const owner = among(['owner']);
  if (owner) return { may: 'act', as: owner };
  const reader = among(['manager', 'chair']);
  return reader && { may: 'read', as: reader };
}
