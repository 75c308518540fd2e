import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { openIdentity } from '../../functions/web/identity/identity.ts';
import type { WebDeps } from '../../functions/web/web.ts';
import { englandAndWales } from '../../shared/domain/bank-holidays.ts';
import { toEveryone } from '../../shared/domain/sending.ts';
import { openEvidenceFiles } from '../../shared/files/evidence-files.ts';
import { type Clock, systemClock } from '../../shared/runtime/clock.ts';
import { openCatalogue } from '../../shared/store/catalogue.ts';
import type { Table } from '../../shared/store/table.ts';
import { gateOf, sampleStaff } from './gate-of.ts';
import { ampleQuota } from './nights-of.ts';
import { notedLog } from './noted-log.ts';

/** What the web app is made with in a test: one of the staff asks who may do everything, and no mail leaves. */
export function webDeps(table: Table, clock: Clock, of: Partial<WebDeps> = {}): WebDeps {
  const log = of.log ?? notedLog();
  return {
    table,
    catalogue: openCatalogue(table, log),
    files: openEvidenceFiles('nowhere', () => undefined),
    queue: { enqueue: async () => undefined },
    readQuota: async () => ampleQuota,
    sendNow: async () => 'kept-back',
    stopwatch: { now: () => 0, wait: async () => undefined },
    clock,
    wall: systemClock,
    gate: gateOf(sampleStaff()),
    identity: openIdentity({
      issuer: 'https://id.example',
      clientId: 'nobody',
      trustsEmail: 'verified',
      serviceUrl: 'https://tracker.example.police.uk',
    }),
    administrators: [],
    liaisonEmail: 'liaison@essex.example',
    newId: randomUUID,
    log,
    holidays: englandAndWales,
    organisation: 'Essex Police',
    sendTo: toEveryone,
    serviceUrl: 'https://tracker.example.police.uk',
    assets: fileURLToPath(new URL('../../functions/web/styles/', import.meta.url)),
    ...of,
  };
}
