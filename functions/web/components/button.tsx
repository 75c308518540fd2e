import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

export type ButtonVariant = 'secondary' | 'warning';

export type ButtonProps = {
  variant?: ButtonVariant;
  /** Sent with the form when this button sends it, so that one form can hold several answers. */
  name?: string;
  value?: string;
  id?: string;
  type?: 'submit' | 'button';
  disabled?: boolean;
  children: Child;
};

export const Button = (props: ButtonProps) => (
  <button
    type={props.type ?? 'submit'}
    value={props.value}
    name={props.name}
    disabled={props.disabled}
    aria-disabled={props.disabled ? 'true' : undefined}
    class={classNames('govuk-button', props.variant && `govuk-button--${props.variant}`)}
    id={props.id}
  >
    {props.children}
  </button>
);
