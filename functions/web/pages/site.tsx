import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { isInScope } from '../../../shared/domain/scope.ts';
import type { Assets } from '../assets.ts';
import { MayFollow } from '../components/may-follow.tsx';
import { mayFollow } from '../gate/may-follow.ts';
import type { Person, StaffPerson } from '../gate/person.ts';
import { scopedCatalogue } from '../gate/scoped-catalogue.ts';
import { Page, type PageProps } from '../layout.tsx';
import type { Desk } from '../moves/desk.ts';
import type { WebDeps } from '../web.ts';
import { Account } from './account.tsx';
import { sendingNotice } from './sending-notice.tsx';

/** What every page is made with, whoever asks. */
export type Front = Omit<WebDeps, 'assets'> & { assets: Assets };

/** What every page of the staff form is made with: it is the site of one person, and lists only what they may see. */
export type Site = Front & { person: StaffPerson; desk: Desk; sees: Sees };

/** Whether a recommendation is of those that somebody looks after. */
export type Sees = (of: Parameters<typeof isInScope>[1]) => boolean;

/** The site as one of the staff meets it. */
export const siteOf = (front: Front, person: StaffPerson): Site => {
  const { table, clock, newId, catalogue } = front;
  const sees: Sees = (of) => isInScope(person.scope, of);
  return {
    ...front,
    person,
    sees,
    catalogue: scopedCatalogue(catalogue, person.scope),
    desk: { table, clock, newId, by: person.name, byId: `staff:${person.id}`, scope: person.scope },
  };
};

export const serviceName = 'Recommendation Tracker';

type Shown = Omit<PageProps, 'service' | 'stylesheetHref' | 'iconHref' | 'banner' | 'notice'>;

/**
 * Answers with a page in the house frame. To staff it has their menu, and says so while mail does not go to everyone; to anybody else it
 * has no way into what is theirs.
 */
export async function show(
  c: Context,
  site: Front & { person?: Person },
  page: Shown,
  status: ContentfulStatusCode = 200,
) {
  const isStaff = site.person?.kind === 'staff';
  const notice = isStaff ? await sendingNotice(site) : null;
  return c.html(
    <MayFollow.Provider value={offeredTo(site.person)}>
      <Page
        withoutNavigation={!isStaff}
        homeHref={site.person?.kind === 'owner' ? '/mine' : '/'}
        account={site.person && <Account person={site.person} />}
        {...page}
        service={{ name: serviceName, organisation: site.organisation }}
        stylesheetHref={site.assets['tracker.css'].href}
        iconHref={site.assets['icon.svg'].href}
        banner={site.banner?.()}
        notice={notice}
      />
    </MayFollow.Provider>,
    status,
  );
}

const offeredTo = (person: Person | undefined) => (href: string) =>
  person?.kind !== 'staff' || mayFollow(person, href);
