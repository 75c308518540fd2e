import * as z from 'zod';
import { boardId } from './board.ts';
import { emailAddress } from './contact.ts';
import { input } from './input.ts';
import { type Refusal, refuse } from './refusal.ts';
import { scope } from './scope.ts';
import { line } from './text.ts';

/** What staff may do, from the least to the most: each may also do what the ones before it may. */
export const roles = {
  viewer: 'Viewer',
  liaison: 'Liaison officer',
  administrator: 'Administrator',
} as const;

export type Role = keyof typeof roles;

const inOrder = Object.keys(roles) as [Role, ...Role[]];

/** Whether a role is enough where another is needed. */
export const mayDo = (role: Role, needed: Role): boolean => inOrder.indexOf(role) >= inOrder.indexOf(needed);

export const staffId = z.string().regex(/^[a-z0-9-]{1,64}$/, 'Choose a person from the list');

/**
 * Somebody of the organisation who may sign in. `email` is in small letters, and nobody else who may sign in has it. `subject` is who they
 * are for the identity provider, known from their first sign-in on: an address can be given to somebody else, a subject never is.
 */
export const staff = z.object({
  id: staffId,
  email: z.string(),
  name: z.string(),
  role: z.enum(inOrder),
  scope,
  status: z.enum(['active', 'left']),
  subject: z.object({ issuer: z.string(), sub: z.string() }).optional(),
  version: z.int(),
});

export type Staff = z.infer<typeof staff>;

/** What an administrator types to add somebody, or to change what they may do. */
export const staffInput = input({
  name: line('the person’s name'),
  email: emailAddress.transform((typed) => typed.toLowerCase()),
  role: z.enum(inOrder, { error: 'Choose what they may do' }),
  bodies: z.array(line('the name of the body')).max(100, 'Enter 100 bodies or fewer').default([]),
  boards: z.array(boardId).max(100, 'Choose 100 boards or fewer').default([]),
});

export type StaffInput = z.infer<typeof staffInput>;

/** Somebody new, who may sign in from now on. */
export const newStaff = (id: string, { bodies, boards, ...typed }: StaffInput): Staff => ({
  ...typed,
  id,
  scope: { bodies, boards },
  status: 'active',
  version: 1,
});

/**
 * Somebody as changed. Nobody changes what they themselves may do, so that there is always an administrator. With another address they
 * prove anew who they are.
 *
 * @param by the id of whoever changes it
 */
export function changedStaff(
  before: Staff,
  { bodies, boards, ...typed }: StaffInput,
  by: string,
): Staff | Refusal {
  if (before.status === 'left') return hasLeft(before);
  if (by === before.id) return own;
  const { subject, ...kept } = before;
  const isSameAddress = typed.email === before.email;
  return { ...kept, ...typed, scope: { bodies, boards }, ...(subject && isSameAddress ? { subject } : {}) };
}

/** Somebody who may no longer sign in. They stay on the record; their address may be given to somebody else. */
export function endedStaff(before: Staff, by: string): Staff | Refusal {
  if (before.status === 'left') return hasLeft(before);
  return by === before.id ? own : { ...before, status: 'left' };
}

const own = refuse('own-access', 'Nobody changes or ends their own access: ask another administrator');

const hasLeft = ({ name }: Staff) =>
  refuse('has-left', `${name} can no longer sign in, so this can no longer be changed`);
