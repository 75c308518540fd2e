import { type Day, daysBetween, isAfter, isBefore } from '../../../shared/domain/day.ts';
import type { Deadline, Role } from '../../../shared/domain/deadline.ts';
import type { Mail, MailLine } from '../../../shared/domain/mail.ts';
import {
  caseKey,
  contactKey,
  deadlineKey,
  exceptionKey,
  mailKey,
  nightKey,
  recommendationKey,
  reminderKey,
} from '../../../shared/store/keys.ts';
import { mostLines } from '../../../shared/store/plan-mail.ts';
import { reminderName } from '../story.ts';
import type { Lab, Left, Run } from './lab.ts';
import type { Kept } from './mirror.ts';
import { momentOf, times } from './moments.ts';
import { canBeMailed, inTheirPost, mailedRoles, nextMailOn, peopleAround, stagesCome } from './oracle.ts';
import { contactOf, finding, holdersNow } from './stale.ts';

/**
 * Which promises are broken now: DESIGN section 5, P1 to P6, asked of what lies in the table and of what the mail service really took.
 * P4 and the watchdog of P6 are asked at the moment itself (`Lab`), and their answers given here.
 */
export function brokenPromises(lab: Lab): string[] {
  const mails = lab.left.filter(({ index }) => index >= lab.judged.mails);
  const runs = lab.runs.slice(lab.judged.runs);
  Object.assign(lab.judged, { mails: lab.left.length, runs: lab.runs.length });
  return [
    ...lab.broken.splice(0),
    ...mails.flatMap((left) => [...sentTwice(lab, left), ...wrongLetter(lab, left)]),
    ...lost(lab),
    ...lostNudges(lab),
    ...heldTooLong(lab),
    ...silent(lab),
    ...runs.flatMap((run) => [...afterAnOutage(lab, run), ...unaccounted(lab, run)]),
  ];
}

const deadlineOf = (lab: Lab, line: MailLine) =>
  lab.mirror.find<'deadline'>(deadlineKey({ ...line, id: line.deadlineId }));

/** P1: the same reminder to the same person leaves again only when it came back, or when nobody could know that it had left, and then says so. */
function sentTwice(lab: Lab, left: Left): string[] {
  const { mail, index } = left;
  return mail.lines.flatMap((line) => {
    const before = lab.toldOf(line).findLast((each) => isSame(each, line, mail) && each.left.index < index);
    if (!before) return [];
    const cameBack = lab.mirror.find<'mail'>(mailKey(before.left.mail.id))?.state === 'BOUNCED';
    const unknown = before.left.mail.id === mail.id && before.left.replyLost && mail.possibleDuplicate;
    const excused = cameBack || unknown;
    return excused ? [] : [`P1: ${reminderName(line, mail.recipientId)} left twice`];
  });
}

const isSame = (told: { line: MailLine; left: Left }, line: MailLine, mail: Mail) =>
  told.line.stage === line.stage && told.left.mail.recipientId === mail.recipientId;

/** What left is what was planned: to the recipient's address, about each of its lines, in the ledger, and not before its day. */
function wrongLetter(lab: Lab, { mail, index, on }: Left): string[] {
  const { to, letter, mailId } = lab.engine.ses.accepted[index]!;
  const words = letter.replaceAll('=\r\n', '');
  const who = contactOf(lab, mail.recipientId);
  return [
    ...(mailId === mail.id && to === who?.email ? [] : [`P1: mail ${mail.id} went to ${to}`]),
    ...mail.lines.flatMap((line) => {
      const deadline = deadlineOf(lab, line);
      const name = reminderName(line, mail.recipientId);
      const row = lab.mirror.find<'reminder'>(reminderKey({ ...line, recipientId: mail.recipientId }));
      return [
        ...(deadline && words.includes(deadline.reference) ? [] : [`P1: the letter says nothing of ${name}`]),
        ...(row ? [] : [`P1: ${name} left and is not in the ledger`]),
        ...(isBefore(on, line.mailOn) ? [`P1: ${name} left on ${on}, before its day`] : []),
        ...(line.late && !words.includes('you should have had')
          ? [`P3: ${name} does not say it is late`]
          : []),
        ...(line.heldUntil && !words.includes('Liaison staff held')
          ? [`P3: ${name} does not say that it was held back`]
          : []),
      ];
    }),
  ];
}

const openDeadlines = (lab: Lab): Kept<'deadline'>[] =>
  lab.mirror.all('deadline').filter((deadline) => !isDamaged(lab, deadline) && deadline.state === 'open');

/** Whether anything a reminder of a deadline is worded from is damaged: until that is put right, it waits. */
export const isDamaged = (lab: Lab, deadline: Pick<Deadline, 'caseId' | 'number' | 'id'>): boolean =>
  [deadlineKey(deadline), recommendationKey(deadline), caseKey(deadline.caseId)].some((key) =>
    lab.isDamaged(key),
  );

/** The last moment at which a person or the mail service changed a deadline or anybody it is told to. */
function settledSince(lab: Lab, deadline: Kept<'deadline'>): number {
  const keys = [
    deadline,
    recommendationKey(deadline),
    caseKey(deadline.caseId),
    ...peopleAround(deadline, finding(lab)).map(({ id }) => contactKey(id)),
  ];
  return Math.max(...keys.map((key) => lab.touchedAt(key)));
}

/**
 * P1, P5: after a working day on which nothing went wrong, whatever stage had come has left to whoever held the role, or a person has been
 * told that it did not. A damaged record excuses itself only. A manager or chair who can be mailed again after the day of a stage is copied
 * with the owner's next one.
 */
function lost(lab: Lab): string[] {
  const { sure } = lab;
  if (!sure) return [];
  return openDeadlines(lab)
    .filter((deadline) => settledSince(lab, deadline) < sure.from)
    .flatMap((deadline) => {
      const holders = holdersNow(lab, deadline);
      return mailedRoles(holders).flatMap((role) => {
        const stage = stagesCome(deadline, role, sure.on).at(-1);
        const joinedLate = stage && settledSince(lab, deadline) >= momentOf(stage.mailOn, times.firstRun);
        if (
          !stage ||
          isHeld(deadline, sure.on) ||
          (role !== 'owner' && joinedLate) ||
          isAccountedFor(lab, deadline, role, holders[role]!.id, stage.on)
        )
          return [];
        return [
          `P1: by ${sure.on} the ${role} of ${deadline.id} r${deadline.revision} had not heard of ${stage.key}`,
        ];
      });
    });
}

function isAccountedFor(lab: Lab, deadline: Deadline, role: Role, holderId: string, stageOn: Day): boolean {
  const about = { deadlineId: deadline.id, revision: deadline.revision };
  // What liaison staff asked for is no stage.
  const reaches = (line: MailLine) => !isAskedFor(line) && !isBefore(line.stageOn, stageOn);
  const left = lab
    .toldOf(about)
    .some(({ line, left }) => reaches(line) && (line.role === role || left.mail.recipientId === holderId));
  return left || lab.leftToPeople(about).some((line) => line.role === role && reaches(line));
}

const isAskedFor = ({ stage }: MailLine) => stage.startsWith('nudge-');

const isHeld = ({ hold }: Deadline, on: Day): boolean =>
  hold !== undefined && hold.since <= on && on <= hold.until;

/** P1: after a working day on which nothing went wrong, what liaison staff asked for waits only where it cannot leave. */
function lostNudges(lab: Lab): string[] {
  const { sure } = lab;
  if (!sure) return [];
  const waiting = lab.mirror
    .all('mail')
    .filter(({ asked, state, plannedOn }) => asked && state === 'PENDING' && plannedOn < sure.on);
  return waiting.flatMap(({ id, lines, recipientId }) =>
    lines.flatMap((line) => {
      const deadline = deadlineOf(lab, line);
      if (!deadline || isDamaged(lab, deadline) || settledSince(lab, deadline) >= sure.from) return [];
      const { owner } = holdersNow(lab, deadline);
      const cannotLeave = isHeld(deadline, sure.on) || (owner !== undefined && !canBeMailed(owner));
      return cannotLeave ? [] : [`P1: by ${sure.on} ${reminderName(line, recipientId)} (${id}) had not left`];
    }),
  );
}

/** P2: a hold ends by itself, within days. */
const heldTooLong = (lab: Lab): string[] =>
  lab.mirror
    .all('deadline')
    .filter(({ hold }) => hold && daysBetween(hold.since, hold.until) > 14)
    .map(({ id, hold }) => `P2: ${id} is held back from ${hold!.since} until ${hold!.until}`);

/** P2: what is open has a next day with somebody who can be mailed, or stands on a list that people look at. */
function silent(lab: Lab): string[] {
  const open = openDeadlines(lab);
  const spokenFor = new Set(
    open.filter(({ kind }) => kind !== 'publication').map(({ caseId, number }) => `${caseId}.${number}`),
  );
  return [
    ...open.flatMap((deadline) => {
      const { owner } = holdersNow(lab, deadline);
      const isListed = canBeMailed(owner) ? isOnAgenda(lab, deadline) : isException(lab, deadline);
      return isListed ? [] : [`P2: ${deadline.id} is silent (${JSON.stringify(deadline.nextActionOn)})`];
    }),
    ...lab.mirror.all('recommendation').flatMap((each) => {
      const name = `${each.caseId}.${each.number}`;
      if (spokenFor.has(name) || lab.isDamaged(each) || isOver(lab, each)) return [];
      return each.registerPk ? [] : [`P2: ${name} has nothing open and stands on no list`];
    }),
  ];
}

const isOver = (lab: Lab, recommendation: Kept<'recommendation'>) =>
  recommendation.acceptance === 'not-accepted' ||
  recommendation.closed !== undefined ||
  recommendation.withdrawn !== undefined ||
  lab.mirror.all('deadline').some((each) => each.caseId === recommendation.caseId && isDamaged(lab, each));

function isOnAgenda(lab: Lab, deadline: Kept<'deadline'>): boolean {
  const { nextActionOn, agendaPk, agendaSk } = deadline;
  if (!nextActionOn || !agendaPk || agendaSk !== `${nextActionOn}#${deadline.id}`) return false;
  return !isAfter(nextActionOn, nextMailOn(deadline, lab.day));
}

function isException(lab: Lab, { caseId, number, ownerId }: Deadline): boolean {
  const owners = inTheirPost(contactOf(lab, ownerId), finding(lab));
  const kinds = ['departed', 'bounced', 'complained'];
  const ids = ownerId
    ? owners.flatMap(({ id }) => kinds.map((kind) => `${kind}-${id}`))
    : [`no-owner-${caseId}.${number}`];
  return ids.some((id) => lab.mirror.find<'exception'>(exceptionKey(id))?.registerPk !== undefined);
}

/** P3: the first run after an outage writes to each once, says what is late, and settles the older stages with the latest. */
function afterAnOutage(lab: Lab, { end, afterOutage, on, calm }: Run): string[] {
  if (!afterOutage || !calm || end === 'crashed' || !('value' in end)) return [];
  const mails = lab.mirror.all('mail').filter(({ nightId, id }) => nightId === end.value.id && !isPart(id));
  const twice = [...Map.groupBy(mails, ({ recipientId }) => recipientId)].filter(
    ([, each]) => each.length > 1 && each[0]!.lines.length < mostLines,
  );
  return [
    ...twice.map(([who]) => `P3: ${who} got more than one mail in the first run after an outage, on ${on}`),
    ...mails.flatMap((mail) => mail.lines.flatMap((line) => notMadeGood(lab, mail, line, afterOutage))),
  ];
}

// A mail to a stand-in or set aside is made of one of these, after the run.
const isPart = (id: string) => /-(for|aside)-/.test(id);

function notMadeGood(lab: Lab, { recipientId, plannedOn }: Mail, line: MailLine, lastRunOn: Day): string[] {
  const deadline = deadlineOf(lab, line);
  if (!deadline || isDamaged(lab, deadline) || deadline.revision !== line.revision) return [];
  const name = reminderName(line, recipientId);
  const come = stagesCome(deadline, line.role, plannedOn);
  const stage = come.at(-1);
  if (stage?.key !== line.stage)
    return [`P3: on ${plannedOn} ${name} was planned where ${stage?.key} was the latest to have come`];
  const missed = come.filter(
    ({ mailOn }) => isAfter(mailOn, lastRunOn) && isAfter(mailOn, deadline.plannedFromOn),
  );
  const older = missed.filter(({ key }) => key !== line.stage && !line.coalesced.includes(key));
  const late = missed.some(({ mailOn }) => isBefore(mailOn, plannedOn) && !isHeld(deadline, mailOn));
  return [
    ...older.map(({ key }) => `P3: ${name} does not settle ${key}`),
    ...(late && !line.late ? [`P3: ${name} is not marked as late`] : []),
  ];
}

/** P6: every run has a statement, and that of a run which ended says so and balances; a damaged deadline is counted and nothing else is. */
function unaccounted(lab: Lab, { end, on, damaged, calm }: Run): string[] {
  if (end === 'crashed' || !('value' in end)) return [];
  const kept = lab.mirror.find<'night'>(nightKey(end.value.id));
  if (!kept?.finishedAt) return [`P6: a run of ${on} ended and its statement does not say so`];
  const sum = (counts: number[]) => counts.reduce((before, count) => before + count, 0);
  const { found, ...fates } = kept.outstanding;
  const equations = [
    [kept.examined, kept.reminded, kept.failed, ...Object.values(kept.skipped)],
    [kept.due, kept.reminders, kept.changed, kept.notWritten],
    [found, ...Object.values(fates)],
  ];
  return [
    ...(equations.every(([whole, ...parts]) => whole === sum(parts))
      ? []
      : [`P6: the statement of a run of ${on} does not balance: ${JSON.stringify(kept)}`]),
    ...(!calm || kept.failed === damaged
      ? []
      : [`P5: a run of ${on} failed ${kept.failed} deadlines, and ${damaged} were damaged`]),
  ];
}
