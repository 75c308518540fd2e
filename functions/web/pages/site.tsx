import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Assets } from '../assets.ts';
import { Page, type PageProps } from '../layout.tsx';
import type { Desk } from '../moves/desk.ts';
import type { WebDeps } from '../web.ts';
import { sendingNotice } from './sending-notice.tsx';

/** What every page is made with. */
export type Site = Omit<WebDeps, 'assets'> & { assets: Assets; desk: Desk };

export const serviceName = 'Recommendation Tracker';

type Shown = Omit<PageProps, 'service' | 'stylesheetHref' | 'iconHref' | 'banner' | 'notice'>;

/** Answers with a page in the house frame, which says so while mail does not go to everyone. */
export async function show(c: Context, site: Site, page: Shown, status: ContentfulStatusCode = 200) {
  const notice = await sendingNotice(site);
  return c.html(
    <Page
      {...page}
      service={{ name: serviceName, organisation: site.organisation }}
      stylesheetHref={site.assets['tracker.css'].href}
      iconHref={site.assets['icon.svg'].href}
      banner={site.banner?.()}
      notice={notice}
    />,
    status,
  );
}
