import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { type Night, type Skip, skips } from '../../../shared/domain/night.ts';
import { mailsOfNight } from '../../../shared/store/lists.ts';
import { readNight } from '../../../shared/store/nights.ts';
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx';
import { verdictOf } from './last-night.tsx';
import { MailTable } from './mails.tsx';
import { casesNamed, contactsNamed } from './names.ts';
import { showNotice } from './notice-page.tsx';
import { type Site, show } from './site.tsx';
import { momentInWords, spanInWords } from './time-words.ts';

/** The statement of one run: every figure in words, and the mails it planned. */
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
          <SummaryList rows={figuresOf(night)} />
          <h2 class="govuk-heading-m">Mails it planned</h2>
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

const figuresOf = (night: Night): SummaryRow[] => [
  {
    key: 'Ran',
    value: night.finishedAt
      ? spanInWords(night.startedAt, night.finishedAt)
      : `From ${momentInWords(night.startedAt)}; its end is not recorded`,
  },
  { key: 'Dates it looked at', value: String(night.examined) },
  { key: 'Dates somebody is reminded of', value: String(night.reminded) },
  ...Object.entries(skips).map(([skip, words]) => ({
    key: `Left: ${lowerFirst(words)}`,
    value: withExceptions(night.skipped[skip as Skip] ?? 0, skip !== 'not-yet'),
  })),
  { key: 'Dates that could not be read or planned', value: String(night.failed) },
  { key: 'Mails planned', value: String(night.mails) },
  { key: 'Reminders in them', value: String(night.reminders) },
  { key: 'Earlier mails handed on again', value: String(night.requeued) },
  {
    key: 'Of those, mails sent a second time because nothing was heard of the first',
    value: String(night.sentAgain),
  },
  {
    key: 'Earlier mails of which nobody knows whether they were sent',
    value: withExceptions(night.needHuman, true),
  },
  {
    key: 'Earlier mails whose delivery was not confirmed within three days',
    value: withExceptions(night.unconfirmed, true),
  },
];

/** A figure that somebody has to look into leads to where it says which they are. */
const withExceptions = (figure: number, isTrouble: boolean): Child =>
  figure > 0 && isTrouble ? (
    <>
      {String(figure)}.{' '}
      <a class="govuk-link" href="/#exceptions">
        See the exceptions
      </a>
    </>
  ) : (
    String(figure)
  );

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
