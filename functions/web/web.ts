import type { BankHolidays } from '../../shared/domain/bank-holidays.ts';
import type { Quota } from '../../shared/domain/quota.ts';
import type { Sending } from '../../shared/domain/sending.ts';
import type { EvidenceFiles } from '../../shared/files/evidence-files.ts';
import type { Clock } from '../../shared/runtime/clock.ts';
import type { Log } from '../../shared/runtime/log.ts';
import type { MailQueue } from '../../shared/runtime/mail-queue.ts';
import type { Catalogue } from '../../shared/store/catalogue.ts';
import type { Table } from '../../shared/store/table.ts';
import type { Gate } from './gate/gate.ts';
import type { Identity } from './identity/identity.ts';
import type { Stopwatch } from './mine/answer-in-time.ts';
import type { SendNow } from './send-now.ts';

/** All that the web app is made with. */
export type WebDeps = {
  table: Table;
  /** Every recommendation as a list needs it. */
  catalogue: Catalogue;
  files: EvidenceFiles;
  /** Where mails are handed to the sender, and what the mail service lets it send. */
  queue: MailQueue;
  readQuota(): Promise<Quota>;
  /** The way of a mail that cannot wait, past plan and queue. */
  sendNow: SendNow;
  /** By which answers are held back that must not tell by their time. */
  stopwatch: Stopwatch;
  clock: Clock;
  /** The clock on the wall, whatever day the tracker lives in: sessions, codes and limits count by it. */
  wall: Clock;
  /** Who asks. */
  gate: Gate;
  /** Where staff prove who they are. */
  identity: Identity;
  /** The addresses, in small letters, of whom the first to sign in becomes an administrator. */
  administrators: readonly string[];
  /** Where somebody asks who cannot sign in. */
  liaisonEmail: string;
  newId(): string;
  log: Log;
  holidays: BankHolidays;
  organisation: string;
  serviceUrl: string;
  /** To whom this copy of the tracker may send at most, whatever is chosen on its pages. */
  sendTo: Sending;
  /** Where the built stylesheet and icon lie. */
  assets: string;
  /** A strip above every page, as HTML; the local run shows its simulated date there. */
  banner?: () => string;
};
