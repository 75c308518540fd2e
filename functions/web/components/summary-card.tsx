import type { Child } from 'hono/jsx';
import { type Action, ActionLink } from './actions.tsx';

export type SummaryCardProps = {
  title: string;
  headingLevel?: 2 | 3 | 4;
  /** Shown beside the title, such as a tag with the standing. */
  tag?: Child;
  actions?: readonly Action[];
  /** Usually a SummaryList given the same `cardTitle`. */
  children: Child;
};

export const SummaryCard = (props: SummaryCardProps) => {
  const Heading = `h${props.headingLevel ?? 2}` as 'h2';
  return (
    <div class="govuk-summary-card">
      <div class="govuk-summary-card__title-wrapper">
        <Heading class="govuk-summary-card__title">{props.title}</Heading>
        {props.tag && <div class="tracker-card__tag">{props.tag}</div>}
        <CardActions actions={props.actions ?? []} title={props.title} />
      </div>
      <div class="govuk-summary-card__content">{props.children}</div>
    </div>
  );
};

const CardActions = (props: { actions: readonly Action[]; title: string }) => {
  const [only, ...more] = props.actions;
  if (!only) return null;
  if (more.length === 0) {
    return (
      <div class="govuk-summary-card__actions">
        <ActionLink action={only} cardTitle={props.title} />
      </div>
    );
  }
  return (
    <ul class="govuk-summary-card__actions">
      {props.actions.map((action) => (
        <li class="govuk-summary-card__action">
          <ActionLink action={action} cardTitle={props.title} />
        </li>
      ))}
    </ul>
  );
};
