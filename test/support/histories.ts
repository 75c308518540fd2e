import { says } from '../../infra/cli/verify-audit/report.ts';
import { auditOf, type History } from '../../shared/store/audit.ts';
import { casePartition, contactKey } from '../../shared/store/keys.ts';
import { listCases, listContacts } from '../../shared/store/lists.ts';
import type { Table } from '../../shared/store/table.ts';

/** Every history of a table: those of its cases and recommendations, then those of its contacts. */
export async function everyHistory(table: Table): Promise<History[]> {
  const cases = (await listCases(table)).items.map(({ id }) => casePartition(id));
  const people = (await listContacts(table)).map(({ id }) => contactKey(id).pk);
  return (await Promise.all([...cases, ...people].map((partition) => auditOf(table, partition)))).flat();
}

/** All that is wrong with them, as sentences. */
export const wrongIn = (histories: readonly History[]): string[] =>
  histories.flatMap(({ name, findings }) => findings.map((finding) => says(name, finding)));
