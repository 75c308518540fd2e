import * as z from 'zod';
import { boardId } from './board.ts';
import { folded } from './person.ts';

/** What somebody is limited to. An empty list limits nothing; where both name something, both must agree. */
export const scope = z.object({ bodies: z.array(z.string()), boards: z.array(boardId) });

export type Scope = z.infer<typeof scope>;

/** Is somebody with this scope limited by nothing? */
export const seesAll = ({ bodies, boards }: Scope): boolean => bodies.length === 0 && boards.length === 0;

/**
 * Whether a recommendation may be seen. Bodies are compared without regard to capitals and spaces. What has no board is out of the scope
 * of whoever is limited to boards: nobody has given it to them.
 *
 * @example bodies ['Essex Police'], no boards: addressed to 'essex  police' → true; to 'Kent Police' → false
 */
export const isInScope = (
  { bodies, boards }: Scope,
  { addressee, boardId }: { addressee: string; boardId?: string | undefined },
): boolean =>
  (bodies.length === 0 || bodies.some((body) => folded(body) === folded(addressee))) &&
  (boards.length === 0 || (boardId !== undefined && boards.includes(boardId)));

/** Whether somebody looks after a body as such, whatever has been recommended to others. */
export const looksAfter = ({ bodies, boards }: Scope, body: string): boolean =>
  boards.length === 0 && isInScope({ bodies, boards }, { addressee: body });

/**
 * Whether a case may be seen: by who sees one of its recommendations, and by who looks after its body.
 *
 * @example bodies ['Essex Police']: a case of Kent Police with one recommendation to Essex Police → true; with none → false
 */
export const seesCase = (scope: Scope, { learningCase, recommendations }: SeenCase): boolean =>
  looksAfter(scope, learningCase.body) ||
  recommendations.some(({ recommendation }) => isInScope(scope, recommendation));

/** Whether somebody answers for a whole case: its body is theirs, or all that it recommends. What names the case stands in every mail of it. */
export const seesAllOfCase = (scope: Scope, { learningCase, recommendations }: SeenCase): boolean =>
  looksAfter(scope, learningCase.body) ||
  (recommendations.length > 0 &&
    recommendations.every(({ recommendation }) => isInScope(scope, recommendation)));

type SeenCase = {
  learningCase: { body: string };
  recommendations: readonly { recommendation: Parameters<typeof isInScope>[1] }[];
};
