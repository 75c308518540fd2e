import { seesAll } from '../../../shared/domain/scope.ts';
import { mayDo } from '../../../shared/domain/staff.ts';
import { type Access, access } from './access.ts';
import type { StaffPerson } from './person.ts';

type Shown = { segments: readonly string[]; access: Access };

const shown: readonly Shown[] = Object.entries(access)
  .filter(([request]) => request.startsWith('GET '))
  .map(([request, each]) => ({ segments: request.slice('GET '.length).split('/'), access: each }));

/**
 * Whether one of the staff may open what a link leads to, by the table of access, so that nobody is offered what would be refused. Which
 * records are theirs is not asked: a link to one that is not theirs is on no page of theirs. A link that leads elsewhere may be followed.
 */
export function mayFollow({ role, scope }: StaffPerson, href: string): boolean {
  const path = href.split(/[?#]/)[0]!.split('/');
  const named = ({ segments }: Shown) => segments.filter((each) => each.startsWith(':')).length;
  const [closest] = shown
    .filter(({ segments }) => fits(segments, path))
    .toSorted((one, other) => named(one) - named(other));
  if (!closest) return true;
  const { access: asked } = closest;
  if (asked.about === 'everything' && !seesAll(scope)) return false;
  if (asked.about === 'all-of-board' && scope.bodies.length > 0) return false;
  return mayDo(role, asked.role);
}

/** Whether there is a page of the staff form at a path. */
export const isPage = (path: string): boolean =>
  shown.some(({ segments }) => fits(segments, path.split('/')));

const fits = (segments: readonly string[], path: readonly string[]): boolean =>
  segments.length === path.length &&
  segments.every((each, index) => each.startsWith(':') || each === path[index]);
