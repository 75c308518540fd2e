import type { Child } from 'hono/jsx';
import type { Board } from '../../../shared/domain/board.ts';
import type { MadeIn } from '../../../shared/domain/commitment.ts';
import { DateInput } from '../components/date-input.tsx';
import { Input } from '../components/input.tsx';
import { Radios } from '../components/radios.tsx';
import { Select } from '../components/select.tsx';
import { Textarea } from '../components/textarea.tsx';
import { errorOf, type FieldErrors } from '../forms/field-errors.ts';
import type { PostedForm } from '../forms/posted-form.ts';
import {
  numberInResponse,
  type PromiseKind,
  promiseKinds,
  promiseWords,
  slotField,
} from '../forms/promise-slot.ts';
import { typedDate } from '../forms/typed-date.ts';
import { AtBoard } from './at-board.tsx';

/** `boards`: those to choose from. `madeIn`: what the words are copied from. */
export type PromiseFieldsProps = {
  form: PostedForm;
  errors: FieldErrors;
  boards: readonly Board[];
  madeIn: MadeIn;
  /** What to say under the words of a promise: how they were read, where they were filled in. */
  note?: ((quote: string) => Child) | undefined;
};

type Fields = PromiseFieldsProps & { slot: number };

const kindWords: Record<PromiseKind, { text: string; hint: string }> = {
  within: { text: 'Within a time', hint: 'Such as “within 3 months”' },
  between: { text: 'Between two times', hint: 'Such as “in 4-6mths”' },
  'by-date': { text: 'By a date', hint: 'Such as “by 31 March 2021”' },
  'in-period': { text: 'In a period', hint: 'Such as “in spring 2021”: give its first and last day' },
  'on-event': {
    text: 'After an event',
    hint: 'Such as “once the inquest has ended”: it has no date until then',
  },
  'board-meeting': {
    text: 'At a board’s next meeting',
    hint: 'Such as “at the next Learning the Lessons board”',
  },
  none: { text: 'No date', hint: 'Something is promised, but not by when' },
  completed: { text: 'Already done', hint: 'It is said to have been done' },
  nothing: { text: 'There is no promise', hint: 'Leave the words empty as well' },
};

/** The boxes of one promise. What belongs to an answer is shown under it. `part`: whose, where several on a page have promises. */
export const PromiseFields = ({
  of,
  kinds = promiseKinds,
  part,
  ...fields
}: Fields & { of: number; kinds?: readonly PromiseKind[]; part?: string }) => {
  const { form, errors, slot, madeIn } = fields;
  const quote = slotField(slot, 'quote');
  const kind = slotField(slot, 'kind');
  const name = of > 1 ? `${promiseWords[madeIn]} ${numberInResponse(slot)}` : 'The promise';
  return (
    <section class="tracker-promise" aria-label={part ? `${part}: ${name}` : name}>
      {of > 1 && <Heading madeIn={madeIn}>{name}</Heading>}
      <Textarea
        name={quote}
        label="The words of the promise"
        labelSize="s"
        hint={
          kinds.includes('nothing')
            ? `Copied from the ${madeIn}. Leave this empty if it promises nothing.`
            : `Copied from the ${madeIn}`
        }
        rows={3}
        value={form.get(quote)}
        error={errors[quote]?.message}
      />
      {fields.note?.(form.get(quote))}
      <Radios
        name={kind}
        legend="When do these words say it will be done?"
        legendSize="s"
        value={form.get(kind)}
        error={errors[kind]?.message}
        items={kinds.map((value) => ({
          value,
          ...kindWords[value],
          conditional: boxesOf(fields, value),
        }))}
      />
    </section>
  );
};

// On the form of a response a heading of the page stands above the promises; on that of an update the promises follow its title.
const Heading = ({ madeIn, children }: { madeIn: MadeIn; children: Child }) =>
  madeIn === 'update' ? (
    <h2 class="govuk-heading-s">{children}</h2>
  ) : (
    <h3 class="govuk-heading-s">{children}</h3>
  );

function boxesOf(fields: Fields, kind: PromiseKind): Child {
  switch (kind) {
    case 'within':
      return (
        <div class="tracker-counting">
          <Count {...fields} field={slotField(fields.slot, kind, 'latest')} label="Within" />
          <Unit {...fields} field={slotField(fields.slot, kind, 'unit')} />
        </div>
      );
    case 'between':
      return (
        <div class="tracker-counting">
          <Count {...fields} field={slotField(fields.slot, kind, 'earliest')} label="Between" />
          <Count {...fields} field={slotField(fields.slot, kind, 'latest')} label="and" />
          <Unit {...fields} field={slotField(fields.slot, kind, 'unit')} />
        </div>
      );
    case 'by-date':
      return <DateBoxes {...fields} field={slotField(fields.slot, kind, 'dueOn')} legend="Last day" />;
    case 'in-period':
      return (
        <>
          <DateBoxes {...fields} field={slotField(fields.slot, kind, 'opensOn')} legend="First day" />
          <DateBoxes {...fields} field={slotField(fields.slot, kind, 'dueOn')} legend="Last day" />
        </>
      );
    case 'on-event':
      return <Event {...fields} field={slotField(fields.slot, kind, 'event')} />;
    case 'board-meeting':
      return <AtBoard {...fields} field={slotField(fields.slot, kind, 'boardId')} />;
    default:
      return undefined;
  }
}

const Count = ({ form, errors, field, label }: Fields & { field: string; label: string }) => (
  <Input
    name={field}
    label={
      <>
        {label}
        <span class="govuk-visually-hidden"> how many?</span>
      </>
    }
    width={3}
    inputmode="numeric"
    value={form.get(field)}
    error={errors[field]?.message}
  />
);

const Event = ({ form, errors, field }: Fields & { field: string }) => (
  <Input name={field} label="What does it wait for?" value={form.get(field)} error={errors[field]?.message} />
);

const units = [
  { value: '', text: 'Choose' },
  { value: 'day', text: 'days' },
  { value: 'week', text: 'weeks' },
  { value: 'month', text: 'months' },
];

const Unit = ({ form, errors, field }: Fields & { field: string }) => (
  <Select
    name={field}
    label={<span class="govuk-visually-hidden">Days, weeks or months?</span>}
    items={units}
    value={form.get(field)}
    error={errors[field]?.message}
  />
);

const DateBoxes = ({ form, errors, field, legend }: Fields & { field: string; legend: string }) => (
  <DateInput name={field} legend={legend} values={typedDate(form, field)} {...errorOf(errors, field)} />
);
