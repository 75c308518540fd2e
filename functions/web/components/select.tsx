import { classNames } from './class-names.ts';
import { Field, type FieldProps } from './field.tsx';
import { describedBy } from './form-group.tsx';

export type SelectItem = { value: string; text: string; disabled?: boolean };

export type SelectProps = FieldProps & {
  items: readonly SelectItem[];
  /** The value that is chosen; the browser takes the first item when none matches. */
  value?: string | undefined;
};

export const Select = (props: SelectProps) => {
  const id = props.id ?? props.name;
  return (
    <Field {...props} id={id}>
      <select
        class={classNames('govuk-select', props.error && 'govuk-select--error')}
        id={id}
        name={props.name}
        aria-describedby={describedBy(id, props)}
      >
        {props.items.map((item) => (
          <option value={item.value} selected={item.value === props.value} disabled={item.disabled}>
            {item.text}
          </option>
        ))}
      </select>
    </Field>
  );
};
