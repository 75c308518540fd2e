import { type Context, Hono } from 'hono';
import type { Session } from '../../../../shared/domain/session.ts';
import { roles, type Staff } from '../../../../shared/domain/staff.ts';
import { listBoards } from '../../../../shared/store/lists.ts';
import { endSession, listSessions } from '../../../../shared/store/sessions.ts';
import { listStaff } from '../../../../shared/store/staff.ts';
import { ButtonLink } from '../../components/button-link.tsx';
import { Table } from '../../components/table.tsx';
import { readForm } from '../../forms/posted-form.ts';
import { FormToken } from '../form-token.tsx';
import { type Site, show } from '../site.tsx';
import { Success, savedBefore } from '../success.tsx';
import { momentInWords } from '../time-words.ts';

/** Who may sign in, and who is signed in now. */
export const staffPages = (site: Site): Hono =>
  new Hono()
    .get('/staff', (c) => showStaff(c, site))
    .post('/staff/sign-out', async (c) => {
      const session = (await readForm(c)).get('session');
      const listed = await listSessions(site.table, site.wall.now());
      if (listed.some(({ id }) => id === session)) {
        await endSession(site.table, session, site.wall.now());
        site.log.info('A session was ended by an administrator', {
          event: 'session-ended',
          session,
          by: site.desk.byId,
        });
      }
      return c.redirect('/staff?saved=session-ended', 303);
    });

async function showStaff(c: Context, site: Site) {
  const [staff, boards] = [await listStaff(site.table), await listBoards(site.table)];
  const sessions = await listSessions(site.table, site.wall.now());
  const boardNames = new Map(boards.map(({ id, name }) => [id, name]));
  const left = staff.filter(({ status }) => status === 'left');
  return show(c, site, {
    title: 'Who may sign in',
    breadcrumbs: [{ text: 'Settings', href: '/settings' }, { text: 'Who may sign in' }],
    children: (
      <>
        <Success of={savedBefore(c)} />
        <h1 class="govuk-heading-l">Who may sign in</h1>
        <ButtonLink href="/staff/new">Add somebody</ButtonLink>
        <Table
          caption="Who may sign in"
          captionHidden
          firstCellIsHeader
          columns={[{ text: 'Name' }, { text: 'May do' }, { text: 'Limited to' }, { text: 'Change' }]}
          rows={staff
            .filter(({ status }) => status === 'active')
            .map((each) => staffCells(each, boardNames, site.person.id))}
        />
        <h2 class="govuk-heading-m">Signed in now</h2>
        <Table
          caption="Signed in now"
          captionHidden
          firstCellIsHeader
          columns={[{ text: 'Name' }, { text: 'Since' }, { text: 'Last seen' }, { text: 'End' }]}
          rows={sessions.map((each) => sessionCells(each, staff, site))}
        />
        {left.length > 0 && <NoLonger left={left} />}
      </>
    ),
  });
}

const staffCells = (staff: Staff, boards: ReadonlyMap<string, string>, ownId: string) => [
  <>
    {staff.name}
    <span class="tracker-under">{staff.email}</span>
  </>,
  roles[staff.role],
  [...staff.scope.bodies, ...staff.scope.boards.map((id) => boards.get(id) ?? id)].join(', ') || 'No limit',
  <>
    {staff.id === ownId ? 'This is you' : <StaffLink {...staff} to="change" text="Change" />}
    {staff.id !== ownId && <StaffLink {...staff} to="end" text="End access" />}
    <StaffLink {...staff} to="history" text="History" />
  </>,
];

const StaffLink = ({ id, name, to, text }: { id: string; name: string; to: string; text: string }) => (
  <span class="tracker-under">
    <a class="govuk-link" href={`/staff/${id}/${to}`}>
      {text}
      <span class="govuk-visually-hidden">{`: ${name}`}</span>
    </a>
  </span>
);

function sessionCells({ id, of, startedAt, lastSeenAt }: Session, staff: readonly Staff[], site: Site) {
  const name =
    'staffId' in of ? (staff.find((each) => each.id === of.staffId)?.name ?? 'Somebody') : of.email;
  return [
    'staffId' in of ? name : `${name} (an owner)`,
    momentInWords(startedAt),
    momentInWords(lastSeenAt),
    id === site.person.sessionId ? (
      'This is you'
    ) : (
      <form method="post" action="/staff/sign-out">
        <FormToken person={site.person} />
        <button type="submit" class="tracker-link-button" name="session" value={id}>
          Sign out
          <span class="govuk-visually-hidden">{`: ${name}, since ${momentInWords(startedAt)}`}</span>
        </button>
      </form>
    ),
  ];
}

const NoLonger = ({ left }: { left: readonly Staff[] }) => (
  <>
    <h2 class="govuk-heading-m">Can no longer sign in</h2>
    <ul class="govuk-list">
      {left.map(({ id, name, email }) => (
        <li>
          {`${name}, ${email} `}
          <a class="govuk-link" href={`/staff/${id}/history`}>
            History<span class="govuk-visually-hidden">{`: ${name}`}</span>
          </a>
        </li>
      ))}
    </ul>
  </>
);
