import type * as z from 'zod';
import { type Decided, type Held, type Making, mayMakeNow } from './decided.ts';
import { input } from './input.ts';
import { ended } from './open-duties.ts';
import type { Refusal } from './refusal.ts';
import { longestNote, text } from './text.ts';

/** What a person types to withdraw a recommendation. */
export const withdrawal = input({ why: text('why it is withdrawn', longestNote) });

export type Withdrawal = z.infer<typeof withdrawal>;

/** Withdraws a recommendation: whoever made it asks for nothing any more. Every open deadline ends, the duty to publish too. */
export function withdraw(held: Held, { why }: Withdrawal, { by, today }: Making): Decided | Refusal {
  const refused = mayMakeNow('withdraw', held, today);
  if (refused) return refused;
  const { closure: _, ...recommendation } = held.recommendation;
  return {
    recommendation: { ...recommendation, withdrawn: { on: today, by, why } },
    changed: held.deadlines.filter(({ state }) => state === 'open').map(ended),
    added: [],
  };
}
