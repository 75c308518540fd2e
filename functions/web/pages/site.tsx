import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Assets } from '../assets.ts';
import { Page, type PageProps } from '../layout.tsx';
import type { Desk } from '../moves/desk.ts';
import type { WebDeps } from '../web.ts';

/** What every page is made with. */
export type Site = Omit<WebDeps, 'assets'> & { assets: Assets; desk: Desk };

export const serviceName = 'Recommendation Tracker';

type Shown = Omit<PageProps, 'service' | 'stylesheetHref' | 'iconHref' | 'banner'>;

/** Answers with a page in the house frame. */
export function show(c: Context, site: Site, page: Shown, status: ContentfulStatusCode = 200) {
  return c.html(
    <Page
      {...page}
      service={{ name: serviceName, organisation: site.organisation }}
      stylesheetHref={site.assets['tracker.css'].href}
      iconHref={site.assets['icon.svg'].href}
      banner={site.banner?.()}
    />,
    status,
  );
}
