import * as z from 'zod';
import { scope } from './scope.ts';

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
