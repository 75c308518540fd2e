import { says } from '../../infra/cli/verify-audit/report.ts';
import { partitionsOf } from '../../infra/cli/verify-audit/verify.ts';
import { auditOf, type History } from '../../shared/store/audit.ts';
import type { Table } from '../../shared/store/table.ts';

/** Every history of a table: those of its cases and recommendations, then those of its contacts. */
export async function everyHistory(table: Table): Promise<History[]> {
  const histories: History[] = [];
  for await (const partition of partitionsOf(table)) histories.push(...(await auditOf(table, partition)));
  return histories;
}

/** All that is wrong with them, as sentences. */
export const wrongIn = (histories: readonly History[]): string[] =>
  histories.flatMap(({ name, findings }) => findings.map((finding) => says(name, finding)));
