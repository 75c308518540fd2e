import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { checkUpdate, type Update, type UpdateInput } from '../../../shared/domain/update.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain, eventOf, findRecommendation } from './desk.ts';

/** Records that a promise was kept. When it was the last one open, closing is left to liaison staff to decide. */
export const recordUpdate = (
  desk: Desk,
  caseId: string,
  number: number,
  sequence: number,
  input: UpdateInput,
): Promise<Update | Refusal> => decideAgain(() => once(desk, caseId, number, sequence, input));

async function once(
  desk: Desk,
  caseId: string,
  number: number,
  sequence: number,
  input: UpdateInput,
): Promise<Update | Refusal> {
  const found = await findRecommendation(desk.table, caseId, number);
  if (isRefusal(found)) return found;
  const { recommendation, deadlines, commitments } = found.entry;
  const promised = deadlines.find((each) => each.kind === 'update' && each.sequence === sequence);
  if (!promised) return refuse('unknown-promise', 'This recommendation has no promise with this number');
  if (promised.state !== 'open')
    return refuse('already-met', 'An update for this promise has already been recorded');
  const refused = checkUpdate(input, promised, today(desk.clock));
  if (refused) return refused;
  const update: Update = { ...input, caseId, number, sequence };
  const othersOpen = deadlines.some((each) => each.id !== promised.id && each.state === 'open');
  const kept = commitments.find((each) => each.sequence === sequence);
  const { receivedOn: metOn } = input;
  const after: Recommendation = { ...recommendation, ...(othersOpen ? {} : { closureProposedOn: metOn }) };
  const saved = await save(desk.table, {
    creates: [{ kind: 'update', value: update }],
    updates: [
      { kind: 'deadline', before: promised, after: { ...promised, state: 'met', metOn, nextActionOn: null } },
      ...(kept ? [{ kind: 'commitment' as const, before: kept, after: { ...kept, metOn } }] : []),
      { kind: 'recommendation', before: recommendation, after },
    ],
    event: eventOf(desk, 'record-update', { caseId, number, sequence }),
  });
  return saved ?? update;
}
