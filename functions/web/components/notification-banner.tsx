import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

export type NotificationBannerProps = {
  type?: 'success';
  title?: string;
  titleId?: string;
  /** The one sentence that matters; further paragraphs or links go in the children. */
  heading?: Child;
  children?: Child;
};

export const NotificationBanner = (props: NotificationBannerProps) => {
  const isSuccess = props.type === 'success';
  const titleId = props.titleId ?? 'govuk-notification-banner-title';
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles it can have take a name
    <div
      class={classNames('govuk-notification-banner', isSuccess && 'govuk-notification-banner--success')}
      role={isSuccess ? 'alert' : 'region'}
      aria-labelledby={titleId}
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id={titleId}>
          {props.title ?? (isSuccess ? 'Success' : 'Important')}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">
        {props.heading && <p class="govuk-notification-banner__heading">{props.heading}</p>}
        {props.children}
      </div>
    </div>
  );
};
