import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { type RecommendationMove, recommendationMoves } from '../../../shared/domain/moves.ts';
import { NotificationBanner } from '../components/notification-banner.tsx';

const moved = Object.fromEntries(
  Object.entries(recommendationMoves).map(([move, { says }]) => [move, says]),
) as Record<RecommendationMove, string>;

/** What can just have been saved. The address carries only the key: words from an address are never shown. */
const saved = {
  ...moved,
  case: 'Case recorded',
  pasted: 'Case recorded with its recommendations',
  'amend-case': 'Case amended',
  recommendation: 'Recommendation recorded',
  response: 'Response recorded',
  update: 'Recorded that the promise was kept',
  evidence: 'Evidence added',
  owner: 'Owner changed',
  exception: 'Exception cleared',
  contact: 'Contact added',
  'contact-changed': 'Contact changed',
  departure: 'Recorded that they have left',
  'handed-over': 'Everything handed over',
  return: 'Recorded that they have come back',
  board: 'Board added',
  'board-changed': 'Board changed',
  meeting: 'Meeting added',
  'no-meeting': 'Meeting removed. What was promised for it goes to the next meeting that is entered',
  stages: 'Reminder stages changed',
  wording: 'Wording changed',
  'wording-reset': 'Set back to the tracker’s own words',
  sending: 'Who gets mail changed',
  staff: 'Added. They can sign in now',
  'staff-changed': 'What they may do was changed',
  'staff-ended': 'Their access was ended',
  'session-ended': 'They were signed out',
} as const;

export type Saved = keyof typeof saved;

/** What the address says was just saved, if it is one of the things that can be. */
export function savedBefore(c: Context): Saved | undefined {
  const key = c.req.query('saved') ?? '';
  return Object.hasOwn(saved, key) ? (key as Saved) : undefined;
}

/** The green banner after a save, with what happens next. */
export const Success = ({ of, children }: { of: Saved | undefined; children?: Child }) =>
  of ? (
    <NotificationBanner type="success" heading={saved[of]}>
      {children}
    </NotificationBanner>
  ) : null;
