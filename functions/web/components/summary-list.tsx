import type { Child } from 'hono/jsx';
import { type Action, ActionLink } from './actions.tsx';
import { classNames } from './class-names.ts';

export type SummaryRow = { key: Child; value: Child; actions?: readonly Action[] | undefined };

export type SummaryListProps = {
  rows: readonly SummaryRow[];
  noBorder?: boolean;
  /** The card's title, so that the action links can say which card they belong to. */
  cardTitle?: string;
};

export const SummaryList = (props: SummaryListProps) => {
  const anyRowHasActions = props.rows.some((row) => row.actions?.length);
  return (
    <dl class={classNames('govuk-summary-list', props.noBorder && 'govuk-summary-list--no-border')}>
      {props.rows.map((row) => (
        <div
          class={classNames(
            'govuk-summary-list__row',
            anyRowHasActions && !row.actions?.length && 'govuk-summary-list__row--no-actions',
          )}
        >
          <dt class="govuk-summary-list__key">{row.key}</dt>
          <dd class="govuk-summary-list__value">{row.value}</dd>
          <RowActions actions={row.actions ?? []} cardTitle={props.cardTitle} />
        </div>
      ))}
    </dl>
  );
};

const RowActions = (props: { actions: readonly Action[]; cardTitle: string | undefined }) => {
  const [only, ...more] = props.actions;
  if (!only) return null;
  return (
    <dd class="govuk-summary-list__actions">
      {more.length === 0 ? (
        <ActionLink action={only} cardTitle={props.cardTitle} />
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {props.actions.map((action) => (
            <li class="govuk-summary-list__actions-list-item">
              <ActionLink action={action} cardTitle={props.cardTitle} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
};
