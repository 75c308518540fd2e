import { classNames } from './class-names.ts';
import { Field, type FieldProps } from './field.tsx';
import { describedBy } from './form-group.tsx';

export type FileUploadProps = FieldProps & {
  /** The extensions that the browser offers: '.pdf'. A person can choose others all the same. */
  accept?: readonly string[];
  required?: boolean;
};

export const FileUpload = (props: FileUploadProps) => {
  const id = props.id ?? props.name;
  return (
    <Field {...props} id={id}>
      <input
        class={classNames('govuk-file-upload', props.error && 'govuk-file-upload--error')}
        id={id}
        name={props.name}
        type="file"
        accept={props.accept?.join(',')}
        required={props.required}
        aria-describedby={describedBy(id, props)}
      />
    </Field>
  );
};
