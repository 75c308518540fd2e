import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

export type TagColour = 'grey' | 'green' | 'teal' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow';

/** The words carry the meaning; the colour only helps the eye. Without a colour it is the house blue. */
export const Tag = (props: { colour?: TagColour | undefined; children: Child }) => (
  <strong class={classNames('govuk-tag', props.colour && `govuk-tag--${props.colour}`)}>
    {props.children}
  </strong>
);
