import { Page } from '../page-layout.tsx';
import type { PracticePerson } from './people.ts';

const part = { name: 'Practice sign-in' };

/** One button for each person: nobody here is real, so nobody has a password. */
export const WhoAreYou = ({ people, action }: { people: readonly PracticePerson[]; action: string }) => (
  <Page part={part} title="Who do you want to be?">
    <h1>Who do you want to be?</h1>
    <p>
      This is a practice sign-in for a tracker on this computer. Everybody here is made up and there is no
      password. Where the tracker is really used, your organisation’s own sign-in takes its place.
    </p>
    {people.map(({ sub, name, email }) => (
      <form method="post" action={action}>
        <button type="submit" name="who" value={sub}>{`Sign in as ${name}`}</button>
        <span class="hint">{email}</span>
      </form>
    ))}
  </Page>
);

export const CannotSignIn = ({ reason }: { reason: string }) => (
  <Page part={part} title="You cannot sign in like this">
    <h1>You cannot sign in like this</h1>
    <p>{reason}</p>
    <p>Go back to the tracker and sign in from there.</p>
  </Page>
);
