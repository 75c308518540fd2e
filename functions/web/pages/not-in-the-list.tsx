/** The hint of a box to choose a person from: what to do about somebody who is not in its list. */
export const NotInTheList = () => (
  <>
    Somebody who is not in the list can be{' '}
    <a class="govuk-link" href="/contacts/new">
      added to the contacts
    </a>{' '}
    first
  </>
);
