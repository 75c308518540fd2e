import { Hono } from 'hono';
import { useContext } from 'hono/jsx';
import { inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { type Mail, mailStates } from '../../../shared/domain/mail.ts';
import { contentKey } from '../../../shared/store/keys.ts';
import { readMail } from '../../../shared/store/outbox.ts';
import { read } from '../../../shared/store/read.ts';
import { MayFollow } from '../components/may-follow.tsx';
import { Quote } from '../components/quote.tsx';
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx';
import { Table } from '../components/table.tsx';
import {
  type Cases,
  type Contacts,
  casesNamed,
  contactsNamed,
  personInWords,
  recommendationHref,
} from './names.ts';
import { showNotice } from './notice-page.tsx';
import { type Site, show } from './site.tsx';
import { reminderAlone, stageOnly } from './stage-words.ts';
import { momentInWords, monthInWords } from './time-words.ts';

/** One mail: to whom, when, in what words, and what it reminded of. */
export const mailPages = (site: Site): Hono =>
  new Hono().get('/mails/:id', async (c) => {
    const id = c.req.param('id');
    const mail = /^[\w-]{1,250}$/.test(id) ? await readMail(site.table, id) : undefined;
    if (!mail) return showNotice(c, site, 404, { title: 'There is no such mail', children: <ToRegister /> });
    const [contacts, content, cases] = await Promise.all([
      contactsNamed(site.table, [mail.recipientId]),
      read(site.table, 'content', contentKey(mail.id)),
      casesNamed(
        site.table,
        mail.lines.map(({ caseId }) => caseId),
      ),
    ]);
    const month = mail.plannedOn.slice(0, 7);
    const title = mail.subject ?? 'Mail that has not been written yet';
    return show(c, site, {
      title,
      current: '/mails',
      breadcrumbs: [
        { text: `Mail in ${monthInWords(month)}`, href: `/mails?month=${month}` },
        { text: 'One mail' },
      ],
      children: (
        <>
          <h1 class="govuk-heading-l">{title}</h1>
          <SummaryList rows={factsOf(mail, contacts)} />
          {mail.kind !== 'summary' && (
            <>
              <h2 class="govuk-heading-m">What it reminds of</h2>
              <Lines mail={mail} cases={cases} />
            </>
          )}
          <h2 class="govuk-heading-m">Its words</h2>
          {content ? (
            <Quote>{content.text}</Quote>
          ) : (
            <p class="govuk-body">They are written when it is sent, from the state of that day.</p>
          )}
        </>
      ),
    });
  });

const ToRegister = () => (
  <p class="govuk-body">
    <a class="govuk-link" href="/mails">
      See all mails
    </a>
  </p>
);

function factsOf(mail: Mail, contacts: Contacts): SummaryRow[] {
  const recipient = contacts.get(mail.recipientId);
  const { state, plannedOn, claimedAt, settledAt, recipientEmail, reason, messageId } = mail;
  return [
    { key: 'State', value: mailStates[state] },
    {
      key: 'To',
      value: recipient ? personInWords(recipient, contacts) : 'Somebody no longer among the contacts',
    },
    ...(recipientEmail ? [{ key: 'Address', value: recipientEmail }] : []),
    { key: 'Planned', value: inWordsWithWeekday(plannedOn) },
    ...(claimedAt && state === 'CLAIMED' ? [{ key: 'Sending began', value: momentInWords(claimedAt) }] : []),
    ...(settledAt ? [{ key: state === 'SENT' ? 'Sent' : 'Since', value: momentInWords(settledAt) }] : []),
    ...(reason ? [{ key: 'Why', value: reason }] : []),
    ...(messageId ? [{ key: 'The mail service’s reference', value: messageId }] : []),
    { key: 'Planned by', value: plannedBy(mail) },
  ];
}

const plannedBy = ({ kind, nightId, asked }: Mail) =>
  asked ? (
    `${asked.by}, who asked for it to be sent at once${asked.note ? `: “${asked.note}”` : ''}`
  ) : kind === 'summary' ? (
    'The watchdog, which looks at the runs each morning'
  ) : (
    <RunOfDay href={`/nights/${encodeURIComponent(nightId)}`} />
  );

const RunOfDay = ({ href }: { href: string }) => {
  const words = 'The run of that day';
  if (!useContext(MayFollow)(href)) return words;
  return (
    <a class="govuk-link" href={href}>
      {words}
    </a>
  );
};

const columns = [{ text: 'Recommendation' }, { text: 'About' }, { text: 'Meant for' }];

const Lines = ({ mail, cases }: { mail: Mail; cases: Cases }) => (
  <Table
    caption="Reminders in this mail"
    captionHidden
    columns={columns}
    rows={mail.lines.map((line) => [
      <a class="govuk-link" href={recommendationHref(line)}>
        {`${cases.get(line.caseId)?.reference ?? line.caseId} recommendation ${line.number}`}
      </a>,
      `${reminderAlone(line)}${alsoSettled(line)}`,
      `${inWordsWithWeekday(line.mailOn)}${line.late ? ' (it went late)' : ''}`,
    ])}
  />
);

/** Stages that came while no run was made are settled by the latest. */
const alsoSettled = ({ coalesced, ...line }: Mail['lines'][number]) =>
  coalesced.length > 0
    ? ` (instead of: ${coalesced.map((stage) => stageOnly({ ...line, stage })).join(', ')})`
    : '';
