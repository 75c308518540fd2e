import type { Child } from 'hono/jsx';
import type { ButtonVariant } from './button.tsx';
import { classNames } from './class-names.ts';
import { Offered } from './may-follow.tsx';

export type ButtonLinkProps = { href: string; variant?: ButtonVariant; start?: boolean; children: Child };

/**
 * A link that looks like a button. govuk-frontend gives it `role="button"` and a script that lets the space bar press
 * it; without the script that role would promise a key that does nothing, so here a link stays a link. Who may not follow it is not shown it.
 */
export const ButtonLink = (props: ButtonLinkProps) => (
  <Offered href={props.href}>
    <a
      href={props.href}
      draggable="false"
      class={classNames(
        'govuk-button',
        props.variant && `govuk-button--${props.variant}`,
        props.start && 'govuk-button--start',
      )}
    >
      {props.children}
      {props.start && <StartIcon />}
    </a>
  </Offered>
);

const StartIcon = () => (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
);
