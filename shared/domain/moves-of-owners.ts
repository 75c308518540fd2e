import { type MoveRow, nothing, open, promising, unanswered } from './move-row.ts';

// Where the owner is asked for something: what was not accepted asks nothing of anybody.
const asked = [...unanswered, 'paused', ...promising, 'proposed-for-closure'] as const;

/** What an owner says of a recommendation, and how staff decline it. None of it changes a date, a standing or a reminder. */
export const movesOfOwners = {
  acknowledge: {
    says: 'Seen by the owner',
    asks: 'Say that you have seen this',
    who: ['owner'],
    from: asked,
    plans: nothing,
    cancels: nothing,
  },
  'report-progress': {
    says: 'Progress reported by the owner',
    asks: 'Report progress',
    who: ['owner'],
    from: asked,
    plans: nothing,
    cancels: nothing,
  },
  'report-done': {
    says: 'Said to be done by the owner',
    asks: 'Say that it is done',
    who: ['owner'],
    from: asked,
    plans: 'A decision by liaison staff, who record it or decline it; reminders go on',
    cancels: nothing,
  },
  'propose-hand-over': {
    says: 'New owner proposed by the owner',
    asks: 'Say who takes over',
    who: ['owner'],
    from: open,
    plans: 'A decision by liaison staff, who choose the new owner or decline; reminders go on',
    cancels: nothing,
  },
  'say-not-mine': {
    says: 'Said not to be theirs by the owner',
    asks: 'Say that it is not yours',
    who: ['owner'],
    from: open,
    plans: 'A decision by liaison staff, who choose another owner or decline; reminders go on',
    cancels: nothing,
  },
  'decline-report': {
    says: 'What the owner said declined',
    asks: 'Decline what the owner said',
    who: ['liaison'],
    from: open,
    plans: nothing,
    cancels: 'What the owner said',
  },
} as const satisfies Record<string, MoveRow>;
