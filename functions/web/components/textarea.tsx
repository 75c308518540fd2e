import { classNames } from './class-names.ts';
import { Field, type FieldProps } from './field.tsx';
import { describedBy } from './form-group.tsx';

export type TextareaProps = FieldProps & {
  value?: string | undefined;
  rows?: number;
  readonly?: boolean;
  spellcheck?: boolean;
};

export const Textarea = (props: TextareaProps) => {
  const id = props.id ?? props.name;
  return (
    <Field {...props} id={id}>
      <textarea
        class={classNames('govuk-textarea', props.error && 'govuk-textarea--error')}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        readonly={props.readonly}
        aria-describedby={describedBy(id, props)}
        spellcheck={props.spellcheck}
      >
        {keepFirstLine(props.value)}
      </textarea>
    </Field>
  );
};

/** Browsers drop a line break that directly follows `<textarea>`, so words kept verbatim need one to spare. */
function keepFirstLine(value: string | undefined): string | undefined {
  return value?.startsWith('\n') || value?.startsWith('\r') ? `\n${value}` : value;
}
