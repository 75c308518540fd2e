import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

export type HintProps = { id: string; class?: string; children: Child };

export const Hint = (props: HintProps) => (
  <div id={props.id} class={classNames('govuk-hint', props.class)}>
    {props.children}
  </div>
);
