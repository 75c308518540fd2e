export type FooterProps = { serviceName: string; links: readonly { text: string; href: string }[] };

export const Footer = (props: FooterProps) => (
  <div class="govuk-footer">
    <div class="govuk-width-container">
      <div class="govuk-footer__meta">
        <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
          <p class="tracker-footer__name">{props.serviceName}</p>
          <p class="tracker-footer__words">
            Remembers what was promised in answer to a recommendation, and writes to the owner before the day
            comes.
          </p>
          {props.links.length > 0 && (
            <>
              <h2 class="govuk-visually-hidden">Support links</h2>
              <ul class="govuk-footer__inline-list">
                {props.links.map(({ text, href }) => (
                  <li class="govuk-footer__inline-list-item">
                    <a class="govuk-footer__link" href={href}>
                      {text}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </div>
    </div>
  </div>
);
