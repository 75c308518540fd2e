import { endOf, fingerprint } from '../../../shared/domain/audit-chain.ts';
import { settingNames } from '../../../shared/domain/settings.ts';
import { auditOf } from '../../../shared/store/audit.ts';
import { chainKey } from '../../../shared/store/chain-keys.ts';
import { sha256 } from '../../../shared/store/digest.ts';
import { everyCaseId } from '../../../shared/store/every-case.ts';
import { boardKey, casePartition, contactKey, settingKey, staffKey } from '../../../shared/store/keys.ts';
import { liaisonTeamKey } from '../../../shared/store/liaison-team.ts';
import { listBoards, listContacts } from '../../../shared/store/lists.ts';
import { read } from '../../../shared/store/read.ts';
import { listStaff } from '../../../shared/store/staff.ts';
import type { Table } from '../../../shared/store/table.ts';
import type { Io } from '../command.ts';
import { openRecords } from '../night/open-table.ts';
import { inWords, type Report, says } from './report.ts';

/** What to check, and the fingerprint that was written down earlier, if any. */
export type Asked = {
  case?: string | undefined;
  until?: string | undefined;
  expect?: string | undefined;
  json: boolean;
};

/** Checks every history of a data folder, one partition at a time, and prints what is wrong. */
export async function verify(folder: string, asked: Asked, io: Io): Promise<number> {
  const records = await openRecords(folder);
  try {
    const report = await check(records.table, asked, asked.until ?? records.now);
    await io.stdout(asked.json ? `${JSON.stringify(report, null, 2)}\n` : inWords(report));
    return report.findings.length === 0 ? 0 : 1;
  } finally {
    await records.close();
  }
}

async function check(table: Table, { case: caseId, expect }: Asked, until: string): Promise<Report> {
  const ends: string[] = [];
  const findings: string[] = [];
  let [chains, entries, removed] = [0, 0, 0];
  for await (const partition of caseId ? [casePartition(caseId)] : partitionsOf(table)) {
    const histories = await auditOf(table, partition);
    if (histories.length === 0 && partition !== liaisonTeamKey.pk)
      findings.push(`There is no ${partition.toLowerCase().replace('#', ' ')}`);
    for (const { name, events, findings: wrong } of histories) {
      findings.push(...wrong.map((each) => says(name, each)));
      ends.push(...[endOf(name, events, until)].filter((end) => end !== undefined));
      chains += 1;
      entries += events.length;
      removed += events.flatMap((event) => event.removed ?? []).length;
    }
  }
  const made = fingerprint(ends, sha256);
  if (expect !== undefined && expect !== made)
    findings.push(`What there is up to ${until} is not what it was: its fingerprint is no longer ${expect}`);
  return { chains, entries, findings, removed, until, fingerprint: made };
}

/** Every partition that has a history: cases, contacts, boards, those who may sign in, then the settings once they have been changed. */
export async function* partitionsOf(table: Table): AsyncGenerator<string> {
  for await (const id of everyCaseId(table)) yield casePartition(id);
  for (const { id } of await listContacts(table)) yield contactKey(id).pk;
  for (const { id } of await listBoards(table)) yield boardKey(id).pk;
  for (const { id } of await listStaff(table)) yield staffKey(id).pk;
  for (const name of settingNames)
    if (await read(table, 'chain', chainKey({ settings: name }))) yield settingKey(name).pk;
}
