import type { Context } from 'hono';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import type { Place } from '../../../shared/files/evidence-files.ts';
import type { Person } from '../gate/person.ts';
import type { SectionHref } from '../layout.tsx';
import { mayAddTo } from '../moves/add-evidence.ts';
import type { Desk } from '../moves/desk.ts';
import { findByAddress } from './addressed.ts';
import { recommendationHref } from './names.ts';
import { toCases } from './notice-page.tsx';
import { deskAt } from './seen.tsx';
import type { Front, Site } from './site.tsx';

/** Whose site the pages of evidence are of: staff's, or an owner's. */
export type EvidenceSite = Front & { person: Person; desk: Desk };

/** Where these pages stand for staff or for an owner, below the page of the recommendation, and at which desk they act. */
export type EvidenceDoor = {
  address: string;
  hrefOf(of: Pick<Recommendation, 'caseId' | 'number'>): string;
  current?: SectionHref;
  /** Where to go on from what is not there. */
  back: Back;
  deskOf(c: Context): Desk;
};

/** The pages of evidence as staff meet them. */
export const staffDoor = (site: Site): EvidenceDoor => ({
  address: '/cases/:caseId/recommendations/:number/evidence',
  hrefOf: recommendationHref,
  current: '/cases',
  back: toCases,
  deskOf: (c) => deskAt(c, site),
});

/** The recommendation that evidence is added to. `place` holds the id that stands in the address, where one does. */
export type Asked = { recommendation: Recommendation; href: string; caption: string; place: Place };

type Back = { text: string; href: string };

const ids = /^[a-z0-9-]{1,64}$/;

/** The recommendation named by an address, where evidence may be added to it now; else the refusal and where to go on from it. */
export async function askedFor(
  site: EvidenceSite,
  door: EvidenceDoor,
  at: { caseId?: string; number?: string; id?: string },
): Promise<Asked | (Refusal & { back: Back })> {
  const found = await findByAddress(site.table, { caseId: at.caseId ?? '', number: at.number ?? '' });
  if (isRefusal(found)) return { ...found, back: door.back };
  const { recommendation } = found.entry;
  const { caseId, number } = recommendation;
  const place = { caseId, number, id: at.id && ids.test(at.id) ? at.id : '' };
  const refused = await mayAddTo(site.desk, place);
  const href = door.hrefOf(recommendation);
  if (refused) return { ...refused, back: { text: 'See the recommendation', href } };
  return {
    recommendation,
    href,
    caption: `${found.file.learningCase.reference} recommendation ${number}`,
    place,
  };
}
