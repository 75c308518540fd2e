import { Hono } from 'hono';
import { seesAll } from '../../../shared/domain/scope.ts';
import { mayDo } from '../../../shared/domain/staff.ts';
import { SummaryList } from '../components/summary-list.tsx';
import { retentionPath, retentionTitle } from './retention/due.tsx';
import { type Site, show } from './site.tsx';

const settings = [
  {
    text: 'Reminder stages',
    href: '/settings/stages',
    says: 'When the owner of a recommendation is written to, and from when their manager and the chair of the board are too.',
  },
  {
    text: 'Wording of mails',
    href: '/settings/wording',
    says: 'What each kind of mail asks people to do, how it begins and how it ends.',
  },
  {
    text: 'Who gets mail',
    href: '/settings/sending',
    says: 'Everyone, only some addresses while you try things out, or nobody.',
  },
  {
    text: 'Boards',
    href: '/boards',
    says: 'The boards that oversee recommendations, their chairs and when they meet.',
  },
  {
    text: 'Contacts',
    href: '/contacts',
    says: 'The people and teams who own recommendations, and who stands in for whom.',
  },
] as const;

/** Only for who may look at everything there is. */
const ofAdministrators = [
  {
    text: 'Who may sign in',
    href: '/staff',
    says: 'Who of the staff may use this, what they may do, and who is signed in now.',
  },
  {
    text: retentionTitle,
    href: retentionPath,
    says: 'What of people nobody needs any more, to be removed, and the rules it goes by.',
  },
];

const maySeeAll = ({ person }: Site) => mayDo(person.role, 'administrator') && seesAll(person.scope);

/** What an organisation can set, each with what it is for. */
export const settingsPages = (site: Site): Hono =>
  new Hono().get('/settings', (c) =>
    show(c, site, {
      title: 'Settings',
      children: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <h1 class="govuk-heading-l">Settings</h1>
            <SummaryList
              rows={[...settings, ...(maySeeAll(site) ? ofAdministrators : [])].map(
                ({ text, href, says }) => ({
                  key: (
                    <a class="govuk-link" href={href}>
                      {text}
                    </a>
                  ),
                  value: says,
                }),
              )}
            />
          </div>
        </div>
      ),
    }),
  );
