import { html, raw } from 'hono/html';
import { type Child, useContext } from 'hono/jsx';
import { BackLink, type BackLinkProps } from './components/back-link.tsx';
import { Breadcrumbs, type Crumb } from './components/breadcrumbs.tsx';
import { Footer } from './components/footer.tsx';
import { Header } from './components/header.tsx';
import { MayFollow } from './components/may-follow.tsx';
import { ServiceNavigation } from './components/service-navigation.tsx';
import { SkipLink } from './components/skip-link.tsx';

/** The sections of the staff form, in the order of the menu. */
const SECTIONS = [
  { text: 'Home', href: '/' },
  { text: 'Recommendations', href: '/recommendations' },
  { text: 'Cases', href: '/cases' },
  { text: 'Calendar', href: '/calendar' },
  { text: 'Boards', href: '/boards' },
  { text: 'Contacts', href: '/contacts' },
  { text: 'Mail', href: '/mails' },
  { text: 'Nights', href: '/nights' },
] as const;

const FOOTER_LINKS = [
  { text: 'Settings', href: '/settings' },
  { text: 'API', href: '/api/v1/docs' },
];

export type SectionHref = (typeof SECTIONS)[number]['href'];

export type PageProps = {
  /** What the browser's tab says; the page's own `h1` is among the children. */
  title: string;
  service: { name: string; organisation: string };
  stylesheetHref: string;
  iconHref?: string | undefined;
  /** Finished HTML for the strip at the very top, put in as it is: it must never hold anything a person typed. */
  banner?: string | null | undefined;
  /** What stands under the menu of every page while it lasts. */
  notice?: Child;
  /** The section this page belongs to, marked in the menu. */
  current?: SectionHref | undefined;
  /** For people who are not staff: no menu, no links for staff. */
  withoutNavigation?: boolean;
  /** Where the name in the header leads: to owners their own pages. */
  homeHref?: string | undefined;
  account?: Child;
  backLink?: BackLinkProps | undefined;
  breadcrumbs?: readonly Crumb[] | undefined;
  /** After how many seconds the browser asks again, while something is under way. */
  refreshAfter?: number | undefined;
  /** The page shows an error summary, so the tab says so first. */
  hasErrors?: boolean;
  children: Child;
};

/** A whole page. There is no script in it, nor anything that would need one. */
export const Page = (props: PageProps) =>
  html`<!DOCTYPE html>${(
    <html lang="en-GB" class="govuk-template">
      <Head {...props} />
      <body class="govuk-template__body">
        <SkipLink href="#main-content" text="Skip to main content" />
        {props.banner && raw(props.banner)}
        <header class="govuk-template__header">
          <Header
            organisation={props.service.organisation}
            homeHref={props.homeHref}
            account={props.account}
          />
          <Menu {...props} />
        </header>
        {props.notice}
        <div class="govuk-width-container">
          {props.breadcrumbs && <Breadcrumbs items={props.breadcrumbs} />}
          {props.backLink && (
            <nav aria-label="Back">
              <BackLink {...props.backLink} />
            </nav>
          )}
          <main class="govuk-main-wrapper" id="main-content" tabindex={-1}>
            {props.children}
          </main>
        </div>
        <footer class="govuk-template__footer">
          <Footer serviceName={props.service.name} links={props.withoutNavigation ? [] : FOOTER_LINKS} />
        </footer>
      </body>
    </html>
  )}`;

const Head = (props: PageProps) => (
  <head>
    <meta charset="utf-8" />
    <title>{`${props.hasErrors ? 'Error: ' : ''}${props.title} - ${props.service.name}`}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="theme-color" content="#0d3b47" />
    <meta name="robots" content="noindex, nofollow" />
    {props.refreshAfter !== undefined && <meta http-equiv="refresh" content={String(props.refreshAfter)} />}
    {props.iconHref && <link rel="icon" href={props.iconHref} type="image/svg+xml" />}
    <link rel="stylesheet" href={props.stylesheetHref} />
  </head>
);

const Menu = (props: PageProps) => {
  const mayFollow = useContext(MayFollow);
  const items = SECTIONS.filter(({ href }) => !props.withoutNavigation && mayFollow(href));
  return (
    <ServiceNavigation
      serviceName={props.service.name}
      items={items.map((section) => ({ ...section, active: section.href === props.current }))}
    />
  );
};
