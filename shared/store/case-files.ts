import { type CaseFile, readCaseFile } from './case-file.ts';
import type { Table } from './table.ts';

const atOnce = 8;

/** The files of some cases, a few at a time, in the order they are asked for; a case that is not there is left out. */
export async function readCaseFiles(table: Table, caseIds: readonly string[]): Promise<CaseFile[]> {
  const files: CaseFile[] = [];
  for (let from = 0; from < caseIds.length; from += atOnce) {
    const some = caseIds.slice(from, from + atOnce).map((caseId) => readCaseFile(table, caseId));
    files.push(...(await Promise.all(some)).filter((file) => file !== undefined));
  }
  return files;
}
