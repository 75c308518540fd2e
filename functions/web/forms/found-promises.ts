import type { CommitmentInput } from '../../../shared/domain/commitment.ts';
import { type Day, day, partsOf } from '../../../shared/domain/day.ts';
import type { Suggestion } from '../../../shared/extract/commitments.ts';
import type { PostedForm } from './posted-form.ts';
import { mostPromises, slotField } from './promise-slot.ts';
import { readSlots } from './promise-slots.ts';

/** A suggestion that fits the boxes of a promise; others need a date first that nobody has given. */
export type Found = Suggestion & { readonly promises: CommitmentInput['promise'] };

export const fitsBoxes = (suggestion: Suggestion): suggestion is Found => suggestion.promises !== null;

/** The field that says that the response was already looked through for promises. */
export const lookedField = 'looked';

/** Do these words stand in the boxes of a promise already? */
export const isInBoxes = (form: PostedForm, { quote }: Suggestion): boolean =>
  readSlots(form).some(({ candidate }) => candidate.quote === quote);

const isDated = ({ kind }: Suggestion) => kind !== 'none' && kind !== 'completed';

/**
 * Of what a response seems to promise, what is put into the boxes by itself: what has a date, or where nothing has, what has none.
 * What is said to be done already is left to the person, because a step that was taken is seldom the whole.
 */
export function toFill(suggestions: readonly Suggestion[]): Found[] {
  const fitting = suggestions.filter(fitsBoxes);
  const dated = fitting.filter(isDated);
  const chosen = dated.length > 0 ? dated : fitting.filter(({ kind }) => kind === 'none');
  return chosen.slice(0, mostPromises);
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
