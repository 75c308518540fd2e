import type { Child } from 'hono/jsx';
import { type Choice, ChoiceItem, choiceId, type Divider } from './choice.tsx';
import { classNames } from './class-names.ts';
import { Fieldset } from './fieldset.tsx';
import { describedBy, type FieldNotes, FormGroup, Notes } from './form-group.tsx';
import type { LabelSize } from './label.tsx';

export type RadiosProps = FieldNotes & {
  name: string;
  id?: string;
  legend: Child;
  legendSize?: LabelSize;
  legendIsHeading?: boolean;
  items: readonly (Choice | Divider)[];
  value?: string | undefined;
  inline?: boolean;
  small?: boolean;
};

export const Radios = (props: RadiosProps) => {
  const id = props.id ?? props.name;
  return (
    <FormGroup error={props.error}>
      <Fieldset
        legend={props.legend}
        legendSize={props.legendSize}
        legendIsHeading={props.legendIsHeading}
        describedBy={describedBy(id, props)}
      >
        <Notes id={id} hint={props.hint} error={props.error} />
        <div
          class={classNames(
            'govuk-radios',
            props.inline && 'govuk-radios--inline',
            props.small && 'govuk-radios--small',
          )}
        >
          {props.items.map((item, index) =>
            'divider' in item ? (
              <div class="govuk-radios__divider">{item.divider}</div>
            ) : (
              <ChoiceItem
                kind="radios"
                id={choiceId(id, index)}
                name={props.name}
                choice={item}
                checked={item.value === props.value}
              />
            ),
          )}
        </div>
      </Fieldset>
    </FormGroup>
  );
};
