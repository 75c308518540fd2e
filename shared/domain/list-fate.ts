import { canonical } from './canonical.ts';
import { type Case, caseIdOf } from './case.ts';
import { inWords } from './day.ts';
import {
  caseGrounds,
  caseWords,
  differencesFrom,
  differencesOf,
  fieldsInWords,
  type KnownRecommendation,
} from './list-difference.ts';
import type { ListEntry } from './list-entry.ts';

/** What becomes of a line of a list. */
export const fates = {
  new: 'New',
  unchanged: 'Unchanged',
  updated: 'Updated',
  refused: 'Refused',
} as const;

export type FateKind = keyof typeof fates;

/**
 * The fate of one line. `number`: the recommendation it is about. `reasons`: why it is refused, or what it changes. `notes`: what a person should
 * know of it all the same. `adds`: what is missing from the record and in the line.
 */
export type Fate = {
  line: number;
  caseId: string;
  reference: string;
  number: number;
  kind: FateKind;
  reasons: string[];
  notes: string[];
  adds: { response: boolean; caseWords: boolean };
};

/** What is recorded of a case already. */
export type Recorded = {
  learningCase: Case;
  recommendations: readonly KnownRecommendation[];
};

/**
 * The fate of each line about one case, in the order of their numbers, by what is recorded and by the lines before it. A line is known by its
 * reference and number, or where the list has no numbers by its reference and words, so that taking in the same list twice is taking it
 * in once. An empty cell says nothing. What duties hang on is never changed by a list: where it differs, the line is refused.
 */
export function weighLines(
  entries: readonly ListEntry[],
  recorded: Recorded | undefined,
  problems: Problems = new Map(),
): Fate[] {
  const known = new Map((recorded?.recommendations ?? []).map((each) => [each.recommendation.number, each]));
  const taken = new Map<number, ListEntry>();
  const inOrder = entries.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0) || a.line - b.line);
  const fates: Fate[] = [];
  for (const entry of inOrder) {
    const number = numberOf(entry, known, taken);
    const earlier = taken.get(number);
    const fate = begin(entry, number, recorded?.learningCase.id);
    fates.push(fate);
    againstFirst(fate, entry, inOrder[0]!);
    if (fate.kind === 'new' && earlier) repeated(fate, entry, earlier);
    else if (fate.kind === 'new' && recorded) againstRecord(fate, entry, recorded, known.get(number));
    for (const { reason, keepsOut } of problems.get(entry.line) ?? [])
      if (keepsOut(fate)) refuseLine(fate, reason);
    if (fate.kind === 'new' && number !== known.size + newIn(fates)) followsNothing(fate);
    if (fate.kind !== 'refused' && !earlier) taken.set(number, entry);
  }
  return onlyOneChangesTheCase(fates);
}

/** Why a line cannot be taken in that its words alone do not show, by line; and which fates that keeps from happening. */
export type Problems = ReadonlyMap<number, readonly { reason: string; keepsOut(fate: Fate): boolean }[]>;

function againstFirst(fate: Fate, entry: ListEntry, first: ListEntry): void {
  const differs = differencesOf(entry.case, first.case, [...Object.keys(caseGrounds), ...caseWords]);
  if (differs.length === 0) return;
  const words = fieldsInWords(differs);
  refuseLine(fate, `Line ${first.line} is about the same case and is different in ${words}`);
}

// A case that was amended to this reference keeps the address of its first.
const begin = (entry: ListEntry, number: number, caseId = caseIdOf(entry.case.reference)): Fate => ({
  line: entry.line,
  caseId,
  reference: entry.case.reference,
  number,
  kind: 'new',
  reasons: [],
  notes: entry.says
    ? [`The list says “${entry.says}” without the date of the response: record the response with its date`]
    : [],
  adds: { response: false, caseWords: false },
});

function refuseLine(fate: Fate, reason: string): void {
  fate.kind = 'refused';
  fate.reasons.push(reason);
}

const newIn = (fates: readonly Fate[]) => fates.filter(({ kind }) => kind === 'new').length;

function numberOf(
  { number, recommendation }: ListEntry,
  known: ReadonlyMap<number, KnownRecommendation>,
  taken: ReadonlyMap<number, ListEntry>,
): number {
  if (number !== undefined) return number;
  const inRecord = [...known.values()].find((each) => each.recommendation.text === recommendation.text);
  const inList = [...taken].find(([, each]) => each.recommendation.text === recommendation.text);
  return inRecord?.recommendation.number ?? inList?.[0] ?? Math.max(0, ...known.keys(), ...taken.keys()) + 1;
}

function followsNothing(fate: Fate): void {
  refuseLine(
    fate,
    `Recommendation ${fate.number - 1} of this case is neither recorded nor taken in before it`,
  );
}

function repeated(fate: Fate, entry: ListEntry, earlier: ListEntry): void {
  const { line: _, ...mine } = entry;
  const { line, ...first } = earlier;
  if (canonical(mine) !== canonical(first)) {
    refuseLine(fate, `Line ${line} is about the same recommendation and says something else`);
    return;
  }
  fate.kind = 'unchanged';
  fate.reasons.push(`The same as line ${line}`);
}

function againstRecord(
  fate: Fate,
  entry: ListEntry,
  { learningCase }: Recorded,
  known: KnownRecommendation | undefined,
): void {
  const differs = [
    ...differencesOf(entry.case, learningCase, Object.keys(caseGrounds)),
    ...(known ? differencesFrom(entry, known) : []),
  ];
  if (differs.length > 0) {
    const words = fieldsInWords(differs);
    refuseLine(fate, `What is recorded is different in ${words}: a list does not change that`);
    return;
  }
  if (known) fate.kind = 'unchanged';
  if (known?.response) fate.notes = [];
  if (known && entry.response && !known.response) {
    fate.adds.response = true;
    fate.reasons.push(`Adds the response of ${inWords(entry.response.respondedOn)}`);
  }
  const changed = differencesOf(entry.case, learningCase, caseWords);
  if (known && changed.length > 0) {
    fate.adds.caseWords = true;
    fate.reasons.push(`${changesTheCase} in ${fieldsInWords(changed)}`);
  }
  if (fate.adds.response || fate.adds.caseWords) fate.kind = 'updated';
}

const changesTheCase = 'Changes the case';

// The words of a case are on each of its lines, and changed once.
function onlyOneChangesTheCase(fates: Fate[]): Fate[] {
  const first = fates.find(({ adds, kind }) => adds.caseWords && kind !== 'refused');
  for (const fate of fates) {
    if (fate === first || !fate.adds.caseWords) continue;
    fate.adds.caseWords = false;
    if (fate.kind !== 'updated') continue;
    fate.reasons = fate.reasons.filter((each) => !each.startsWith(changesTheCase));
    if (!fate.adds.response) fate.kind = 'unchanged';
  }
  return fates;
}
