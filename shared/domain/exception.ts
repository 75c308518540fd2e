import * as z from 'zod';
import { type Contact, contactId, liaisonTeamId } from './contact.ts';

/** What liaison staff must look at because no mail will: each has one thing to do about it. */
export const exceptionKinds = {
  'no-owner': 'Nobody owns this recommendation, so nobody is reminded',
  departed: 'This contact has left, and nobody has taken over',
  bounced: 'Mail to this contact comes back',
  complained: 'This contact reported a reminder as spam',
  'not-delivered': 'This mail could not be delivered',
  refused: 'The mail service would not take this mail',
  'needs-human': 'Nobody knows whether this mail was sent',
  unconfirmed: 'The delivery of this mail was not confirmed within three days',
  'ledger-differs': 'The record of reminders does not agree with what should have been sent',
  'says-done': 'The owner says that this is done',
  'hands-over': 'The owner says that somebody else takes over',
  'not-mine': 'The owner says that this is not theirs',
} as const;

export type ExceptionKind = keyof typeof exceptionKinds;

const remedies: Record<ExceptionKind, string> = {
  'no-owner': 'Choose somebody who answers for it.',
  departed: 'Choose who takes over everything they had.',
  bounced: 'Give them another address, or choose who takes over. If the address works again, say so.',
  complained:
    'Ask them about it. If it was a mistake, say so, and reminders go there again; if not, choose another owner.',
  'not-delivered': 'Tell them in another way what it says. Then clear this.',
  refused: 'Look at the mail for the reason, and tell them in another way what it says. Then clear this.',
  'needs-human': 'Ask them whether it came; if not, tell them what it says. Then clear this.',
  unconfirmed: 'Ask them whether it came; if not, tell them what it says. Then clear this.',
  'ledger-differs':
    'Look at its reminders, write to the owner yourself if one is missing, and tell whoever looks after the tracker what was found. Then clear this.',
  'says-done': 'Look at what they say. Record it, or decline it; either clears this.',
  'hands-over': 'Choose the new owner, or decline what they say; either clears this.',
  'not-mine': 'Choose another owner, or decline what they say; either clears this.',
};

/** Nobody leaves a team mailbox, so nobody can take over from it. */
const teamBounced = 'Give it another address. If the address works again, say so.';

// The runs keep its address as the settings say, and what is its duty is nobody else's.
const ofLiaisonTeam: Partial<Record<ExceptionKind, string>> = {
  bounced:
    'Have its address changed in the settings of the tracker, then say so here. If the address works again, say so.',
  complained: 'Ask who reported it. If it was a mistake, say so, and mail goes there again.',
};

/** What somebody can do about an exception: only what its contact's own kind allows. */
export function whatToDo(
  { kind, contactId: of }: Exception,
  about: Pick<Contact, 'kind'> | undefined,
): string {
  if (of === liaisonTeamId) return ofLiaisonTeam[kind] ?? remedies[kind];
  return kind === 'bounced' && about?.kind === 'team' ? teamBounced : remedies[kind];
}

/** One exception, from the moment it is raised until staff clear it. There is one of each kind for each subject at a time. */
export const exception = z.object({
  id: z.string(),
  kind: z.enum(Object.keys(exceptionKinds) as [ExceptionKind, ...ExceptionKind[]]),
  raisedAt: z.string(),
  caseId: z.string().optional(),
  number: z.int().optional(),
  contactId: contactId.optional(),
  mailId: z.string().optional(),
  /** What was found, where the kind alone does not say it. */
  detail: z.string().optional(),
  clearedAt: z.string().optional(),
  clearedBy: z.string().optional(),
  version: z.int(),
});

export type Exception = z.infer<typeof exception>;

type Subject = Pick<Exception, 'caseId' | 'number' | 'contactId' | 'mailId' | 'detail'>;

/** Raises an exception. Its id is made of what it is about, so that raising it twice is raising it once. */
export const raise = (kind: ExceptionKind, about: Subject, at: string): Exception => ({
  id: [kind, about.mailId ?? about.contactId ?? `${about.caseId}.${about.number}`].join('-'),
  kind,
  raisedAt: at,
  ...about,
  version: 1,
});

/** An exception once somebody, or what was heard since, has cleared it. */
export const cleared = (exception: Exception, by: string, at: string): Exception => ({
  ...exception,
  clearedAt: at,
  clearedBy: by,
});

/** Whether an exception is about an address to which nothing is sent until somebody has seen to it. */
export const isAboutAddress = ({ kind }: Pick<Exception, 'kind'>): boolean =>
  kind === 'bounced' || kind === 'complained';

/** Whether an exception stands for something an owner said, which staff decide on: recording it or declining it clears the exception. */
export const isSaid = ({ kind }: Pick<Exception, 'kind'>): boolean =>
  kind === 'says-done' || kind === 'hands-over' || kind === 'not-mine';

/** The page on which an exception is dealt with: where an owner or a successor is chosen, where what was said is decided on, or where it is cleared. */
export function actionOn(of: Exception): { text: string; path: string } {
  const { id, kind, caseId, number } = of;
  if (kind === 'departed')
    return { text: 'Choose who takes over', path: `/contacts/${of.contactId}/departure` };
  if (caseId !== undefined && number !== undefined) {
    const path = `/cases/${caseId}/recommendations/${number}`;
    if (kind === 'no-owner') return { text: 'Choose an owner', path: `${path}/owner` };
    if (isSaid(of)) return { text: 'See what they say', path: `${path}#said` };
  }
  return { text: isAboutAddress(of) ? 'See to the address' : 'Clear', path: `/exceptions/${id}/clear` };
}
