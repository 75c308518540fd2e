import type * as z from 'zod';
import type { Contact } from '../../../shared/domain/contact.ts';
import { cleared, type Exception, isSaid, raise } from '../../../shared/domain/exception.ts';
import { input } from '../../../shared/domain/input.ts';
import { type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { line, optional } from '../../../shared/domain/text.ts';
import { contactKey, exceptionKey } from '../../../shared/store/keys.ts';
import { read } from '../../../shared/store/read.ts';
import { type Change, save } from '../../../shared/store/save.ts';
import type { Table } from '../../../shared/store/table.ts';
import { type Desk, decideAgain, eventOf } from './desk.ts';

/** What a person types to clear an exception. */
export const clearing = input({ reason: optional(line('the reason')) });

type Clearing = z.infer<typeof clearing>;

/** Clears an exception that somebody has dealt with. One about a contact's address lets mail go there again. */
export const clearException = (desk: Desk, id: string, given: Clearing): Promise<Exception | Refusal> =>
  decideAgain(() => once(desk, id, given));

async function once(desk: Desk, id: string, { reason }: Clearing): Promise<Exception | Refusal> {
  const { table } = desk;
  const exception = await findOpenException(table, id);
  if ('refused' in exception) return exception;
  if (exception.kind === 'no-owner')
    return refuse('owner-needed', 'Choose an owner for the recommendation: that clears this');
  // Cleared in any other way, what they own would wait in silence.
  if (exception.kind === 'departed')
    return refuse('successor-needed', 'Choose who takes over: that clears this');
  // Cleared in any other way, what an owner said would wait and nobody would know.
  if (isSaid(exception))
    return refuse('decision-needed', 'Record what the owner says, or decline it: that clears this');
  const { caseId, number, contactId } = exception;
  const after = cleared(exception, desk.by, desk.clock.now());
  const refused = await save(table, {
    creates: [],
    updates: [{ kind: 'exception', before: exception, after }, ...(await reachableAgain(table, exception))],
    event: eventOf(desk, 'clear-exception', { caseId, number, contactId, why: reason }),
  });
  return refused ?? { ...after, version: after.version + 1 };
}

/** The exception with this id, if nobody has cleared it. */
export async function findOpenException(table: Table, id: string): Promise<Exception | Refusal> {
  const exception = await read(table, 'exception', exceptionKey(id));
  if (!exception) return refuse('unknown-exception', 'There is no such exception');
  return exception.clearedAt
    ? refuse('already-cleared', 'This exception has already been cleared')
    : exception;
}

// Somebody may have marked our mail as spam from an address that later also failed: mail goes there again when neither stands.
async function reachableAgain(
  table: Table,
  { kind, contactId, raisedAt }: Exception,
): Promise<Change['updates']> {
  if ((kind !== 'bounced' && kind !== 'complained') || contactId === undefined) return [];
  const contact: Contact | undefined = await read(table, 'contact', contactKey(contactId));
  const other = kind === 'bounced' ? 'complained' : 'bounced';
  const standing = await read(table, 'exception', exceptionKey(raise(other, { contactId }, raisedAt).id));
  const delivery = standing && !standing.clearedAt ? other : 'ok';
  if (!contact || contact.delivery === delivery) return [];
  return [{ kind: 'contact', before: contact, after: { ...contact, delivery } }];
}
