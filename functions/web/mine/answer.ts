import type * as z from 'zod';
import type { RecommendationMove } from '../../../shared/domain/moves.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { errorsFromRefusal } from '../forms/field-errors.ts';
import { fieldHolding, type MoveField, readMoveForm } from '../forms/move-form.ts';
import type { PostedForm } from '../forms/posted-form.ts';
import type { Desk } from '../moves/desk.ts';
import type { Sayer } from '../moves/report.ts';
import type { CameBack } from '../pages/moves/move-page.ts';
import { statusOf } from '../refused.ts';
import type { MyItem } from './my-item.ts';

type Words = {
  /** Among the answers: what it is called, and what comes of it. */
  text: string;
  hint: string;
  title: string;
  intro: readonly string[];
  /** After it is saved: what was done, and what happens next. */
  saved: string;
  next: string;
};

/** One thing an owner can answer: what it is called among the answers, its form, and what comes of it. */
export type Answer = Words & {
  /** The end of its address, and how a page that it leads to knows what was saved. */
  name: string;
  move: RecommendationMove;
  button: string;
  /** Its words of a recommendation of which others are true. */
  wordsOf(item: MyItem): Words;
  /** Whether there is anything to say it of, beyond what the table of moves asks. */
  isOffered(item: MyItem): boolean;
  fields(item: MyItem): readonly MoveField[];
  submit(desk: Desk, item: MyItem, form: PostedForm): Promise<CameBack | undefined>;
};

type Row<S extends z.ZodType> = Omit<Answer, 'isOffered' | 'wordsOf' | 'fields' | 'submit'> & {
  schema: S;
  isOffered?: Answer['isOffered'];
  /** The words that differ. */
  wordsOf?(item: MyItem): Partial<Words>;
  fields(item: MyItem): readonly MoveField[];
  /** What needs no question, because there is only one answer. */
  given?(item: MyItem): Readonly<Record<string, string>>;
};

/** An answer as a page: the row of its form, and what the desk makes of it. */
export function answer<S extends z.ZodType>(
  { schema, given = () => ({}), ...row }: Row<S>,
  make: (desk: Desk, sayer: Sayer, input: z.output<S>) => Promise<object | Refusal>,
): Answer {
  return {
    isOffered: () => true,
    ...row,
    wordsOf: (item) => ({ ...row, ...row.wordsOf?.(item) }),
    fields: (item) => row.fields(item).filter((field) => !isGiven(field, given(item))),
    async submit(desk, item, form) {
      const fields = row.fields(item);
      const filled = withGiven(form, given(item));
      const { value, errors } = readMoveForm(schema, fields, filled);
      if (errors) return { errors, status: 422 };
      const { caseId, number } = item.entry.recommendation;
      const made = await make(desk, { caseId, number, byId: item.mine.as.id }, value);
      if (!isRefusal(made)) return undefined;
      const holding = (path: readonly string[]) => fieldHolding(path, fields, filled);
      return { errors: errorsFromRefusal(made, holding), status: statusOf(made) };
    },
  };
}

const isGiven = (field: MoveField, given: Readonly<Record<string, string>>): boolean =>
  'name' in field && Object.hasOwn(given, field.name);

const withGiven = (form: PostedForm, given: Readonly<Record<string, string>>): PostedForm => ({
  get: (name) => (Object.hasOwn(given, name) ? given[name]! : form.get(name)),
});
