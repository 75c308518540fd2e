import type { Person } from '../gate/person.ts';
import { FormToken } from './form-token.tsx';

/** Who is signed in, and the way out. */
export const Account = ({ person }: { person: Person }) => (
  <>
    {person.kind === 'staff' ? (
      <a class="tracker-header__link" href="/account">
        {person.name}
      </a>
    ) : (
      <span>{person.name}</span>
    )}
    <form method="post" action={person.kind === 'staff' ? '/sign-out' : '/mine/sign-out'}>
      <FormToken person={person} />
      <button type="submit" class="tracker-header__button">
        Sign out
      </button>
    </form>
  </>
);
