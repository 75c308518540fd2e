import { type Context, Hono } from 'hono';
import { inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { today as todayOf } from '../../../shared/runtime/clock.ts';
import { Pagination } from '../components/pagination.tsx';
import { HeldBack } from './held-back.tsx';
import { casesNamed, contactsNamed } from './names.ts';
import { type Site, show } from './site.tsx';
import { Success, savedBefore } from './success.tsx';
import { NobodyReminded } from './tonight-left.tsx';
import { gatherTonight, mailsOnPage, type Tonight } from './tonight-list.ts';
import { MailCards } from './tonight-mails.tsx';

/** What the next run will send as things stand now: the night's own planning and words, written nowhere. */
export const tonightPages = (site: Site): Hono =>
  new Hono().get('/tonight', async (c) => {
    const tonight = await gatherTonight(site, pageAsked(c));
    const { mails, left } = tonight;
    const reminded = mails.flatMap(({ lines }) => lines.map(({ line }) => line));
    const named = left.flatMap(({ deadlines }) => deadlines);
    const [cases, contacts] = await Promise.all([
      casesNamed(
        site.table,
        [...reminded, ...named].map(({ caseId }) => caseId),
      ),
      contactsNamed(site.table, [
        ...mails.map(({ mail }) => mail.recipientId),
        ...mails.flatMap(({ regard }) => regard.passedOn.map(({ to }) => to.id)),
        ...named.map(({ ownerId }) => ownerId),
      ]),
    ]);
    const title = 'The next run';
    return show(c, site, {
      title,
      current: '/mails',
      breadcrumbs: [{ text: 'Mail', href: '/mails' }, { text: title }],
      children: (
        <>
          <Success of={savedBefore(c)} />
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body-l">{whenInWords(tonight, site)}</p>
          <p class="govuk-body">
            This is what it will send as things stand now. Looking at it sends nothing, and what changes
            before then changes this too.
          </p>
          <Figures {...tonight} />
          <MailCards {...tonight} cases={cases} contacts={contacts} />
          <Pages {...tonight} />
          {tonight.page === 1 && (
            <>
              <NobodyReminded left={tonight.left} contacts={contacts} />
              <HeldBack held={tonight.held} />
            </>
          )}
        </>
      ),
    });
  });

const pageAsked = (c: Context): number => {
  const typed = c.req.query('page') ?? '';
  return /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : 1;
};

function whenInWords({ run: { on, at } }: Tonight, { clock }: Site): string {
  const day = on === todayOf(clock) ? 'today' : 'tomorrow';
  return `The next run is ${day}, ${inWordsWithWeekday(on)}, at ${at}.`;
}

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

const Figures = ({ planned, waiting, left, kept, notYet, failed }: Tonight) => {
  const nobody = left.reduce((sum, { count }) => sum + count, 0);
  return (
    <ul class="govuk-list govuk-list--bullet">
      <li>{counted(planned, 'mail to be planned and sent', 'mails to be planned and sent')}</li>
      {waiting > 0 && <li>{counted(waiting, 'mail that waits already', 'mails that wait already')}</li>}
      {nobody > 0 && (
        <li>
          <a class="govuk-link" href="/tonight#nobody">
            {counted(nobody, 'reminder that nobody can be sent', 'reminders that nobody can be sent')}
          </a>
        </li>
      )}
      {kept > 0 && (
        <li>
          <a class="govuk-link" href="/tonight#held">
            {counted(kept, 'reminder held back by liaison staff', 'reminders held back by liaison staff')}
          </a>
        </li>
      )}
      {notYet > 0 && (
        <li>
          {counted(
            notYet,
            'date looked at with nothing to say yet',
            'dates looked at with nothing to say yet',
          )}
        </li>
      )}
      {failed > 0 && (
        <li>
          {counted(failed, 'date that cannot be read', 'dates that cannot be read')}: tell whoever looks after
          the tracker
        </li>
      )}
    </ul>
  );
};

const Pages = ({ page, pages, planned, waiting }: Tonight) => {
  const linkTo = (to: number) => {
    const last = Math.min(to * mailsOnPage, planned + waiting);
    return to >= 1 && to <= pages
      ? { href: `/tonight?page=${to}`, label: `Mails ${(to - 1) * mailsOnPage + 1} to ${last}` }
      : undefined;
  };
  return <Pagination name="Mails" previous={linkTo(page - 1)} next={linkTo(page + 1)} />;
};
