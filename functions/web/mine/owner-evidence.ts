import { Hono } from 'hono';
import { addEvidenceAt } from '../pages/add-evidence.tsx';
import { checkFileAt } from '../pages/check-file.tsx';
import { chooseFileAt } from '../pages/choose-file.tsx';
import type { EvidenceDoor } from '../pages/evidence-address.ts';
import { evidenceFileAt } from '../pages/evidence-list.tsx';
import { deskFor, itemAddress, itemHref } from './my-item.ts';
import type { OwnerSite } from './owner-site.ts';

/** The pages on which an owner adds evidence and opens what there is: the same as staff have. */
export function ownerEvidencePages(site: OwnerSite): Hono {
  const door: EvidenceDoor = {
    address: `${itemAddress}/evidence`,
    hrefOf: itemHref,
    back: { text: 'See your recommendations', href: '/mine' },
    deskOf: (c) => deskFor(c, site),
  };
  const pages = new Hono();
  for (const each of [addEvidenceAt, chooseFileAt, checkFileAt, evidenceFileAt])
    pages.route('/', each(site, door));
  return pages;
}
