import type { CommitmentInput } from '../../../shared/domain/commitment.ts';
import { type Day, day, partsOf } from '../../../shared/domain/day.ts';
import { longestText } from '../../../shared/domain/text.ts';
import { commitmentsIn, type Suggestion } from '../../../shared/extract/commitments.ts';
import type { PostedForm } from './posted-form.ts';
import { mostPromises, slotField } from './promise-slot.ts';
import { readSlots } from './promise-slots.ts';

/** What a response or an update of a day seems to promise. One that is too long to be recorded is not looked through. */
export const foundIn = (text: string, on: Day | undefined): Suggestion[] =>
  text.trim().length > longestText ? [] : commitmentsIn(text, on ?? null);

/** A suggestion that fits the boxes of a promise; others need a date first that nobody has given. */
export type Found = Suggestion & { readonly promises: CommitmentInput['promise'] };

export const fitsBoxes = (suggestion: Suggestion): suggestion is Found => suggestion.promises !== null;

/** The field that says that the response was already looked through for promises. */
export const lookedField = 'looked';

/** Do these words stand in the boxes of a promise already? */
export const isInBoxes = (form: PostedForm, { quote }: Suggestion): boolean =>
  readSlots(form).some(({ candidate }) => candidate.quote === quote);

const isDated = ({ kind }: Suggestion) => kind !== 'none' && kind !== 'completed';

/** What seems to be promised with a date. */
export const withDate = (suggestions: readonly Suggestion[]): Found[] =>
  suggestions.filter(fitsBoxes).filter(isDated).slice(0, mostPromises);

/** As {@link withDate}, or what has no date where nothing has. What is done already is left to the person: a step is seldom the whole. */
export function toFill(suggestions: readonly Suggestion[]): Found[] {
  const dated = withDate(suggestions);
  const undated = suggestions.filter(fitsBoxes).filter(({ kind }) => kind === 'none');
  return dated.length > 0 ? dated : undated.slice(0, mostPromises);
}

/** The form with one promise more in its boxes, after those that are there; as it is where there is no room. */
export function withFound(form: PostedForm, found: Found): PostedForm {
  const slots = readSlots(form);
  const taken = slots.map(({ slot }) => slot);
  const free = Array.from({ length: mostPromises }, (_, index) => index + 1).find(
    (slot) => !taken.includes(slot),
  );
  if (!free) return form;
  const values = boxesFilled(free, found);
  const promisesShown = String(Math.max(free, ...taken));
  const own = new Map([...values, ['promises', promisesShown], [lookedField, 'yes']]);
  return { get: (name) => own.get(name) ?? form.get(name) };
}

/** What the boxes of one promise hold when it is filled in for a person to check, by the names of the boxes. */
export function boxesFilled(slot: number, { quote, promises }: Found): ReadonlyMap<string, string> {
  const { kind, ...parts } = promises;
  const boxes = Object.entries(parts).flatMap(([name, value]): [string, string][] => {
    const field = slotField(slot, kind, name);
    return name === 'dueOn' || name === 'opensOn'
      ? dateBoxes(field, day.parse(value))
      : [[field, String(value)]];
  });
  return new Map([[slotField(slot, 'quote'), quote], [slotField(slot, 'kind'), kind], ...boxes]);
}

function dateBoxes(field: string, on: Day): [string, string][] {
  const { year, month, date } = partsOf(on);
  return [
    [`${field}-day`, String(date)],
    [`${field}-month`, String(month)],
    [`${field}-year`, String(year)],
  ];
}
