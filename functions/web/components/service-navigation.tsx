import { classNames } from './class-names.ts';

/** `active` marks the section that the page belongs to. */
export type NavigationItem = { text: string; href: string; active?: boolean };

export type ServiceNavigationProps = { serviceName: string; items: readonly NavigationItem[] };

/** The service's name, and its sections where there are any (somebody answering from an e-mail sees only the name). */
export const ServiceNavigation = ({ serviceName, items }: ServiceNavigationProps) => (
  <section aria-label="Service information" class="govuk-service-navigation">
    <div class="govuk-width-container">
      <div class="govuk-service-navigation__container">
        <span class="govuk-service-navigation__service-name">
          {items.length > 0 ? (
            <a href="/" class="govuk-service-navigation__link">
              {serviceName}
            </a>
          ) : (
            <span class="govuk-service-navigation__text">{serviceName}</span>
          )}
        </span>
        {items.length > 0 && (
          <nav aria-label="Menu" class="govuk-service-navigation__wrapper">
            <ul class="govuk-service-navigation__list" id="navigation">
              {items.map((item) => (
                <Item {...item} />
              ))}
            </ul>
          </nav>
        )}
      </div>
    </div>
  </section>
);

const Item = ({ text, href, active }: NavigationItem) => (
  <li
    class={classNames('govuk-service-navigation__item', active && 'govuk-service-navigation__item--active')}
  >
    <a class="govuk-service-navigation__link" href={href} aria-current={active ? 'true' : undefined}>
      {active ? <strong class="govuk-service-navigation__active-fallback">{text}</strong> : text}
    </a>
  </li>
);
