import type { Person } from '../gate/person.ts';

/** What every form brings back to show that it was shown to this session, and not made by another site. */
export const FormToken = ({ person }: { person: Person }) => (
  <input type="hidden" name="token" value={person.formToken} />
);
