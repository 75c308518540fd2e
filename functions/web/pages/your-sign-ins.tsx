import { Hono } from 'hono';
import type { Session } from '../../../shared/domain/session.ts';
import { endSession, sessionsOfPerson } from '../../../shared/store/sessions.ts';
import { Button } from '../components/button.tsx';
import { Table } from '../components/table.tsx';
import { dropSecret } from '../gate/cookies.ts';
import { FormToken } from './form-token.tsx';
import { type Site, show } from './site.tsx';
import { momentInWords } from './time-words.ts';

const title = 'Where you are signed in';

/** Where somebody of the staff is signed in, and the way out of everywhere at once (OWASP ASVS 5.0, 7.5.2). */
export const yourSignInsPages = (site: Site): Hono =>
  new Hono()
    .get('/account', async (c) => {
      const sessions = await ownSessions(site);
      return show(c, site, {
        title,
        children: (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <h1 class="govuk-heading-l">{title}</h1>
              <Table
                caption={title}
                captionHidden
                columns={[{ text: 'Signed in' }, { text: 'Last seen' }, { text: 'Browser' }]}
                rows={sessions.map((each) => cellsOf(each, site))}
              />
              <p class="govuk-body">
                If one of these was not you, sign out everywhere and tell an administrator.
              </p>
              <form method="post" action="/account/sign-out">
                <FormToken person={site.person} />
                <Button variant="warning">Sign out everywhere</Button>
              </form>
            </div>
          </div>
        ),
      });
    })
    .post('/account/sign-out', async (c) => {
      for (const { id } of await ownSessions(site)) await endSession(site.table, id, site.wall.now());
      site.log.info('Somebody of the staff signed out everywhere', {
        event: 'signed-out',
        staffId: site.person.id,
      });
      dropSecret(c, 'session');
      c.header('clear-site-data', '"cache", "storage"');
      return c.redirect('/signed-out', 303);
    });

const ownSessions = ({ table, wall, person }: Site): Promise<Session[]> =>
  sessionsOfPerson(table, { staffId: person.id }, wall.now());

const cellsOf = ({ id, startedAt, lastSeenAt }: Session, { person }: Site) => [
  momentInWords(startedAt),
  momentInWords(lastSeenAt),
  id === person.sessionId ? 'This one' : 'Another',
];
