import type { Contact } from '../../../shared/domain/contact.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Mail, MailLine } from '../../../shared/domain/mail.ts';
import type { Skip } from '../../../shared/domain/night.ts';
import { type NextRun, nextRunAfter } from '../../../shared/domain/run-times.ts';
import { byUrgency } from '../../../shared/domain/urgency.ts';
import { mailsIn, planNight } from '../../../shared/engine/plan.ts';
import { notPlanned, type PreviewedMail, previewMail } from '../../../shared/engine/preview.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { mailKey } from '../../../shared/store/keys.ts';
import { waitingMails } from '../../../shared/store/outbox.ts';
import { readMany } from '../../../shared/store/read.ts';
import { readCalendar } from '../../../shared/store/stage-plans.ts';
import { type HeldDate, heldDates } from './held-back.tsx';
import type { Site } from './site.tsx';

export const mailsOnPage = 25;

/** The most recommendations named of each reason for which nobody is reminded. */
const mostNamed = 25;

/** What becomes of one line of a mail when the run comes to it. */
export type Fate = 'goes' | 'held' | 'nobody' | 'passed-on' | 'damaged' | 'dropped';

/** A mail of the run to come: planned by it, or waiting from before. */
export type TonightMail = PreviewedMail & {
  isWaiting: boolean;
  to: Contact | undefined;
  lines: { line: MailLine; fate: Fate }[];
};

export type LeftOut = { skip: Exclude<Skip, 'not-yet' | 'held'>; count: number; deadlines: Deadline[] };

/** What the next run would do as things stand now, one page of its mails with their words. */
export type Tonight = {
  run: NextRun;
  page: number;
  pages: number;
  planned: number;
  waiting: number;
  mails: TonightMail[];
  left: LeftOut[];
  /** Dates that would be reminded of were they not held back; and everything that is held back now. */
  kept: number;
  held: HeldDate[];
  notYet: number;
  failed: number;
};

/**
 * Plans the next run as the run itself will, and words each mail of one page as the sender will; nothing is written. Mails that wait come
 * first, because the run hands them over without planning them; then those it plans, the most urgent first.
 */
export async function gatherTonight(site: Site, typedPage: number): Promise<Tonight> {
  const { table, catalogue, log, clock, holidays } = site;
  const run = nextRunAfter(clock.now());
  const calendar = await readCalendar(table, holidays);
  const [plan, waitingIds, rows] = await Promise.all([
    planNight({ table, calendar, log }, run.on),
    Array.fromAsync(waitingMails(table)),
    catalogue.rows(),
  ]);
  const planned = mailsIn(plan).map((reminders) => plannedMail(reminders, run));
  const inOrder = planned.toSorted(byUrgency(run.on));
  const count = waitingIds.length + inOrder.length;
  const pages = Math.max(1, Math.ceil(count / mailsOnPage));
  const page = Math.min(typedPage, pages);
  const from = (page - 1) * mailsOnPage;
  const waiting = await readMany(table, 'mail', waitingIds.slice(from, from + mailsOnPage).map(mailKey));
  const rest = mailsOnPage - waitingIds.slice(from, from + mailsOnPage).length;
  const first = Math.max(0, from - waitingIds.length);
  const shown = [...waiting, ...inOrder.slice(first, first + rest)];
  return {
    run,
    page,
    pages,
    planned: inOrder.length,
    waiting: waitingIds.length,
    mails: await Promise.all(shown.map((mail) => looked(site, mail, run, waiting.includes(mail)))),
    left: leftOut(plan.left.filter(({ skip }) => skip !== 'held')),
    kept: plan.skipped.held ?? 0,
    held: heldDates(rows, today(clock)),
    notYet: plan.skipped['not-yet'] ?? 0,
    failed: plan.failed,
  };
}

function plannedMail(reminders: ReturnType<typeof mailsIn>[number], { on }: NextRun): Mail {
  const lines = reminders.map(({ line }) => line);
  const { recipient, deadline } = reminders[0]!;
  const mail = notPlanned({ recipientId: recipient.id, lines }, { today: on });
  // Each needs a name of its own to stand in order; it is kept nowhere.
  return { ...mail, id: `${mail.id} ${deadline.id} ${recipient.id}` };
}

async function looked(site: Site, mail: Mail, { on }: NextRun, isWaiting: boolean): Promise<TonightMail> {
  const { table, serviceUrl, organisation } = site;
  const previewed = await previewMail({ table, today: on, serviceUrl, organisation }, mail);
  const lines = mail.lines.map((line) => ({ line, fate: fateOf(line, previewed) }));
  return { ...previewed, isWaiting, to: previewed.regard.recipient, lines };
}

function fateOf(line: MailLine, { regard }: PreviewedMail): Fate {
  if (regard.items.some((item) => item.line === line)) return 'goes';
  if (regard.held.includes(line)) return 'held';
  if (regard.waiting.includes(line)) return 'nobody';
  if (regard.passedOn.some(({ lines }) => lines.includes(line))) return 'passed-on';
  return regard.torn.some((torn) => torn.line === line) ? 'damaged' : 'dropped';
}

function leftOut(left: readonly { deadline: Deadline; skip: Skip }[]): LeftOut[] {
  const bySkip = Map.groupBy(left, ({ skip }) => skip);
  return [...bySkip].map(([skip, each]) => ({
    skip: skip as LeftOut['skip'],
    count: each.length,
    deadlines: each.slice(0, mostNamed).map(({ deadline }) => deadline),
  }));
}
