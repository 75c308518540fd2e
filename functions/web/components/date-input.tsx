import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { Fieldset } from './fieldset.tsx';
import { describedBy, type FieldNotes, FormGroup, Notes } from './form-group.tsx';
import { Label, type LabelSize } from './label.tsx';

export type DatePart = 'day' | 'month' | 'year';

/** Just what was typed, so that a wrong date comes back as the person wrote it. */
export type TypedDate = { day: string; month: string; year: string };

export type DateInputProps = FieldNotes & {
  /** The fields post as `<name>-day`, `<name>-month`, `<name>-year`. */
  name: string;
  id?: string;
  legend: Child;
  legendSize?: LabelSize;
  legendIsHeading?: boolean;
  values?: Partial<TypedDate> | undefined;
  /** Which boxes the error is about; all three unless told. */
  errorParts?: readonly DatePart[] | undefined;
};

const PARTS: readonly DatePart[] = ['day', 'month', 'year'];
const PART_LABEL = { day: 'Day', month: 'Month', year: 'Year' };

/** Three boxes; a link to the first of them from the error summary is `#<id>-day`. */
export const DateInput = (props: DateInputProps) => {
  const id = props.id ?? props.name;
  return (
    <FormGroup error={props.error}>
      <Fieldset
        legend={props.legend}
        legendSize={props.legendSize}
        legendIsHeading={props.legendIsHeading}
        role="group"
        describedBy={describedBy(id, props)}
      >
        <Notes id={id} hint={props.hint} error={props.error} />
        <div class="govuk-date-input" id={id}>
          {PARTS.map((part) => (
            <PartBox {...props} id={id} part={part} />
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  );
};

const PartBox = (props: DateInputProps & { id: string; part: DatePart }) => {
  const { part } = props;
  const isWrong = props.error && (props.errorParts ?? PARTS).includes(part);
  return (
    <div class="govuk-date-input__item">
      <FormGroup>
        <Label for={`${props.id}-${part}`} class="govuk-date-input__label">
          {PART_LABEL[part]}
        </Label>
        <input
          class={classNames(
            'govuk-input govuk-date-input__input',
            isWrong && 'govuk-input--error',
            `govuk-input--width-${part === 'year' ? 4 : 2}`,
          )}
          id={`${props.id}-${part}`}
          name={`${props.name}-${part}`}
          type="text"
          value={props.values?.[part]}
          inputmode="numeric"
        />
      </FormGroup>
    </div>
  );
};
