import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import { statusOf } from '../refused.ts';
import { type Front, show } from './site.tsx';

type NoticeStatus = 200 | 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500;

/** A page with a heading and a few sentences, for when what was asked for cannot be shown or done. */
export const showNotice = (
  c: Context,
  site: Front,
  status: NoticeStatus,
  notice: { title: string; children: Child },
) =>
  show(
    c,
    site,
    {
      title: notice.title,
      children: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <h1 class="govuk-heading-l">{notice.title}</h1>
            {notice.children}
          </div>
        </div>
      ),
    },
    status,
  );

/** Nothing is at this address. */
export const showNotFound = (c: Context, site: Front) =>
  showNotice(c, site, 404, {
    title: 'Page not found',
    children: (
      <>
        <p class="govuk-body">If you typed the address, check that it is right.</p>
        <p class="govuk-body">
          <a class="govuk-link" href="/">
            See what needs attention
          </a>{' '}
          or{' '}
          <a class="govuk-link" href="/cases">
            look for it among the cases
          </a>
          .
        </p>
      </>
    ),
  });

/** A refusal where there is no form to show it on: the case is unknown, or the thing is already done. */
export const showRefusal = (
  c: Context,
  site: Front,
  refusal: Refusal,
  back: { text: string; href: string },
) =>
  showNotice(c, site, statusOf(refusal), {
    title: refusal.message,
    children: (
      <p class="govuk-body">
        <a class="govuk-link" href={back.href}>
          {back.text}
        </a>
      </p>
    ),
  });

export const toCases = { text: 'See all cases', href: '/cases' };
