import type { Instant } from '../../../shared/domain/london.ts';
import type { Scope } from '../../../shared/domain/scope.ts';
import type { Role } from '../../../shared/domain/staff.ts';

type SignedIn = {
  /** As the history names them. */
  name: string;
  sessionId: string;
  /** What every form of theirs brings back, so that a form of another site is known. */
  formToken: string;
};

/** Somebody of the liaison staff, as signed in. */
export type StaffPerson = SignedIn & {
  kind: 'staff';
  id: string;
  role: Role;
  scope: Scope;
  /** When they proved to their provider who they are, where that is known. */
  provenAt?: Instant | undefined;
};

/** An owner who typed the code that was sent to their address: every contact that has it. */
export type OwnerPerson = SignedIn & { kind: 'owner'; contactIds: readonly string[]; email: string };

/** Who asks. */
export type Person = StaffPerson | OwnerPerson;
