import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import { isInScope, type Scope, seesAll } from '../../../shared/domain/scope.ts';
import { readCaseFile } from '../../../shared/store/case-file.ts';
import { exceptionKey, mailKey, recommendationKey } from '../../../shared/store/keys.ts';
import { read, readMany } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';
import type { Site } from '../pages/site.tsx';
import type { About } from './access.ts';

/** What an address names: { caseId: '2019-127918', number: '1' }. */
export type Named = Readonly<Record<string, string>>;

/**
 * Whether what a request is about is hidden from whoever asks; 'whole' where it is no single record, but what cannot be shown in parts.
 * What does not exist is not hidden. Read strongly consistent, so that what was moved to another board a moment ago is hidden at once.
 */
export async function isHidden(site: Site, about: About, named: Named): Promise<boolean | 'whole'> {
  const { scope } = site.person;
  if (about === 'nothing' || seesAll(scope)) return false;
  switch (about) {
    case 'everything':
      return 'whole';
    case 'case':
      return hidesCase(site.table, scope, named.caseId!);
    case 'recommendation':
      return hidesAny(site.table, scope, [{ caseId: named.caseId!, number: Number(named.number) }]);
    case 'board':
      return scope.boards.length > 0 && !scope.boards.includes(named.id!);
    case 'exception':
      return hidesException(site.table, scope, named.id!);
    case 'mail':
      return hidesMail(site.table, scope, named.id!);
  }
}

type Of = Pick<Recommendation, 'caseId' | 'number'>;

/** A mail, an exception and the like are hidden when one of the recommendations in them is. */
async function hidesAny(table: Table, scope: Scope, of: readonly Of[]): Promise<boolean> {
  const real = of.filter(({ number }) => Number.isInteger(number));
  const found = await readMany(table, 'recommendation', real.map(recommendationKey));
  return found.some((each) => !isInScope(scope, each));
}

/** A case is seen by who sees one of its recommendations; one without any, by who looks after its body. */
async function hidesCase(table: Table, scope: Scope, caseId: string): Promise<boolean> {
  const file = await readCaseFile(table, caseId);
  if (!file) return false;
  return file.recommendations.length > 0
    ? !file.recommendations.some(({ recommendation }) => isInScope(scope, recommendation))
    : !isInScope({ ...scope, boards: [] }, { addressee: file.learningCase.body });
}

async function hidesException(table: Table, scope: Scope, id: string): Promise<boolean> {
  const found = await read(table, 'exception', exceptionKey(id));
  if (!found) return false;
  const { caseId, number, mailId } = found;
  if (mailId) return hidesMail(table, scope, mailId);
  if (!caseId) return false;
  return number === undefined
    ? hidesCase(table, scope, caseId)
    : hidesAny(table, scope, [{ caseId, number }]);
}

// A summary tells of everything.
async function hidesMail(table: Table, scope: Scope, id: string): Promise<boolean> {
  const mail = await read(table, 'mail', mailKey(id));
  if (!mail) return false;
  return mail.kind === 'summary' || hidesAny(table, scope, mail.lines);
}
