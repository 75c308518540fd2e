import { Offered } from './may-follow.tsx';

/** A link beside a row or a card's title. `of` is read out but not shown, so that "Change" says what it changes. */
export type Action = { text: string; href: string; of?: string | undefined };

export const ActionLink = ({ action, cardTitle }: { action: Action; cardTitle?: string | undefined }) => (
  <Offered href={action.href}>
    <a class="govuk-link" href={action.href}>
      {action.text}
      {(action.of || cardTitle) && (
        <span class="govuk-visually-hidden">
          {action.of && ` ${action.of}`}
          {cardTitle && ` (${cardTitle})`}
        </span>
      )}
    </a>
  </Offered>
);
