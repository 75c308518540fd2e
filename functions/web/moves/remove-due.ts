import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import type { Due } from '../../../shared/domain/retention-due.ts';
import type { Desk } from './desk.ts';
import { removeDetails } from './remove-details.ts';
import { removeWords } from './remove-words.ts';

/** Removes one thing whose time is over, as it was when that was found out; what is not so any more is left alone, with the reason. */
export async function removeDue(desk: Desk, due: Due): Promise<Refusal | undefined> {
  if ('mails' in due) return removeWords(desk, due);
  const removed = await removeDetails(desk, due.contact);
  return isRefusal(removed) ? removed : undefined;
}
