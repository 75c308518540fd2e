import type { Child } from 'hono/jsx';
import { type Choice, ChoiceItem, choiceId, type Divider } from './choice.tsx';
import { classNames } from './class-names.ts';
import { Fieldset } from './fieldset.tsx';
import { describedBy, type FieldNotes, FormGroup, Notes } from './form-group.tsx';
import type { LabelSize } from './label.tsx';

export type CheckboxesProps = FieldNotes & {
  name: string;
  id?: string;
  /** Leave out only for a single box whose own label says everything ("I confirm these words"). */
  legend?: Child;
  legendSize?: LabelSize;
  legendIsHeading?: boolean;
  items: readonly (Choice | Divider)[];
  values?: readonly string[] | undefined;
  small?: boolean;
};

export const Checkboxes = (props: CheckboxesProps) => {
  const id = props.id ?? props.name;
  return (
    <FormGroup error={props.error}>
      {props.legend ? (
        <Fieldset
          legend={props.legend}
          legendSize={props.legendSize}
          legendIsHeading={props.legendIsHeading}
          describedBy={describedBy(id, props)}
        >
          <Boxes {...props} id={id} />
        </Fieldset>
      ) : (
        <Boxes {...props} id={id} />
      )}
    </FormGroup>
  );
};

const Boxes = (props: CheckboxesProps & { id: string }) => (
  <>
    <Notes id={props.id} hint={props.hint} error={props.error} />
    <div class={classNames('govuk-checkboxes', props.small && 'govuk-checkboxes--small')}>
      {props.items.map((item, index) =>
        'divider' in item ? (
          <div class="govuk-checkboxes__divider">{item.divider}</div>
        ) : (
          <ChoiceItem
            kind="checkboxes"
            id={choiceId(props.id, index)}
            name={props.name}
            choice={item}
            checked={props.values?.includes(item.value) ?? false}
            describedBy={props.legend ? undefined : describedBy(props.id, props)}
          />
        ),
      )}
    </div>
  </>
);
