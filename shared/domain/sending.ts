import * as z from 'zod';
import { isEmailAddress, isMailDomain } from './contact.ts';
import { input } from './input.ts';
import { line, optional } from './text.ts';

const most = 50;

/**
 * To whom mail goes. 'only': to these addresses, and to every address of these domains ('force.example' is not 'sub.force.example').
 */
const sending = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('everyone') }),
  z.object({ mode: z.literal('only'), allowed: z.array(z.string()) }),
  z.object({ mode: z.literal('nobody') }),
]);

export type Sending = z.infer<typeof sending>;

export const toEveryone: Sending = { mode: 'everyone' };
const toNobody: Sending = { mode: 'nobody' };

/** Whom mail goes to, as an organisation has chosen it. */
export const sendingSetting = z.object({ settings: z.literal('sending'), sending, version: z.int() });

export type SendingSetting = z.infer<typeof sendingSetting>;

// Of a domain it is the domain.
const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** Whether an address, or a domain, is within a list of them. Capitals make no difference. */
const isWithin = (allowed: readonly string[], entry: string): boolean => {
  const wanted = entry.toLowerCase();
  return allowed.includes(wanted) || allowed.includes(domainOf(wanted));
};

/** Whether mail may go to an address. */
export const maySend = (to: Sending, email: string): boolean =>
  to.mode === 'everyone' || (to.mode === 'only' && isWithin(to.allowed, email));

/**
 * What two rules allow together: an address that both allow, and no other. So neither can widen what the other has narrowed.
 *
 * @example only force.example, and only anna@force.example and bill@other.example → only anna@force.example
 */
export function narrowed(one: Sending, other: Sending): Sending {
  if (one.mode === 'everyone') return other;
  if (other.mode === 'everyone') return one;
  if (one.mode === 'nobody' || other.mode === 'nobody') return toNobody;
  const both = [
    ...one.allowed.filter((entry) => isWithin(other.allowed, entry)),
    ...other.allowed.filter((entry) => isWithin(one.allowed, entry)),
  ];
  return both.length > 0 ? { mode: 'only', allowed: [...new Set(both)] } : toNobody;
}

const mostNamed = 3;

/**
 * Whom mail goes to, in words that follow "This tracker sends".
 *
 * @example 'only to anna@force.example and force.example'; 'only to a.example, b.example, c.example and 2 more'; 'to nobody'
 */
export function sendingInWords(to: Sending): string {
  if (to.mode !== 'only') return `to ${to.mode}`;
  const more = to.allowed.length - mostNamed;
  const named = more > 0 ? [...to.allowed.slice(0, mostNamed), `${more} more`] : to.allowed;
  return `only to ${[named.slice(0, -1).join(', '), named.at(-1)].filter(Boolean).join(' and ')}`;
}

const entry = line('an address or a domain', 254)
  .transform((typed) => typed.toLowerCase().replace(/^@/, ''))
  .refine((typed) => isEmailAddress(typed) || isMailDomain(typed), {
    error: 'Enter each as an address, like name@example.police.uk, or a domain, like example.police.uk',
  });

const allowed = z
  .array(entry, { error: 'Enter the addresses and domains as a list' })
  .max(most, { error: `Enter ${most} addresses and domains or fewer` })
  .transform((entries) => [...new Set(entries)]);

/** Whom mail is to go to, as a person chooses it; the list counts only where mail goes to these only. */
export const sendingInput = input({
  mode: z.enum(['everyone', 'only', 'nobody'], { error: 'Choose to whom mail goes' }),
  allowed: allowed.default([]),
})
  .refine(({ mode, allowed }) => mode !== 'only' || allowed.length > 0, {
    path: ['allowed'],
    error: 'Enter at least one address or domain',
  })
  .transform(({ mode, allowed }): Sending => (mode === 'only' ? { mode, allowed } : { mode }));

/** A change of it: the version that was looked at (0 before the first change), and why. */
export const sendingChangeInput = input({
  to: sendingInput,
  version: z.int({ error: 'Send the version of the setting that was looked at' }).min(0),
  why: optional(line('the reason')),
});

export type SendingChange = z.infer<typeof sendingChangeInput>;

/**
 * What the environment of a copy of the tracker allows: 'everyone', 'nobody', or addresses and domains with commas between them.
 * Undefined where a text is none of these.
 *
 * @example 'anna@force.example, force.example' → only to these
 */
export function sendingFrom(text: string): Sending | undefined {
  const given = text.trim();
  if (given === 'everyone' || given === 'nobody') return { mode: given };
  return sendingInput.safeParse({ mode: 'only', allowed: given.split(',') }).data;
}
