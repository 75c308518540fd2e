import { stringify } from 'csv-stringify/sync';
import { Hono } from 'hono';
import { ageOf, ages } from '../../../../shared/domain/age.ts';
import { sources } from '../../../../shared/domain/clocks.ts';
import { linkKinds } from '../../../../shared/domain/link.ts';
import { rags } from '../../../../shared/domain/rag.ts';
import { acceptances } from '../../../../shared/domain/recommendation.ts';
import { priorities } from '../../../../shared/domain/row-filter.ts';
import { type RowOnDay, timesMoved } from '../../../../shared/domain/row-on-day.ts';
import { ragOfRow } from '../../../../shared/domain/sifted-rows.ts';
import { standings } from '../../../../shared/domain/standing.ts';
import { defused } from '../../../../shared/extract/list/formula.ts';
import { readAsked } from '../../forms/filter-form.ts';
import { gatherList, type Listed } from '../../gather-list.ts';
import { fromDue } from '../deadline-words.ts';
import type { Site } from '../site.tsx';

// Spreadsheets on Windows take a file for UTF-8 only when it begins so.
const byteOrderMark = '\ufeff';

type Column = (seen: RowOnDay, listed: Listed) => string | number | null | undefined;

const columns: Record<string, Column> = {
  Reference: ({ row }) => row.reference,
  Recommendation: ({ row }) => row.number,
  'Force reference': ({ row }) => row.forceReference,
  Case: ({ row }) => row.title,
  'What was recommended (beginning)': ({ row }) => row.start,
  'Addressed to': ({ row }) => row.addressee,
  Board: ({ row }, { boards }) => boards.get(row.boardId ?? '')?.name,
  Owner: ({ row }, { contacts }) => contacts.get(row.ownerId ?? '')?.name,
  'Owner’s email': ({ row }, { contacts }) => contacts.get(row.ownerId ?? '')?.email,
  Standing: ({ standing }) => standings[standing],
  'Red, amber or green': ({ row }, { today }) => {
    const rag = ragOfRow(row, today);
    return rag && rags[rag];
  },
  Due: ({ duty }) => duty?.dueOn,
  'Late after': ({ duty }) => duty?.lateAfterOn,
  'How far off': ({ duty }, { today }) => duty && fromDue(duty, today),
  'Window opens': ({ duty }) => duty?.opensOn,
  'What was promised (beginning)': ({ duty }) => duty?.promise,
  'Times moved': ({ row }) => timesMoved(row),
  'First due': ({ duty }) => duty?.firstDueOn,
  Acceptance: ({ row }) => acceptances[row.acceptance],
  'Made on': ({ row }) => row.madeOn,
  Age: ({ row }, { today }) => ages[ageOf(row.madeOn, today)],
  Source: ({ row }) => sources[row.source],
  Topics: ({ row }) => row.topics.join('; '),
  Theme: ({ row }) => row.theme,
  Priority: ({ row }) => row.priority && priorities[row.priority],
  'Linked to': ({ row }) => row.links.map(({ kind, ref }) => `${linkKinds[kind]}: ${ref}`).join('; '),
  'Closed on': ({ row }) => row.closed?.on,
  'Withdrawn on': ({ row }) => row.withdrawn?.on,
};

/** What a filter finds, all pages of it in the same order, as a file for a spreadsheet (RFC 4180); nothing in it is run as a formula. */
function listAsCsv(listed: Listed): string {
  const lines = listed.found.map((seen) =>
    Object.values(columns).map((cell) => defused(String(cell(seen, listed) ?? ''))),
  );
  const csv = stringify([Object.keys(columns), ...lines], {
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  });
  return `${byteOrderMark}${csv}`;
}

/** The list as a file. Where the address asks for something that means nothing, the list itself says what: a file could not. */
export const listAsCsvPages = (site: Site): Hono =>
  new Hono().get('/recommendations.csv', async (c) => {
    const { search, searchParams } = new URL(c.req.url);
    const { filter, problems } = readAsked(searchParams);
    if (Object.keys(problems).length > 0) return c.redirect(`/recommendations${search}`, 303);
    const listed = await gatherList(site, filter);
    c.header('content-disposition', `attachment; filename="recommendations-${listed.today}.csv"`);
    return c.body(listAsCsv(listed), 200, { 'content-type': 'text/csv; charset=utf-8' });
  });
