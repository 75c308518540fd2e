import { type Context, Hono } from 'hono';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { historyOf } from '../../../shared/store/audit.ts';
import { chainKey } from '../../../shared/store/chain-keys.ts';
import type { Table } from '../../../shared/store/table.ts';
import {
  findBoardAt,
  findByAddress,
  findCase,
  findContactAt,
  findStaffAt,
  toBoards,
  toContacts,
  toStaff,
} from './addressed.ts';
import { FullHistory, namedIn } from './full-history.tsx';
import { contactsNamed, recommendationHref } from './names.ts';
import { showRefusal, toCases } from './notice-page.tsx';
import { type Site, show } from './site.tsx';

/** The whole history of a case, recommendation, contact or board: each move, what was before and after it, and whether any of it was altered. */
export const historyPages = (site: Site): Hono =>
  new Hono()
    .get('/cases/:caseId/recommendations/:number/history', async (c) => {
      const found = await findByAddress(site.table, c.req.param());
      if (isRefusal(found)) return showRefusal(c, site, found, toCases);
      const { reference, title, id } = found.file.learningCase;
      const { caseId, number } = found.entry.recommendation;
      const heading = `Recommendation ${number}`;
      return show(c, site, {
        title: `History of ${reference} recommendation ${number}`,
        current: '/cases',
        breadcrumbs: [
          { text: 'Cases', href: '/cases' },
          { text: reference, href: `/cases/${id}` },
          { text: heading, href: recommendationHref({ caseId, number }) },
          { text: 'History' },
        ],
        children: (
          <HistoryOf
            caption={`${reference}, ${title}`}
            heading={`History of recommendation ${number}`}
            {...(await gather(site.table, { caseId, number }))}
          />
        ),
      });
    })
    .get('/cases/:caseId/history', async (c) => {
      const found = await findCase(site.table, c.req.param('caseId'));
      if (isRefusal(found)) return showRefusal(c, site, found, toCases);
      const { id, reference: name, title: caption } = found;
      return showHistory(c, site, { section: cases, name, id, caption, of: { caseId: id } });
    })
    .get('/contacts/:id/history', async (c) => {
      const contact = await findContactAt(site.table, c.req.param('id'));
      if (isRefusal(contact)) return showRefusal(c, site, contact, toContacts);
      const { id: contactId, name, post } = contact;
      return showHistory(c, site, {
        section: contacts,
        name,
        id: contactId,
        caption: post,
        of: { contactId },
      });
    })
    .get('/boards/:id/history', async (c) => {
      const board = await findBoardAt(site.table, c.req.param('id'));
      if (isRefusal(board)) return showRefusal(c, site, board, toBoards);
      const { id: boardId, name } = board;
      return showHistory(c, site, { section: boards, name, id: boardId, caption: 'Board', of: { boardId } });
    })
    .get('/staff/:id/history', (c) => showStaffHistory(c, site, c.req.param('id')));

const cases = { text: 'Cases', href: '/cases' } as const;
const contacts = { text: 'Contacts', href: '/contacts' } as const;
const boards = { text: 'Boards', href: '/boards' } as const;

type Shown = {
  section: typeof cases | typeof contacts | typeof boards;
  id: string;
  name: string;
  caption: string;
  of: Parameters<typeof chainKey>[0];
};

async function showHistory(c: Context, site: Site, { section, id, name, caption, of }: Shown) {
  return show(c, site, {
    title: `History of ${name}`,
    current: section.href,
    breadcrumbs: [section, { text: name, href: `${section.href}/${id}` }, { text: 'History' }],
    children: (
      <HistoryOf caption={caption} heading={`History of ${name}`} {...(await gather(site.table, of))} />
    ),
  });
}

async function showStaffHistory(c: Context, site: Site, named: string) {
  const staff = await findStaffAt(site.table, named);
  if (isRefusal(staff)) return showRefusal(c, site, staff, toStaff);
  const { id: staffId, name, email } = staff;
  return show(c, site, {
    title: `History of ${name}`,
    breadcrumbs: [{ text: 'Who may sign in', href: '/staff' }, { text: 'History' }],
    children: (
      <HistoryOf
        caption={email}
        heading={`History of ${name}`}
        {...(await gather(site.table, { staffId }))}
      />
    ),
  });
}

type Gathered = Parameters<typeof FullHistory>[0];

async function gather(table: Table, of: Parameters<typeof chainKey>[0]): Promise<Gathered> {
  const history = await historyOf(table, chainKey(of));
  return { history, contacts: await contactsNamed(table, namedIn(history)) };
}

const HistoryOf = ({ caption, heading, ...gathered }: Gathered & { caption: string; heading: string }) => (
  <>
    <span class="govuk-caption-l">{caption}</span>
    <h1 class="govuk-heading-l">{heading}</h1>
    <FullHistory {...gathered} />
  </>
);
