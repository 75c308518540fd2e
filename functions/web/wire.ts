import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { englandAndWales } from '../../shared/domain/bank-holidays.ts';
import { openEvidenceFiles } from '../../shared/files/evidence-files.ts';
import { systemClock } from '../../shared/runtime/clock.ts';
import { readConfig, readSignInConfig } from '../../shared/runtime/config.ts';
import { newId } from '../../shared/runtime/ids.ts';
import { openLog } from '../../shared/runtime/log.ts';
import { openCatalogue } from '../../shared/store/catalogue.ts';
import { openTable } from '../../shared/store/table.ts';
import { createWeb } from './app.tsx';
import { openStaffGate } from './gate/staff-gate.ts';
import { clientSecretAt } from './identity/client-secret.ts';
import { openIdentity } from './identity/identity.ts';
import { openMailing, openMailService } from './mailing.ts';
import { openOwnerGate } from './mine/owner-gate.ts';
import { openSendNow } from './send-now.ts';
import type { WebDeps } from './web.ts';

/** The pages and the API on what the environment names. The local run gives its own clock, strip and folder of static files. */
export function wireWeb(
  env: Record<string, string | undefined>,
  overrides: Partial<Pick<WebDeps, 'clock' | 'assets' | 'banner' | 'gate'>> = {},
): Hono {
  const config = readConfig(env);
  const { organisation, serviceUrl, liaisonEmail, sendTo, mailFrom: from } = config;
  const { administrators, secretArn, ...provider } = readSignInConfig(env);
  const clientSecret = clientSecretAt(secretArn);
  const [table, log, wall] = [openTable(config.tableName), openLog('web'), systemClock];
  const openService = () => openMailService(config.configurationSet);
  return createWeb({
    table,
    catalogue: openCatalogue(table, log),
    files: openEvidenceFiles(config.evidenceBucket, (place, why) =>
      log.warn('A file that was sent is held back', { event: 'file-held-back', why, ...place }),
    ),
    ...openMailing(config.mailQueueUrl),
    clock: systemClock,
    wall,
    sendNow: openSendNow({ table, wall, from, sendTo, openService }),
    stopwatch: { now: () => performance.now(), wait },
    gate: { staff: openStaffGate({ table, wall }), owner: openOwnerGate({ table, wall }) },
    identity: openIdentity({ ...provider, clientSecret, serviceUrl }),
    administrators,
    newId,
    log,
    holidays: englandAndWales,
    organisation,
    serviceUrl,
    liaisonEmail,
    sendTo,
    assets: fileURLToPath(new URL('./assets/', import.meta.url)),
    ...overrides,
  });
}
