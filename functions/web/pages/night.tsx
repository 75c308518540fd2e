import { Hono } from 'hono';
import { accountOf } from '../../../shared/domain/account.ts';
import { mailsOfNight } from '../../../shared/store/lists.ts';
import { readNight } from '../../../shared/store/nights.ts';
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
          <h2 class="govuk-heading-m">Its mails</h2>
          {mails.length > 0 ? (
            <MailTable mails={mails} cases={cases} contacts={contacts} />
          ) : (
            <p class="govuk-body">None.</p>
          )}
        </>
      ),
    });
  });

const ToNights = () => (
  <p class="govuk-body">
    <a class="govuk-link" href="/nights">
      See all runs
    </a>
  </p>
);
