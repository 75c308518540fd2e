import type { Person } from '../gate/person.ts';

/** The field that says whose session a form was shown in. */
export const tokenField = 'token';

/** The field that tells one showing of a form from every other. */
export const onceField = 'once';

/** For whom a form is shown, and where chance comes from. */
type Shown = { person: Pick<Person, 'formToken'>; newId(): string };

/**
 * What every form that is posted here brings back unseen, and no form that goes elsewhere: that it was shown in the session of whoever posts
 * it, and which showing of it this is, so that what it asks for is done once however often it is posted.
 */
export const FormProof = ({ site: { person, newId } }: { site: Shown }) => (
  <>
    <input type="hidden" name={tokenField} value={person.formToken} />
    <input type="hidden" name={onceField} value={newId()} />
  </>
);
