import type { Child } from 'hono/jsx';
import { type FieldNotes, FormGroup, Notes } from './form-group.tsx';
import { Label, type LabelSize } from './label.tsx';

/** What every field with one label shares. The id is the name unless given. */
export type FieldProps = FieldNotes & {
  name: string;
  id?: string;
  label: Child;
  labelSize?: LabelSize;
  labelIsHeading?: boolean;
};

export const Field = (props: FieldProps & { id: string; children: Child }) => (
  <FormGroup error={props.error}>
    <Label for={props.id} size={props.labelSize} isHeading={props.labelIsHeading}>
      {props.label}
    </Label>
    <Notes id={props.id} hint={props.hint} error={props.error} />
    {props.children}
  </FormGroup>
);
