import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import type { Place } from '../../../shared/files/evidence-files.ts';
import { mayAddTo } from '../moves/add-evidence.ts';
import { findByAddress } from './addressed.ts';
import { recommendationHref } from './names.ts';
import { toCases } from './notice-page.tsx';
import type { Site } from './site.tsx';

/** Where the evidence of a recommendation is. */
export const evidenceAddress = '/cases/:caseId/recommendations/:number/evidence';

/** The recommendation that evidence is added to. `place` holds the id that stands in the address, where one does. */
export type Asked = { recommendation: Recommendation; caption: string; place: Place };

type Back = { text: string; href: string };

const ids = /^[a-z0-9-]{1,64}$/;

/** The recommendation named by an address, where evidence may be added to it now; else the refusal and where to go on from it. */
export async function askedFor(
  site: Site,
  at: { caseId: string; number: string; id?: string },
): Promise<Asked | (Refusal & { back: Back })> {
  const found = await findByAddress(site.table, at);
  if (isRefusal(found)) return { ...found, back: toCases };
  const { recommendation } = found.entry;
  const { caseId, number } = recommendation;
  const place = { caseId, number, id: at.id && ids.test(at.id) ? at.id : '' };
  const refused = await mayAddTo(site.desk, place);
  const back = { text: 'See the recommendation', href: recommendationHref(recommendation) };
  if (refused) return { ...refused, back };
  return {
    recommendation,
    caption: `${found.file.learningCase.reference} recommendation ${number}`,
    place,
  };
}
