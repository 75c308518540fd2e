import type { FC } from 'hono/jsx';
import type * as z from 'zod';
import type { Deadline } from '../../../../shared/domain/deadline.ts';
import type { RecommendationMove } from '../../../../shared/domain/moves.ts';
import { isRefusal, type Refusal } from '../../../../shared/domain/refusal.ts';
import type { Report } from '../../../../shared/domain/report.ts';
import { errorsFromRefusal, type FieldErrors } from '../../forms/field-errors.ts';
import { fieldHolding, type MoveField, readMoveForm } from '../../forms/move-form.ts';
import type { PostedForm } from '../../forms/posted-form.ts';
import type { Desk } from '../../moves/desk.ts';
import { type DutyAt, dutyAt } from '../../moves/find-duty.ts';
import { statusOf } from '../../refused.ts';
import type { AsItStands } from './guards.ts';

/**
 * What a form is asked for: a recommendation as it stands today and, for what is done to a promise or another deadline, the open duty; for
 * what is done about something an owner said, that report.
 */
export type Asked = AsItStands & { promised?: Deadline; report?: Report };

/** Why a form comes back. */
export type CameBack = { errors: FieldErrors; status: 404 | 409 | 422 };

/** One move with its page. It is at the address of the recommendation, the promise, the deadline or the report, followed by the name of the move. */
export type MovePage = {
  move: RecommendationMove;
  on: 'recommendation' | 'promise' | 'duty' | 'report';
  title(asked: Asked): string;
  /** What saving does and what happens next, a paragraph each. */
  intro(asked: Asked): readonly string[];
  /** What there is to look at before deciding, under the intro. */
  Shows?: FC<{ asked: Asked }>;
  fields(asked: Asked): readonly MoveField[];
  /** The words of the button, where "Save" would not say what it does. */
  button?: string;
  /** What stands in the fields before anything is typed. */
  begins(asked: Asked): Readonly<Record<string, string>>;
  submit(desk: Desk, asked: Asked, form: PostedForm): Promise<CameBack | undefined>;
};

type Row<S extends z.ZodType> = Pick<MovePage, 'move' | 'Shows' | 'button'> & {
  title: string | MovePage['title'];
  intro: readonly string[] | MovePage['intro'];
  fields: readonly MoveField[] | MovePage['fields'];
  begins?: MovePage['begins'];
  schema: S;
};

type Made = Promise<object | Refusal>;

/** A move on a recommendation as a page: the row of its form, and the desk's move. */
export const onRecommendation = <S extends z.ZodType>(
  row: Row<S>,
  make: (desk: Desk, caseId: string, number: number, input: z.output<S>) => Made,
): MovePage =>
  pageOf('recommendation', row, (desk, { entry: { recommendation } }, input) =>
    make(desk, recommendation.caseId, recommendation.number, input),
  );

/** A move on one promise of it. */
export const onPromise = <S extends z.ZodType>(
  row: Row<S>,
  make: (desk: Desk, caseId: string, number: number, sequence: number, input: z.output<S>) => Made,
): MovePage =>
  pageOf('promise', row, (desk, { promised }, input) =>
    make(desk, promised!.caseId, promised!.number, promised!.sequence, input),
  );

/** A move on one deadline of it, whether the response or a promise. */
export const onDuty = <S extends z.ZodType>(
  row: Row<S>,
  make: (desk: Desk, at: DutyAt, input: z.output<S>) => Made,
): MovePage => pageOf('duty', row, (desk, { promised }, input) => make(desk, dutyAt(promised!), input));

/** A move on something that its owner said. */
export const onReport = <S extends z.ZodType>(
  row: Row<S>,
  make: (desk: Desk, at: { caseId: string; number: number; report: string }, input: z.output<S>) => Made,
): MovePage =>
  pageOf('report', row, (desk, { report }, input) =>
    make(desk, { caseId: report!.caseId, number: report!.number, report: report!.id }, input),
  );

function pageOf<S extends z.ZodType>(
  on: MovePage['on'],
  { title, intro, fields, begins, schema, ...row }: Row<S>,
  make: (desk: Desk, asked: Asked, input: z.output<S>) => Made,
): MovePage {
  const fieldsFor: MovePage['fields'] = (asked) => (typeof fields === 'function' ? fields(asked) : fields);
  return {
    ...row,
    on,
    title: (asked) => (typeof title === 'function' ? title(asked) : title),
    intro: (asked) => (typeof intro === 'function' ? intro(asked) : intro),
    fields: fieldsFor,
    begins: begins ?? (() => ({})),
    async submit(desk, asked, form) {
      const shown = fieldsFor(asked);
      const { value, errors } = readMoveForm(schema, shown, form);
      if (errors) return { errors, status: 422 };
      const made = await make(desk, asked, value);
      if (!isRefusal(made)) return undefined;
      const holding = (path: readonly string[]) => fieldHolding(path, shown, form);
      return { errors: errorsFromRefusal(made, holding), status: statusOf(made) };
    },
  };
}
