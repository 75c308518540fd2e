import * as z from 'zod';
import { contactId } from './contact.ts';

/** What liaison staff must look at because no mail will: each has one thing to do about it. */
export const exceptionKinds = {
  'no-owner': 'Nobody owns this recommendation, so nobody is reminded',
  bounced: 'Mail to this contact comes back',
  complained: 'This contact reported a reminder as spam',
  'not-delivered': 'A mail could not be delivered',
  refused: 'The mail service refused a mail for good',
  'needs-human': 'Nobody knows whether a mail was sent',
  unconfirmed: 'The delivery of a mail was not confirmed within three days',
} as const;

export type ExceptionKind = keyof typeof exceptionKinds;

/** One exception, from the moment it is raised until staff clear it. There is one of each kind for each subject at a time. */
export const exception = z.object({
  id: z.string(),
  kind: z.enum(Object.keys(exceptionKinds) as [ExceptionKind, ...ExceptionKind[]]),
  raisedAt: z.string(),
  caseId: z.string().optional(),
  number: z.int().optional(),
  contactId: contactId.optional(),
  mailId: z.string().optional(),
  clearedAt: z.string().optional(),
  clearedBy: z.string().optional(),
  version: z.int(),
});

export type Exception = z.infer<typeof exception>;

type Subject = Pick<Exception, 'caseId' | 'number' | 'contactId' | 'mailId'>;

/** Raises an exception. Its id is made of what it is about, so that raising it twice is raising it once. */
export const raise = (kind: ExceptionKind, about: Subject, at: string): Exception => ({
  id: [kind, about.mailId ?? about.contactId ?? `${about.caseId}.${about.number}`].join('-'),
  kind,
  raisedAt: at,
  ...about,
  version: 1,
});
