import { type Context, Hono } from 'hono';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { today as todayOf } from '../../../../shared/runtime/clock.ts';
import { historyOf } from '../../../../shared/store/audit.ts';
import type { CaseFile, RecommendationFile } from '../../../../shared/store/case-file.ts';
import { chainKey } from '../../../../shared/store/chain-keys.ts';
import { contentKey } from '../../../../shared/store/keys.ts';
import { readMany } from '../../../../shared/store/read.ts';
import { readCalendar } from '../../../../shared/store/stage-plans.ts';
import { viewRecommendation } from '../../case-view.ts';
import { findByAddress } from '../addressed.ts';
import { namedIn } from '../full-history.tsx';
import { boardsNamed, contactsNamed } from '../names.ts';
import { showRefusal, toCases } from '../notice-page.tsx';
import { mailsCarrying } from '../reminder-table.tsx';
import { type Site, show } from '../site.tsx';
import { Pack, type Proof } from './pack.tsx';

/** Everything that was asked, promised, sent, answered and done about one recommendation, by whom, on one page to be printed. */
export const proofPages = (site: Site): Hono =>
  new Hono().get('/cases/:caseId/recommendations/:number/proof', async (c) => {
    const found = await findByAddress(site.table, c.req.param());
    return isRefusal(found) ? showRefusal(c, site, found, toCases) : showProof(c, site, found);
  });

async function showProof(
  c: Context,
  site: Site,
  { file, entry }: { file: CaseFile; entry: RecommendationFile },
) {
  const { reference, id } = file.learningCase;
  const { number } = entry.recommendation;
  return show(c, site, {
    title: `Proof pack of ${reference} recommendation ${number}`,
    current: '/cases',
    breadcrumbs: [
      { text: 'Cases', href: '/cases' },
      { text: reference, href: `/cases/${id}` },
      { text: `Recommendation ${number}`, href: `/cases/${id}/recommendations/${number}` },
      { text: 'Proof pack' },
    ],
    children: <Pack {...(await gather(site, file, entry))} />,
  });
}

async function gather(site: Site, file: CaseFile, entry: RecommendationFile): Promise<Proof> {
  const { table, clock, holidays, organisation } = site;
  const { recommendation, reminders, deadlines } = entry;
  const today = todayOf(clock);
  const [calendar, history, mails, contents] = await Promise.all([
    readCalendar(table, holidays),
    historyOf(table, chainKey(recommendation)),
    mailsCarrying(table, reminders),
    readMany(table, 'content', [...new Set(reminders.map(({ mailId }) => mailId))].map(contentKey)),
  ]);
  const [boards, contacts] = await Promise.all([
    boardsNamed(table, [recommendation.boardId]),
    contactsNamed(table, [
      recommendation.ownerId,
      ...deadlines.map(({ ownerId }) => ownerId),
      ...reminders.map(({ recipientId }) => recipientId),
      ...namedIn(history),
    ]),
  ]);
  return {
    file,
    view: viewRecommendation(entry, today, calendar),
    board: boards.get(recommendation.boardId ?? '')?.name,
    today,
    madeAt: clock.now(),
    organisation,
    calendar,
    contacts,
    history,
    mails,
    contents: new Map(contents.map((each) => [each.mailId, each])),
  };
}
