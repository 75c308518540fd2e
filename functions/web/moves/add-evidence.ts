import {
  type Evidence,
  type EvidenceInput,
  type FileEvidence,
  type FileInput,
  nameOf,
} from '../../../shared/domain/evidence.ts';
import { type EvidenceType, recogniseFile } from '../../../shared/domain/evidence-type.ts';
import { cleanFileName } from '../../../shared/domain/file-name.ts';
import { mayMake } from '../../../shared/domain/moves.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { standingOf } from '../../../shared/domain/standing.ts';
import type { EvidenceFiles, Place } from '../../../shared/files/evidence-files.ts';
import { today } from '../../../shared/runtime/clock.ts';
import type { RecommendationFile } from '../../../shared/store/case-file.ts';
import { save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain, eventOf, findRecommendation } from './desk.ts';
import { refusedFor } from './withheld.ts';

type Draft = EvidenceInput | Pick<FileEvidence, 'kind' | 'fileName' | 'type' | 'size' | 'sha256' | 'shows'>;

/** Adds a text or a link to what proves that something was done. */
export const addEvidence = (
  desk: Desk,
  caseId: string,
  number: number,
  input: EvidenceInput,
): Promise<Evidence | Refusal> => record(desk, { caseId, number, id: desk.newId() }, input);

export const noSuchFile = refuse('unknown-file', 'There is no such file among the evidence');

/** A file that waits to be added, after its bytes and its name were looked at together. */
export type CheckedFile = { fileName: string; type: EvidenceType; bytes: Uint8Array };

/** Looks at a file that was sent. Nothing is recorded: what nobody adds is gone after a day. */
export async function checkFile(
  files: EvidenceFiles,
  place: Place,
  sentAs: string,
): Promise<CheckedFile | Refusal> {
  const bytes = await files.waiting(place, sentAs);
  if (typeof bytes === 'string') return refusedFor[bytes];
  const fileName = cleanFileName(sentAs);
  const type = recogniseFile(fileName, bytes);
  return isRefusal(type) ? type : { fileName, type, bytes };
}

/** Adds a file that was sent: looks at it once more, keeps exactly those bytes, and records them. */
export async function addFile(
  desk: Desk,
  files: EvidenceFiles,
  place: Place,
  { fileName: sentAs, shows }: FileInput,
): Promise<Evidence | Refusal> {
  // Before anything is kept that no record could then name.
  const refused = await mayAddTo(desk, place);
  if (refused) return refused;
  const checked = await checkFile(files, place, sentAs);
  if (isRefusal(checked)) return checked;
  const { fileName, type, bytes } = checked;
  const sha256 = await files.keep(place, bytes);
  return record(desk, place, { kind: 'file', fileName, type, size: bytes.length, sha256, shows });
}

/** Why evidence with this id cannot be added here now, if so. */
export async function mayAddTo(desk: Desk, { caseId, number, id }: Place): Promise<Refusal | undefined> {
  const found = await findRecommendation(desk.table, caseId, number);
  return isRefusal(found) ? found : refusedBy(desk, found.entry, id);
}

function refusedBy(desk: Desk, entry: RecommendationFile, id: string): Refusal | undefined {
  const standing = standingOf(entry.recommendation, entry.deadlines, today(desk.clock));
  const isAdded = entry.evidence.some((each) => each.id === id);
  return (
    mayMake('add-evidence', standing) ??
    (isAdded ? refuse('already-added', 'This file has already been added') : undefined)
  );
}

const record = (desk: Desk, place: Place, draft: Draft): Promise<Evidence | Refusal> =>
  decideAgain(() => once(desk, place, draft));

async function once(desk: Desk, place: Place, draft: Draft): Promise<Evidence | Refusal> {
  const { caseId, number } = place;
  const found = await findRecommendation(desk.table, caseId, number);
  if (isRefusal(found)) return found;
  const refused = refusedBy(desk, found.entry, place.id);
  if (refused) return refused;
  const { recommendation } = found.entry;
  const value: Evidence = { ...draft, ...place, addedOn: today(desk.clock), addedBy: desk.by, version: 1 };
  const saved = await save(desk.table, {
    creates: [{ kind: 'evidence', value }],
    // Unchanged but for its version: somebody who closes or withdraws it meanwhile has seen this evidence, or this is decided again.
    updates: [{ kind: 'recommendation', before: recommendation, after: recommendation }],
    event: eventOf(desk, 'add-evidence', { caseId, number, what: nameOf(value) }),
  });
  return saved ?? value;
}
