import { samePerson } from '../../../shared/domain/person.ts';
import type { Recommendation, SharedRecommendationInput } from '../../../shared/domain/recommendation.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { type CaseFile, readCaseFile } from '../../../shared/store/case-file.ts';
import { save } from '../../../shared/store/save.ts';
import { checkBoard, checkContact, type Desk, decideAgain, eventOf, noSuchCase } from './desk.ts';
import { asRecorded, createdWith } from './record-recommendation.ts';

/** Each takes six writes of a transaction's hundred: itself, its deadline, its row, that nobody owns it, and its own history's two. */
const mostAtOnce = 16;

/**
 * Records one recommendation made to several bodies: one for each body, with its own number, owner and deadline, and all of one group.
 * More than 16 bodies take several transactions. Where a later one fails, recording the same again adds what is missing and nothing twice;
 * once all are there it is refused.
 */
export async function recordForSeveral(
  desk: Desk,
  caseId: string,
  input: SharedRecommendationInput,
): Promise<Recommendation[] | Refusal> {
  const unknown = await checkPeople(desk, input);
  if (unknown) return unknown;
  const recorded: Recommendation[] = [];
  for (;;) {
    const part = await decideAgain(() => nextPart(desk, caseId, input));
    if (isRefusal(part)) return part;
    recorded.push(...part);
    if (part.length < mostAtOnce) break;
  }
  return recorded.length > 0
    ? recorded
    : refuse('already-recorded', 'This has already been recorded for each of these bodies');
}

async function checkPeople({ table }: Desk, { boardId, recipients }: SharedRecommendationInput) {
  for (const [index, { ownerId }] of recipients.entries()) {
    const unknown = await checkContact(table, ownerId, `recipients.${index}.ownerId`);
    if (unknown) return unknown;
  }
  return checkBoard(table, boardId);
}

async function nextPart(
  desk: Desk,
  caseId: string,
  input: SharedRecommendationInput,
): Promise<Recommendation[] | Refusal> {
  const file = await readCaseFile(desk.table, caseId);
  if (!file) return noSuchCase;
  const { learningCase } = file;
  const part = missing(file, input).slice(0, mostAtOnce);
  if (part.length === 0) return [];
  const creates = part.map((each) => createdWith(each, learningCase, desk));
  const refused = creates.find(isRefusal);
  if (refused) return refused;
  const saved = await save(desk.table, {
    creates: creates.flatMap((each) => (isRefusal(each) ? [] : each)),
    updates: [{ kind: 'case', before: learningCase, after: learningCase }],
    event: eventOf(desk, 'record-recommendation', { caseId, why: toWhom(part) }),
  });
  return saved ?? part;
}

/** What is not recorded yet, in the order given. */
function missing(file: CaseFile, { recipients, ...input }: SharedRecommendationInput): Recommendation[] {
  const { learningCase, recommendations } = file;
  const there = recommendations
    .map(({ recommendation }) => recommendation)
    .filter(({ group, text }) => group !== undefined && text === input.text);
  const first = recommendations.length + 1;
  const group = there[0]?.group ?? `${learningCase.id}.${first}`;
  return recipients
    .filter(({ addressee }) => !there.some((each) => samePerson(each.addressee, addressee)))
    .map((recipient, index) => asRecorded({ ...input, ...recipient, group }, learningCase, first + index));
}

const toWhom = (part: readonly Recommendation[]): string =>
  `to ${part.length} ${part.length === 1 ? 'body' : 'bodies'}, numbers ${part[0]!.number} to ${part.at(-1)!.number}`;
