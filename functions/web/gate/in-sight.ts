import type { Board } from '../../../shared/domain/board.ts';
import type { Case } from '../../../shared/domain/case.ts';
import type { Exception } from '../../../shared/domain/exception.ts';
import type { Link, LinkTarget } from '../../../shared/domain/link.ts';
import type { Mail } from '../../../shared/domain/mail.ts';
import { looksAfter, seesAll } from '../../../shared/domain/scope.ts';
import { today } from '../../../shared/runtime/clock.ts';
import type { CaseFile } from '../../../shared/store/case-file.ts';
import * as lists from '../../../shared/store/lists.ts';
import { mailsNamed } from '../../../shared/store/mails-named.ts';
import { cursorAfter, type Page } from '../../../shared/store/read.ts';
import type { Site } from '../pages/site.tsx';

// What the lists hold of somebody's own. Each reads what everybody's list reads, and leaves out what hidden.ts would hide one by one.

type Of = { caseId: string; number: number };

/** Which recommendations, and cases with one of them, somebody sees. */
type Sight = { recommendation(of: Of): boolean; case(id: string): boolean };

async function sightOf({ catalogue }: Site): Promise<Sight> {
  const rows = await catalogue.rows();
  const recommendations = new Set(rows.map(({ caseId, number }) => `${caseId} ${number}`));
  const cases = new Set(rows.map(({ caseId }) => caseId));
  return {
    recommendation: ({ caseId, number }) => recommendations.has(`${caseId} ${number}`),
    case: (id) => cases.has(id),
  };
}

/** How one list is read by somebody who does not see all of it. */
type Partly<T> = {
  readPage(cursor?: string): Promise<Page<T>>;
  sees(each: T): boolean;
  cursorAfter(each: T): string;
};

/**
 * One page of what somebody sees. It goes on after the last that they see: the cursor of the whole list could name what is hidden. And it goes
 * on only to more that they see, so that nobody learns from an empty page that there is something.
 */
async function pageInSight<T>(list: Partly<T>, cursor: string | undefined): Promise<Page<T>> {
  const { items, next } = await firstInSight(list, cursor);
  const isMore = next !== undefined && (await firstInSight(list, next)).items.length > 0;
  return { items, next: isMore ? list.cursorAfter(items.at(-1)!) : undefined };
}

/** The next page of the whole list of which they see anything. */
async function firstInSight<T>({ readPage, sees }: Partly<T>, cursor: string | undefined): Promise<Page<T>> {
  for (let from = cursor; ; ) {
    const { items, next } = await readPage(from);
    const seen = items.filter(sees);
    if (seen.length > 0 || !next) return { items: seen, next };
    from = next;
  }
}

/** The cases that somebody sees, the most recently made first. */
export async function casesInSight(site: Site, cursor?: string): Promise<Page<Case>> {
  const readPage = (from?: string) => lists.listCases(site.table, from);
  const { scope } = site.person;
  if (seesAll(scope)) return readPage(cursor);
  const sight = await sightOf(site);
  const sees = (each: Case) => sight.case(each.id) || looksAfter(scope, each.body);
  return pageInSight({ readPage, sees, cursorAfter: (each) => cursorAfter('case', each) }, cursor);
}

/** The mails of a month that tell only of what somebody sees, the newest first. */
export async function mailsInSight(site: Site, month: string, cursor?: string): Promise<Page<Mail>> {
  const readPage = (from?: string) => lists.listMails(site.table, month, from);
  if (seesAll(site.person.scope)) return readPage(cursor);
  const sees = isMailIn(await sightOf(site));
  return pageInSight({ readPage, sees, cursorAfter: (each) => cursorAfter('mail', each) }, cursor);
}

// A summary tells of everything.
const isMailIn =
  (sight: Sight) =>
  ({ kind, lines }: Mail): boolean =>
    kind !== 'summary' && lines.every(sight.recommendation);

/** What needs attention of what somebody sees. */
export async function attentionInSight(site: Site, cursor?: string): Promise<Page<lists.Attention>> {
  const readPage = (from?: string) => lists.listAttention(site.table, today(site.clock), from);
  if (seesAll(site.person.scope)) return readPage(cursor);
  const sight = await sightOf(site);
  const sees = (each: lists.Attention) => sight.recommendation(Object.values(each)[0]);
  return pageInSight({ readPage, sees, cursorAfter: cursorAfterAttention }, cursor);
}

function cursorAfterAttention(each: lists.Attention): string {
  if ('deadline' in each) return cursorAfter('deadline', each.deadline);
  if ('proposal' in each) return cursorAfter('proposal', each.proposal);
  return cursorAfter('recommendation', each.recommendation);
}

/** The open exceptions about what somebody sees; one about a contact is for who sees everything, because only they change contacts. */
export async function exceptionsInSight(site: Site): Promise<Exception[]> {
  const all = await lists.listExceptions(site.table);
  if (seesAll(site.person.scope)) return all;
  const [sight, mails] = await Promise.all([
    sightOf(site),
    mailsNamed(
      site.table,
      all.map(({ mailId }) => mailId),
    ),
  ]);
  return all.filter(({ mailId, caseId, number, contactId }) => {
    const mail = mails.get(mailId ?? '');
    if (mailId) return mail !== undefined && isMailIn(sight)(mail);
    if (!caseId) return !contactId;
    return number === undefined ? sight.case(caseId) : sight.recommendation({ caseId, number });
  });
}

/** What somebody sees of all that is linked to one thing. */
export async function linkedInSight(site: Site, target: LinkTarget): Promise<Link[]> {
  const all = await lists.listLinked(site.table, target);
  return seesAll(site.person.scope) ? all : all.filter((await sightOf(site)).recommendation);
}

/** The boards that somebody looks after, by name. */
export async function boardsInSight({ table, person }: Pick<Site, 'table' | 'person'>): Promise<Board[]> {
  const { boards } = person.scope;
  return (await lists.listBoards(table)).filter(({ id }) => boards.length === 0 || boards.includes(id));
}

/** A case as somebody sees it: of its recommendations, their histories and mails only what is theirs. */
export function fileInSight({ person, sees }: Site, file: CaseFile): CaseFile {
  if (seesAll(person.scope)) return file;
  const recommendations = file.recommendations.filter(({ recommendation }) => sees(recommendation));
  const numbers = new Set(recommendations.map(({ recommendation }) => recommendation.number));
  const events = file.events.filter(({ number }) => number === undefined || numbers.has(number));
  return { ...file, recommendations, events };
}
