import * as z from 'zod';
import { day } from './day.ts';
import { input } from './input.ts';
import { line, optional } from './text.ts';

export const contactId = z.string().regex(/^[a-z0-9-]{1,64}$/, 'Choose a contact from the list');

// The mail service takes plain ASCII addresses only; one it refuses would be an owner who never hears anything.
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const address = new RegExp(`^${atom}(?:\\.${atom})*@(?:${label}\\.)+[A-Za-z]{2,}$`);

const domain = new RegExp(`^(?:${label}\\.)+[A-Za-z]{2,}$`);

export const isEmailAddress = (value: string): boolean => address.test(value);

/** Whether a text is the part of an address after its @. */
export const isMailDomain = (value: string): boolean => domain.test(value);

/** An address that mail can be sent to. */
export const emailAddress = line('an email address', 254).refine(isEmailAddress, {
  error: 'Enter an email address in the correct format, like name@example.police.uk',
});

/** A contact is a person in a post, or the mailbox of a team, which nobody leaves and which is greeted as several. */
const kind = z.enum(['person', 'team'], { error: 'Choose whether this is a person or a team mailbox' });

const typed = {
  name: line('the contact’s name'),
  post: line('the post they hold'),
  email: emailAddress,
  managerId: optional(contactId),
  deputyId: optional(contactId),
};

/** What a person types to add a contact. */
export const contactInput = input({ kind: kind.default('person'), ...typed });

/** What a person types to change one: nothing is taken for granted, so a team mailbox does not become a person by being left out. */
export const contactChange = input({ kind, ...typed });

/**
 * A post as well as a person: reminders follow the post. A departed or bounced contact is not mailed; whoever acts for them is
 * (acting), and it is an exception for liaison staff until somebody takes over or the address works again.
 * `successorId`: who took over everything when they left. `detailsRemovedOn`: since then no name, post or address of them is known.
 */
export const contact = z.object({
  id: contactId,
  kind: kind.default('person'),
  name: z.string(),
  post: z.string(),
  email: z.string(),
  managerId: contactId.optional(),
  deputyId: contactId.optional(),
  successorId: contactId.optional(),
  status: z.enum(['active', 'departed']),
  delivery: z.enum(['ok', 'bounced', 'complained']),
  detailsRemovedOn: day.optional(),
  version: z.int(),
});

/** The liaison team's own place among the contacts, so that it is written to, and missed when its mail bounces, like anybody. */
export const liaisonTeamId = 'liaison-team';

/** The liaison team as the settings name it, when it is first entered. */
export const liaisonTeam = (email: string): Contact => ({
  id: liaisonTeamId,
  kind: 'team',
  name: 'Liaison team',
  post: 'Liaison team',
  email,
  status: 'active',
  delivery: 'ok',
  version: 1,
});

export type ContactInput = z.infer<typeof contactInput>;
export type Contact = z.infer<typeof contact>;

/** Can this contact be mailed? Both conditions are people's decisions or evidence from the mail service, never a guess. */
export const isLive = (person: Contact | undefined): person is Contact =>
  person !== undefined && person.status === 'active' && person.delivery === 'ok';
