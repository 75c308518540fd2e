import * as fc from 'fast-check';
import { addDays } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { brokenPromises } from './invariants.ts';
import { firstDay, type Lab } from './lab.ts';
import type { Kept } from './mirror.ts';
import { momentOf, times } from './moments.ts';

/** Everything is in the world itself, so the model that fast-check hands round is empty. */
export type Command = fc.AsyncCommand<object, Lab>;

/** A command that says what it is, does it, and asks after every promise. */
export const command = (says: string, act: (lab: Lab) => Promise<void>): Command => ({
  check: () => true,
  async run(_, lab) {
    lab.story.push(`${lab.day}: ${says}`);
    lab.commands += 1;
    await act(lab);
    ask(lab);
  },
  toString: () => says,
});

/** Throws where a promise is broken, with what had happened. */
export function ask(lab: Lab): void {
  const broken = brokenPromises(lab);
  if (broken.length === 0) return;
  const happened = lab.story.map((each) => `  ${each}`);
  throw new Error([...broken, `What had happened since ${firstDay}:`, ...happened].join('\n'));
}

const whens = ['in the evening', 'between planning and sending', 'between two runs'] as const;
export type When = (typeof whens)[number];

/** When a move is made: after the day's runs; or on the next day, in the second in which its mails wait, or before its second run. */
export const anyWhen: fc.Arbitrary<When> = fc.constantFrom(...whens);

/** A number that picks one of whatever there is. */
export const anyPick = fc.nat({ max: 10_000 });

/**
 * Makes a move on one of the records there are then, or on none where there is none, and notes what came of it. Where mails wait to be
 * sent, every second move is on something they speak of: that is where a stale or a lost mail could come from. A refusal is an answer;
 * only one that blames somebody else is wrong, for there is nobody else.
 */
export async function makeMove<T extends { caseId?: string | undefined } | { id: string }>(
  lab: Lab,
  when: When,
  pick: number,
  candidates: () => T[],
  move: (one: T) => Promise<string | Refusal>,
): Promise<void> {
  const act = async () => {
    await lab.mirror.refresh();
    const all = candidates();
    const speakOf = waiting(lab);
    const underWay = all.filter((each) => 'caseId' in each && speakOf.has(each.caseId));
    const from = pick % 2 === 0 && underWay.length > 0 ? underWay : all;
    if (from.length === 0) return;
    const result = await move(from[pick % from.length]!);
    await lab.mirror.refresh();
    lab.story.push(`    ${isRefusal(result) ? `refused: ${result.message}` : result}`);
    if (isRefusal(result) && result.refused === 'changed-meanwhile')
      lab.broken.push(`A move was refused although nobody else moved: ${result.message}`);
  };
  if (when === 'in the evening' || lab.isOver) return lab.inTheEvening(act);
  const next = addDays(lab.day, 1);
  const at =
    when === 'between two runs' ? momentOf(next, times.betweenRuns) : momentOf(next, times.firstRun) + 700;
  await lab.live({ meanwhile: { at, act } });
}

const waiting = (lab: Lab): Set<string | undefined> =>
  new Set(
    lab.mirror
      .all('mail')
      .filter(({ state }) => state === 'PENDING')
      .flatMap(({ lines }) => lines.map(({ caseId }) => caseId)),
  );

/** Recommendations of cases in which nothing is damaged. */
export function wholeRecommendations(lab: Lab): Kept<'recommendation'>[] {
  const damaged = new Set([...lab.damaged.values()].map(({ pk }) => pk));
  return lab.mirror.all('recommendation').filter(({ pk }) => !damaged.has(pk));
}

/** Open deadlines of a kind in such cases. */
export const openOfKind = (lab: Lab, kind: Deadline['kind']): Kept<'deadline'>[] =>
  wholeDeadlines(lab).filter((each) => each.kind === kind && each.state === 'open');

/** Open deadlines in such cases of which an owner is reminded. */
export const remindedDuties = (lab: Lab): Kept<'deadline'>[] => [
  ...openOfKind(lab, 'response'),
  ...openOfKind(lab, 'update'),
];

/** Deadlines in such cases. */
export const wholeDeadlines = (lab: Lab): Kept<'deadline'>[] => {
  const whole = new Set(wholeRecommendations(lab).map(({ pk }) => pk));
  return lab.mirror.all('deadline').filter(({ pk }) => whole.has(pk));
};
