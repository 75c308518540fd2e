import type { Context } from 'hono';
import { showNotice } from '../pages/notice-page.tsx';
import type { OwnerSite } from './owner-site.ts';

/** What an owner is answered where there is nothing, or nothing of theirs: the same. */
export const showNothingHere = (c: Context, site: OwnerSite) =>
  showNotice(c, site, 404, {
    title: 'Page not found',
    children: (
      <>
        <p class="govuk-body">
          There is nothing at this address, or you are not named for it. If a mail led you here, reply to it
          and say so.
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href="/mine">
            See your recommendations
          </a>
        </p>
      </>
    ),
  });
