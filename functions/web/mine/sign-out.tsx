import { Hono } from 'hono';
import { endSession } from '../../../shared/store/sessions.ts';
import { Button } from '../components/button.tsx';
import { tokenField } from '../forms/form-proof.tsx';
import { dropSecret } from '../gate/cookies.ts';
import { show } from '../pages/site.tsx';
import type { OwnerSite } from './owner-site.ts';

const title = 'Sign out';

/** Ends the session of an owner for good; what the browser keeps of these pages goes with it. */
export const ownerSignOutPages = (site: OwnerSite): Hono =>
  new Hono()
    .get('/mine/sign-out', (c) =>
      show(c, site, {
        title,
        backLink: { href: '/mine' },
        children: (
          <form method="post" action="/mine/sign-out" novalidate>
            <h1 class="govuk-heading-l">{title}</h1>
            <input type="hidden" name={tokenField} value={site.person.formToken} />
            <p class="govuk-body">{`You are signed in with ${site.person.email}.`}</p>
            <Button>{title}</Button>
          </form>
        ),
      }),
    )
    .post('/mine/sign-out', async (c) => {
      const { table, wall, log, person } = site;
      await endSession(table, person.sessionId, wall.now());
      log.info('An owner signed out', { event: 'signed-out', contactIds: person.contactIds });
      dropSecret(c, 'owner');
      c.header('clear-site-data', '"cache", "storage"');
      return c.redirect('/mine/sign-in', 303);
    });
