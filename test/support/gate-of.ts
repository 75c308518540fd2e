import type { Gate } from '../../functions/web/gate/gate.ts';
import type { OwnerPerson, StaffPerson } from '../../functions/web/gate/person.ts';
import { asInstant } from '../../shared/domain/london.ts';

/** One of the staff who may do everything, or is what a test says of them. */
export const sampleStaff = (of: Partial<StaffPerson> = {}): StaffPerson => ({
  kind: 'staff',
  id: 'sample-staff',
  name: 'Liaison staff',
  role: 'administrator',
  scope: { bodies: [], boards: [] },
  sessionId: 'sample-session',
  formToken: 'sample-token',
  // Signs in anew all the time, as it were: what needs a fresh sign-in has tests of its own.
  provenAt: asInstant('2999-12-31T00:00:00.000Z'),
  ...of,
});

/** A gate at which always the same people ask. */
export const gateOf = (staff?: StaffPerson, owner?: OwnerPerson): Gate => ({
  staff: async () => staff,
  owner: async () => owner,
});
