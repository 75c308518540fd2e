import { type MoveRow, nothing, open } from './move-row.ts';

// What was withdrawn stays as it was when nobody was asked any more: to add to it or to correct it, it is reopened.
const keptOpen = [...open, 'closed'] as const;

/** The moves on a recommendation that change no date and no standing. */
export const movesBeside = {
  'add-evidence': {
    says: 'Evidence added',
    asks: 'Add evidence',
    who: ['liaison', 'owner'],
    from: keptOpen,
    plans: nothing,
    cancels: nothing,
  },
  link: {
    says: 'Link added',
    asks: 'Add a link',
    who: ['liaison'],
    from: keptOpen,
    plans: nothing,
    cancels: nothing,
  },
  unlink: {
    says: 'Link removed',
    asks: 'Remove a link',
    who: ['liaison'],
    from: keptOpen,
    plans: nothing,
    cancels: nothing,
  },
  amend: {
    says: 'Words amended',
    asks: 'Amend the words',
    who: ['liaison'],
    from: keptOpen,
    plans: nothing,
    cancels: nothing,
  },
} as const satisfies Record<string, MoveRow>;
