import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { englandAndWales } from '../../shared/domain/bank-holidays.ts';
import { openEvidenceFiles } from '../../shared/files/evidence-files.ts';
import { systemClock } from '../../shared/runtime/clock.ts';
import { readConfig } from '../../shared/runtime/config.ts';
import { newId } from '../../shared/runtime/ids.ts';
import { openLog } from '../../shared/runtime/log.ts';
import { openCatalogue } from '../../shared/store/catalogue.ts';
import { openTable } from '../../shared/store/table.ts';
import { createWeb } from './app.tsx';
import { openMailing } from './mailing.ts';
import type { WebDeps } from './web.ts';

/** The pages and the API on what the environment names. The local run gives its own clock, strip and folder of static files. */
export function wireWeb(
  env: Record<string, string | undefined>,
  overrides: Partial<Pick<WebDeps, 'clock' | 'assets' | 'banner' | 'gate'>> = {},
): Hono {
  const { tableName, evidenceBucket, mailQueueUrl, organisation, serviceUrl, sendTo } = readConfig(env);
  const [table, log] = [openTable(tableName), openLog('web')];
  return createWeb({
    table,
    catalogue: openCatalogue(table, log),
    files: openEvidenceFiles(evidenceBucket),
    ...openMailing(mailQueueUrl),
    clock: systemClock,
    wall: systemClock,
    gate: { staff: async () => undefined, owner: async () => undefined },
    newId,
    log,
    holidays: englandAndWales,
    organisation,
    serviceUrl,
    sendTo,
    assets: fileURLToPath(new URL('./assets/', import.meta.url)),
    ...overrides,
  });
}
