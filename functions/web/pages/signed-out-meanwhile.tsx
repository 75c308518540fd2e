import type { Context } from 'hono';
import { ButtonLink } from '../components/button-link.tsx';
import { type Front, show } from './site.tsx';
import { whatWasTyped } from './what-was-typed.tsx';

/** A form came from somebody who is signed in no longer: what they typed is on the page, and the way back to the form. */
export async function showSignedOutMeanwhile(
  c: Context,
  front: Front,
  { signInHref, homeHref }: { signInHref: string; homeHref: string },
) {
  const title = 'You were signed out, and nothing was saved';
  const children = (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          You were signed out before you sent the form. Sign in again, then fill the form in once more.
        </p>
        {await whatWasTyped(c)}
        <ButtonLink href={signInHref}>Sign in again</ButtonLink>
      </div>
    </div>
  );
  return show(c, front, { title, homeHref, children }, 401);
}
