import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

export type LabelSize = 's' | 'm' | 'l' | 'xl';

export type LabelProps = {
  for: string;
  size?: LabelSize | undefined;
  /** The label is also the page's only `h1`: for pages that ask one question. */
  isHeading?: boolean | undefined;
  class?: string;
  children: Child;
};

export const Label = (props: LabelProps) => {
  const label = (
    <label
      class={classNames('govuk-label', props.size && `govuk-label--${props.size}`, props.class)}
      for={props.for}
    >
      {props.children}
    </label>
  );
  return props.isHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
};
