import type { Mail, MailLine } from '../../shared/domain/mail.ts';
import type { Regard, Torn } from '../../shared/engine/regard.ts';
import type { Clock } from '../../shared/runtime/clock.ts';
import type { Log } from '../../shared/runtime/log.ts';
import { move, noteCannotLeave } from '../../shared/store/outbox.ts';
import { asideFrom, dividing, inPlaceOf, type Write } from '../../shared/store/redirect.ts';
import type { Table } from '../../shared/store/table.ts';

type PassDeps = { table: Table; clock: Clock; log: Log };

/** What cannot be written waits in a mail of its own until its record is put right, so that it keeps back nothing else. */
export async function setAside({ table, log }: PassDeps, mail: Mail, torn: Torn[]): Promise<void> {
  const [first] = torn as [Torn];
  for (const { line, reason } of torn)
    log.error('A reminder cannot be written', { mailId: mail.id, deadlineId: line.deadlineId, reason });
  const lines = torn.map(({ line }) => line);
  const others = mail.lines.filter((line) => !lines.includes(line));
  if (others.length === 0) {
    await noteCannotLeave(table, mail);
    throw new Error(first.reason);
  }
  await move(table, mail, { ...mail, lines: others }, dividing(table, asideFrom(mail, lines)));
}

/**
 * What nobody can be told yet waits in a mail of its own until somebody takes over or the address works, and what is held back until the hold
 * is over; it keeps back nothing else.
 */
export const keepWaiting = ({ table }: PassDeps, mail: Mail, waiting: MailLine[]): Promise<boolean> =>
  move(
    table,
    mail,
    { ...mail, lines: mail.lines.filter((line) => !waiting.includes(line)) },
    dividing(table, asideFrom(mail, waiting)),
  );

/**
 * What somebody else must be told instead goes to them, in the same transaction; the next run hands it over.
 *
 * @returns whether that was all there was in the mail, so that it is settled
 */
export async function passOn({ table, clock }: PassDeps, mail: Mail, now: Regard): Promise<boolean> {
  const along: Write[] = [];
  for (const { to, lines } of now.passedOn)
    along.push(...((await inPlaceOf(table, mail, to, lines))?.writes ?? []));
  const passed = now.passedOn.flatMap(({ lines }) => lines);
  const rest = mail.lines.filter((line) => !passed.includes(line));
  if (rest.length > 0) {
    await move(table, mail, { ...mail, lines: rest }, along);
    return false;
  }
  return move(table, mail, superseded(mail, clock, 'Somebody else is told of it instead'), along);
}

/** A mail that is not to be sent any more, and why. */
export const superseded = (mail: Mail, clock: Clock, reason: string): Mail => ({
  ...mail,
  state: 'SUPERSEDED',
  settledAt: clock.now(),
  reason,
});
