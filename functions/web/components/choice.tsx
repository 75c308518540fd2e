import type { Child } from 'hono/jsx';
import { Hint } from './hint.tsx';
import { Label } from './label.tsx';

export type Choice = {
  value: string;
  text: Child;
  hint?: Child;
  disabled?: boolean;
  /**
   * Fields that belong to this answer. They are always on show below it, since hiding them needs a script, so their
   * labels have to make sense when another answer is chosen.
   */
  conditional?: Child;
};

/** A word between two answers, such as "or". */
export type Divider = { divider: string };

export type ChoiceItemProps = {
  kind: 'radios' | 'checkboxes';
  id: string;
  name: string;
  choice: Choice;
  checked: boolean;
  describedBy?: string | undefined;
};

/** One radio button or check box with its label, hint and the fields that belong to it. */
export const ChoiceItem = ({ kind, id, name, choice, checked, describedBy }: ChoiceItemProps) => (
  <>
    <div class={`govuk-${kind}__item`}>
      <input
        class={`govuk-${kind}__input`}
        id={id}
        name={name}
        type={kind === 'radios' ? 'radio' : 'checkbox'}
        value={choice.value}
        checked={checked}
        disabled={choice.disabled}
        aria-describedby={
          [describedBy, choice.hint && `${id}-item-hint`].filter(Boolean).join(' ') || undefined
        }
      />
      <Label for={id} class={`govuk-${kind}__label`}>
        {choice.text}
      </Label>
      {choice.hint && (
        <Hint id={`${id}-item-hint`} class={`govuk-${kind}__hint`}>
          {choice.hint}
        </Hint>
      )}
    </div>
    {choice.conditional && (
      <div class={`govuk-${kind}__conditional`} id={`conditional-${id}`}>
        {choice.conditional}
      </div>
    )}
  </>
);

/** The first answer carries the bare id, so that the error summary can link to it as `#<id>`. */
export function choiceId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`;
}
