import { Hono } from 'hono';
import { narrowed, type Sending, toEveryone } from '../../../shared/domain/sending.ts';
import { readSending } from '../../../shared/store/mail-settings.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { settingHistory } from './setting-history.tsx';
import { type Site, show } from './site.tsx';
import { Success, savedBefore } from './success.tsx';

export const sendingPath = '/settings/sending';

/** To whom mail goes, what this copy of the tracker may send at most, and what that means. */
export const sendingPages = (site: Site): Hono =>
  new Hono().get(sendingPath, async (c) => {
    const chosen = (await readSending(site.table))?.sending ?? toEveryone;
    return show(c, site, {
      title: 'Who gets mail',
      backLink: { href: '/settings', text: 'Settings' },
      children: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Success of={savedBefore(c)}>
              <p class="govuk-body">It counts from the next mail on.</p>
            </Success>
            <h1 class="govuk-heading-l">Who gets mail</h1>
            <SummaryList rows={rowsOf(chosen, site.sendTo)} />
            <ul class="govuk-list govuk-list--bullet">
              <li>
                When mail goes only to some, or to nobody, a reminder for anybody else is still planned,
                worded and kept among the mails, marked as not sent.
              </li>
              <li>
                What is kept back is never sent later. The next reminder of each date goes out as usual.
              </li>
              <li>While mail does not go to everyone, every page says so.</li>
              <li>The summary for liaison staff is a mail like any other: it is kept back too.</li>
            </ul>
            <ButtonLink href={`${sendingPath}/change`}>Change who gets mail</ButtonLink>
            {await settingHistory(site, 'sending')}
          </div>
        </div>
      ),
    });
  });

function rowsOf(chosen: Sending, sendTo: Sending) {
  const row = (key: string, to: Sending) => ({ key, value: <Whom to={to} /> });
  if (sendTo.mode === 'everyone') return [row('Mail goes to', chosen)];
  return [
    row('Chosen here', chosen),
    row('What this copy of the tracker may send to, which no page can change', sendTo),
    row('So mail goes to', narrowed(chosen, sendTo)),
  ];
}

/** To whom mail goes, each address or domain on a line of its own. */
export const Whom = ({ to }: { to: Sending }) => {
  if (to.mode !== 'only') return to.mode === 'everyone' ? <>Everyone</> : <>Nobody</>;
  return (
    <>
      Only these:
      {to.allowed.map((entry) => (
        <span class="tracker-under">{entry}</span>
      ))}
    </>
  );
};
