import type { Child } from 'hono/jsx';

export type PanelProps = { title: Child; headingLevel?: 1 | 2 | 3; children?: Child };

/** The end of a task that somebody came for: "Thank you, that is recorded". */
export const Panel = (props: PanelProps) => {
  const Heading = `h${props.headingLevel ?? 1}` as 'h1';
  return (
    <div class="govuk-panel govuk-panel--confirmation">
      <Heading class="govuk-panel__title">{props.title}</Heading>
      {props.children && <div class="govuk-panel__body">{props.children}</div>}
    </div>
  );
};
