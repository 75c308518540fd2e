import { tokenField } from '../forms/form-proof.tsx';
import type { Person } from '../gate/person.ts';

/** What a form that signs somebody out brings back: that it was shown to this session, and not made by another site. Twice is the same as once. */
export const FormToken = ({ person }: { person: Person }) => (
  <input type="hidden" name={tokenField} value={person.formToken} />
);
