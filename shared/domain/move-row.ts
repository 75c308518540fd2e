import type { Standing } from './standing.ts';

/**
 * Who makes a move on pages of their own; an approver is named on those of liaison staff. What an owner says never closes or moves anything by
 * itself: they say that it is done ('report-done'), and liaison staff record that.
 */
export const makers = {
  liaison: 'Liaison staff',
  owner: 'The owner',
  approver: 'A named approver',
} as const;

export type Maker = keyof typeof makers;

/**
 * One row of the table of moves. `from`: the standings it can be made from; everywhere else it is refused.
 * `says` stands in the history, `asks` on the page; `plans` and `cancels` tell what becomes of deadlines and reminders.
 */
export type MoveRow = {
  says: string;
  asks: string;
  who: readonly Maker[];
  from: readonly Standing[];
  plans: string;
  cancels: string;
};

/** The standings from which moves are made, by what they have in common. */
export const unanswered = ['awaiting-response', 'response-due-soon', 'response-overdue'] as const;
export const promising = ['no-date', 'promise-running', 'window-open', 'due-soon', 'lapsed'] as const;
export const answered = [...promising, 'proposed-for-closure', 'not-accepted'] as const;
export const open = [...unanswered, 'paused', ...answered] as const;
export const ended = ['closed', 'withdrawn'] as const;

/** What a move plans or cancels that does neither. */
export const nothing = 'Nothing';
