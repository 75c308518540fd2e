import { type MoveRow, nothing, open, promising, unanswered } from './move-row.ts';

// What was withdrawn stays as it was when nobody was asked any more: to add to it or to correct it, it is reopened.
const keptOpen = [...open, 'closed'] as const;

// Where somebody may be reminded: what was not accepted asks nothing of anybody.
const reminded = [...unanswered, ...promising, 'proposed-for-closure'] as const;

/** The moves on a recommendation that change no date and no standing. */
export const movesBeside = {
  hold: {
    says: 'Reminders held back',
    asks: 'Hold reminders back',
    who: ['liaison'],
    from: [...reminded, 'paused'],
    plans:
      'The reminders after the last day of the hold, in one mail; the hold ends by itself, after 14 days at most',
    cancels: 'Nothing: what has been planned and has not left waits',
  },
  release: {
    says: 'Reminders released',
    asks: 'Release reminders',
    who: ['liaison'],
    from: [...reminded, 'paused'],
    plans: 'The reminders that were held back, from the next run on',
    cancels: 'The hold',
  },
  nudge: {
    says: 'Owner reminded at once',
    asks: 'Remind the owner now',
    who: ['liaison'],
    from: reminded,
    plans: 'One mail to the owner at once, besides the usual reminders',
    cancels: nothing,
  },
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
    asks: 'Link to a risk, a plan or another recommendation',
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
