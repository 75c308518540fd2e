import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import { isInScope, type Scope, seesAll, seesAllOfCase, seesCase } from '../../../shared/domain/scope.ts';
import { readCaseFile } from '../../../shared/store/case-file.ts';
import { boardKey, exceptionKey, mailKey, recommendationKey } from '../../../shared/store/keys.ts';
import { read, readMany } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';
import type { Site } from '../pages/site.tsx';
import type { About } from './access.ts';

/** What an address names: { caseId: '2019-127918', number: '1' }. */
export type Named = Readonly<Record<string, string>>;

/**
 * The part of an address that names what is hidden from whoever asks, if any; 'whole' where it names no single record, but what cannot be
 * shown in parts. What does not exist is not hidden. Read strongly consistent, so that what was moved to another board a moment ago is hidden at once.
 */
export async function hiddenIn(
  site: Site,
  about: About,
  named: Named,
): Promise<'caseId' | 'number' | 'id' | 'whole' | undefined> {
  const { table, person } = site;
  const { scope } = person;
  if (about === 'nothing' || seesAll(scope)) return undefined;
  const id = named.id ?? '';
  const caseId = named.caseId ?? '';
  switch (about) {
    case 'everything':
      return 'whole';
    case 'case':
      return (await hidesCase(table, scope, caseId)) ? 'caseId' : undefined;
    case 'all-of-case': {
      const file = await readCaseFile(table, caseId);
      if (!file) return undefined;
      if (!seesCase(scope, file)) return 'caseId';
      return seesAllOfCase(scope, file) ? undefined : 'whole';
    }
    case 'recommendation':
      if (await hidesCase(table, scope, caseId)) return 'caseId';
      return (await hidesAny(table, scope, [{ caseId, number: numberIn(named) }])) ? 'number' : undefined;
    case 'all-of-board':
      if (scope.bodies.length > 0) return 'whole';
      return (await hidesBoard(table, scope, id)) ? 'id' : undefined;
    case 'board':
      return (await hidesBoard(table, scope, id)) ? 'id' : undefined;
    case 'exception':
      return hidesException(table, scope, id);
    case 'mail':
      return (await hidesMail(table, scope, id)) ? 'id' : undefined;
  }
}

const numberIn = ({ number = '' }: Named): number => (/^\d{1,3}$/.test(number) ? Number(number) : 0);

type Of = Pick<Recommendation, 'caseId' | 'number'>;

/** A mail, an exception and the like are hidden when one of the recommendations in them is. */
async function hidesAny(table: Table, scope: Scope, of: readonly Of[]): Promise<boolean> {
  const real = of.filter(({ number }) => Number.isInteger(number));
  const found = await readMany(table, 'recommendation', real.map(recommendationKey));
  return found.some((each) => !isInScope(scope, each));
}

async function hidesCase(table: Table, scope: Scope, caseId: string): Promise<boolean> {
  const file = await readCaseFile(table, caseId);
  return file !== undefined && !seesCase(scope, file);
}

async function hidesBoard(table: Table, { boards }: Scope, id: string): Promise<boolean> {
  return (
    boards.length > 0 && !boards.includes(id) && (await read(table, 'board', boardKey(id))) !== undefined
  );
}

// One about a contact is settled by who may change the contact.
async function hidesException(table: Table, scope: Scope, id: string): Promise<'id' | 'whole' | undefined> {
  const found = await read(table, 'exception', exceptionKey(id));
  if (!found) return undefined;
  const { caseId, number, mailId, contactId } = found;
  if (!mailId && !caseId) return contactId ? 'whole' : undefined;
  const isHidden = mailId
    ? await hidesMail(table, scope, mailId)
    : number === undefined
      ? await hidesCase(table, scope, caseId!)
      : await hidesAny(table, scope, [{ caseId: caseId!, number }]);
  return isHidden ? 'id' : undefined;
}

// A summary tells of everything.
async function hidesMail(table: Table, scope: Scope, id: string): Promise<boolean> {
  const mail = await read(table, 'mail', mailKey(id));
  if (!mail) return false;
  return mail.kind === 'summary' || hidesAny(table, scope, mail.lines);
}
