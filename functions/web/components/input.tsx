import { classNames } from './class-names.ts';
import { Field, type FieldProps } from './field.tsx';
import { describedBy } from './form-group.tsx';

export type InputProps = FieldProps & {
  value?: string | undefined;
  type?: 'text' | 'email' | 'search' | 'tel' | 'url' | 'password';
  /** Room for about this many characters; without it the field is as wide as its column. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  inputmode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'url';
  autocomplete?: string;
  spellcheck?: boolean;
  disabled?: boolean;
  prefix?: string;
  suffix?: string;
};

export const Input = (props: InputProps) => {
  const id = props.id ?? props.name;
  return (
    <Field {...props} id={id}>
      {props.prefix || props.suffix ? (
        <div class="govuk-input__wrapper">
          <Affix kind="prefix" text={props.prefix} />
          <Box {...props} id={id} />
          <Affix kind="suffix" text={props.suffix} />
        </div>
      ) : (
        <Box {...props} id={id} />
      )}
    </Field>
  );
};

const Affix = (props: { kind: 'prefix' | 'suffix'; text: string | undefined }) =>
  props.text ? (
    <div class={`govuk-input__${props.kind}`} aria-hidden="true">
      {props.text}
    </div>
  ) : null;

const Box = (props: InputProps & { id: string }) => (
  <input
    class={classNames(
      'govuk-input',
      props.width && `govuk-input--width-${props.width}`,
      props.error && 'govuk-input--error',
    )}
    id={props.id}
    name={props.name}
    type={props.type ?? 'text'}
    value={props.value}
    aria-describedby={describedBy(props.id, props)}
    autocomplete={props.autocomplete}
    spellcheck={props.spellcheck}
    inputmode={props.inputmode}
    disabled={props.disabled}
  />
);
