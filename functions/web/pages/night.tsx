import { type Context, Hono } from 'hono';
import { accountOf, isOutcome, outcomeOf, outcomes } from '../../../shared/domain/account.ts';
import type { Mail } from '../../../shared/domain/mail.ts';
import type { Night } from '../../../shared/domain/night.ts';
import { mailsOfNight } from '../../../shared/store/lists.ts';
import { readNight } from '../../../shared/store/nights.ts';
import { Pagination } from '../components/pagination.tsx';
import { AccountTables, Explained } from './account-tables.tsx';
import { verdictOf } from './last-night.tsx';
import { MailTable } from './mails.tsx';
import { casesNamed, contactsNamed } from './names.ts';
import { showNotice } from './notice-page.tsx';
import { type Site, show } from './site.tsx';
import { momentInWords, spanInWords } from './time-words.ts';

/** The statement of one run: every figure in words with what became of its mails, and the mails themselves. */
export const nightPages = (site: Site): Hono =>
  new Hono().get('/nights/:id', async (c) => {
    const id = c.req.param('id');
    const night = /^[\w.:-]{1,100}$/.test(id) ? await readNight(site.table, id) : undefined;
    if (!night) return showNotice(c, site, 404, { title: 'There is no such run', children: <ToNights /> });
    const mails = await mailsOfNight(site.table, night);
    const [cases, contacts] = await Promise.all([
      casesNamed(
        site.table,
        mails.flatMap(({ lines }) => lines.map(({ caseId }) => caseId)),
      ),
      contactsNamed(
        site.table,
        mails.map(({ recipientId }) => recipientId),
      ),
    ]);
    const year = night.startedAt.slice(0, 4);
    const title = `Run of ${momentInWords(night.startedAt)}`;
    return show(c, site, {
      title,
      current: '/nights',
      breadcrumbs: [{ text: `Nights of ${year}`, href: `/nights?year=${year}` }, { text: 'One run' }],
      children: (
        <>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body-l">{verdictOf([night])}</p>
          {night.finishedAt ? (
            <>
              <p class="govuk-body">Ran {spanInWords(night.startedAt, night.finishedAt)}</p>
              <Explained account={accountOf(night, mails)} />
              <AccountTables account={accountOf(night, mails)} />
            </>
          ) : (
            <p class="govuk-body">Ran from {momentInWords(night.startedAt)}; it wrote no account.</p>
          )}
          <Mails
            page={pageAsked(c)}
            of={night}
            mails={mails}
            only={c.req.query('mails')}
            cases={cases}
            contacts={contacts}
          />
        </>
      ),
    });
  });

type MailsProps = Omit<Parameters<typeof MailTable>[0], 'mails'> & {
  of: Night;
  mails: readonly Mail[];
  only: string | undefined;
  page: number;
};

const mailsOnPage = 50;

const pageAsked = (c: Context): number => {
  const typed = c.req.query('page') ?? '';
  return /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : 1;
};

/** Its mails: all of them, or those that came to one end; fifty on a page. */
const Mails = ({ of, mails, only, page, ...named }: MailsProps) => {
  const shown = isOutcome(only) ? mails.filter((mail) => outcomeOf(mail) === only) : mails;
  const pages = Math.max(1, Math.ceil(shown.length / mailsOnPage));
  const at = Math.min(page, pages);
  const address = `/nights/${encodeURIComponent(of.id)}`;
  const kept = isOutcome(only) ? `mails=${only}&` : '';
  const linkTo = (to: number) =>
    to >= 1 && to <= pages ? { href: `${address}?${kept}page=${to}#mails` } : undefined;
  return (
    <section id="mails">
      <h2 class="govuk-heading-m">{isOutcome(only) ? `Its mails: ${outcomes[only]}` : 'Its mails'}</h2>
      {shown.length > 0 ? (
        <MailTable mails={shown.slice((at - 1) * mailsOnPage, at * mailsOnPage)} {...named} />
      ) : (
        <p class="govuk-body">None.</p>
      )}
      <Pagination name="Mails" previous={linkTo(at - 1)} next={linkTo(at + 1)} />
      {shown.length < mails.length && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${address}#mails`}>
            See all mails of this run
          </a>
        </p>
      )}
    </section>
  );
};

const ToNights = () => (
  <p class="govuk-body">
    <a class="govuk-link" href="/nights">
      See all runs
    </a>
  </p>
);
