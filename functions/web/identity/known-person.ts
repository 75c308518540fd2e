import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { mayDo, type Staff, staffInput } from '../../../shared/domain/staff.ts';
import { save } from '../../../shared/store/save.ts';
import { leadFromSubject, listStaff, staffWithEmail, staffWithSubject } from '../../../shared/store/staff.ts';
import { addStaff } from '../moves/add-staff.ts';
import { type Desk, decideAgain, eventOf } from '../moves/desk.ts';
import type { Proven } from './identity.ts';

type Front = Pick<Desk, 'table' | 'clock' | 'newId'> & {
  /** Addresses, in small letters, that the settings name for as long as nobody is an administrator. */
  administrators: readonly string[];
};

/**
 * Who of the staff somebody is who has proved to the identity provider who they are, or why they are let in nowhere. By issuer and subject
 * where they have signed in before; the first time by an address that is vouched for, and from then on nobody else is let in by it.
 */
export const knownPerson = (front: Front, proven: Proven): Promise<Staff | Refusal> =>
  decideAgain(async () => {
    const known = await staffWithSubject(front.table, proven);
    if (known?.status === 'active') return known;
    const email = staffInput.shape.email.safeParse(proven.email).data;
    if (!email || !proven.emailVerified) return notVouchedFor;
    const named = (await staffWithEmail(front.table, email)) ?? (await firstOne(front, proven, email));
    return named && !isRefusal(named) ? firstSignIn(front, named, proven) : (named ?? unknown(email));
  });

const notVouchedFor = refuse(
  'not-vouched-for',
  'Your organisation’s sign-in does not confirm that your email address is yours',
);

const unknown = (email: string) => refuse('unknown-person', `Nobody with the address ${email} can use this`);

/** The first administrator is the one that the settings name; every other is added by an administrator. */
async function firstOne(front: Front, { name }: Proven, email: string): Promise<Staff | Refusal | undefined> {
  if (!front.administrators.includes(email)) return undefined;
  const others = (await listStaff(front.table)).filter(({ status }) => status === 'active');
  if (others.some(({ role }) => mayDo(role, 'administrator'))) return undefined;
  return addStaff(
    { ...front, by: 'Settings of the tracker' },
    {
      name: staffInput.shape.name.safeParse(name).data ?? email,
      email,
      role: 'administrator',
      bodies: [],
      boards: [],
    },
    'Named in the settings as the first administrator',
  );
}

async function firstSignIn(front: Front, before: Staff, proven: Proven): Promise<Staff | Refusal> {
  const { issuer, sub } = proven;
  if (before.status === 'left')
    return refuse('has-left', `${before.email} can no longer use this: their access was ended`);
  // Another provider than before knows everybody by other names; the same one never gives somebody a new one.
  if (before.subject?.issuer === issuer)
    return refuse('somebody-else', `${before.email} has been used here by another account of that name`);
  const after: Staff = { ...before, subject: { issuer, sub } };
  const { creates, updates } = await leadFromSubject(front.table, { issuer, sub }, before.id);
  const desk: Desk = { ...front, by: before.name, byId: `staff:${before.id}` };
  const saved = await save(front.table, {
    creates,
    updates: [{ kind: 'staff', before, after }, ...updates],
    event: eventOf(desk, 'first-sign-in', { staffId: before.id }),
  });
  return saved ?? { ...after, version: before.version + 1 };
}
