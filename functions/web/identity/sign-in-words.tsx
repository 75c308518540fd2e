import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import { reasonOf } from '../../../shared/runtime/log.ts';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/button-link.tsx';
import type { StaffPerson } from '../gate/person.ts';
import { FormToken } from '../pages/form-token.tsx';
import { showNotice } from '../pages/notice-page.tsx';
import { type Front, show } from '../pages/site.tsx';

/** Somebody came by a link from elsewhere, and begins by themselves. */
export const showBegin = (c: Context, front: Front, to: string) =>
  showNotice(c, front, 200, {
    title: 'Sign in to the Recommendation Tracker',
    children: (
      <>
        <p class="govuk-body">You sign in with the account of your organisation.</p>
        <ButtonLink href={`/sign-in?to=${encodeURIComponent(to)}`} start>
          Sign in
        </ButtonLink>
      </>
    ),
  });

/** The answer came too late, from another browser, a second time, or was no proof: nothing of that is worth telling apart. */
export const showOver = (c: Context, front: Front) =>
  showNotice(c, front, 400, {
    title: 'You have not been signed in',
    children: (
      <>
        <p class="govuk-body">
          A sign-in lasts ten minutes, and counts once, in the browser in which it was begun.
        </p>
        <ButtonLink href={`${front.serviceUrl}/sign-in`}>Sign in again</ButtonLink>
      </>
    ),
  });

/** Somebody proved who they are, and is not among those who may use this. */
export const showNotLetIn = async (c: Context, front: Front, { message }: Refusal) => {
  const endUrl = await endAtProvider(front);
  return showNotice(c, front, 403, {
    title: 'You cannot use this service',
    children: (
      <>
        <p class="govuk-body">{`${message}.`}</p>
        <p class="govuk-body">
          If you should be able to, ask the liaison team at{' '}
          <a class="govuk-link" href={`mailto:${front.liaisonEmail}`}>
            {front.liaisonEmail}
          </a>
          . An administrator adds people there.
        </p>
        <p class="govuk-body">
          If reminders are sent to you, open the link in one of them instead: it leads to what is yours.
        </p>
        {endUrl && <EndThere href={endUrl}>Sign in with another account</EndThere>}
      </>
    ),
  });
};

export const showSignOut = (c: Context, front: Front, person: StaffPerson) =>
  show(
    c,
    { ...front, person },
    {
      title: 'Sign out',
      children: (
        <form method="post" action="/sign-out">
          <FormToken person={person} />
          <h1 class="govuk-heading-l">Do you want to sign out?</h1>
          <Button>Sign out</Button>
        </form>
      ),
    },
  );

export const showSignedOut = async (c: Context, front: Front) => {
  const endUrl = await endAtProvider(front);
  return show(c, front, {
    title: 'You have signed out',
    children: (
      <>
        <h1 class="govuk-heading-l">You have signed out</h1>
        <ButtonLink href="/sign-in">Sign in again</ButtonLink>
        {endUrl && <EndThere href={endUrl}>Sign out of your organisation’s sign-in as well</EndThere>}
      </>
    ),
  });
};

const EndThere = ({ href, children }: { href: string; children: Child }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={href}>
      {children}
    </a>
  </p>
);

// Whoever has signed out has signed out, whether or not the provider answers.
async function endAtProvider({ identity, log }: Front): Promise<string | undefined> {
  try {
    return await identity.endUrl();
  } catch (error) {
    log.warn('The identity provider does not answer', { reason: reasonOf(error) });
    return undefined;
  }
}
