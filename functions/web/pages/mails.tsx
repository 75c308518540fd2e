import { Hono } from 'hono';
import { inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { type Mail, mailStates } from '../../../shared/domain/mail.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { Offered } from '../components/may-follow.tsx';
import { Pagination } from '../components/pagination.tsx';
import { Table } from '../components/table.tsx';
import { mailsInSight } from '../gate/in-sight.ts';
import { type Cases, type Contacts, casesNamed, contactsNamed, personInWords } from './names.ts';
import { type Site, show } from './site.tsx';
import { reminderInWords } from './stage-words.ts';
import { monthInWords, monthsLater, readMonth } from './time-words.ts';

/** The register of mails, a month at a time: what was asked of whom, and whether it was sent. */
export const mailsPages = (site: Site): Hono =>
  new Hono().get('/mails', async (c) => {
    const thisMonth = today(site.clock).slice(0, 7);
    const month = readMonth(c.req.query('month')) ?? thisMonth;
    const { items, next } = await mailsInSight(site, month, c.req.query('cursor'));
    const [cases, contacts] = await Promise.all([
      casesNamed(
        site.table,
        items.flatMap(({ lines }) => lines.map(({ caseId }) => caseId)),
      ),
      contactsNamed(
        site.table,
        items.map(({ recipientId }) => recipientId),
      ),
    ]);
    return show(c, site, {
      title: `Mail in ${monthInWords(month)}`,
      current: '/mails',
      children: (
        <>
          <h1 class="govuk-heading-l">{`Mail in ${monthInWords(month)}`}</h1>
          <Offered href="/tonight">
            <p class="govuk-body">
              <a class="govuk-link" href="/tonight">
                See what the next run will send
              </a>
            </p>
          </Offered>
          {items.length > 0 ? (
            <MailTable mails={items} cases={cases} contacts={contacts} />
          ) : (
            <p class="govuk-body">No mail was planned in this month.</p>
          )}
          {next && (
            <Pagination
              name="More of this month"
              next={{
                href: `/mails?month=${month}&cursor=${encodeURIComponent(next)}`,
                text: 'Earlier in this month',
              }}
            />
          )}
          <Months month={month} thisMonth={thisMonth} />
        </>
      ),
    });
  });

const Months = ({ month, thisMonth }: { month: string; thisMonth: string }) => {
  const linkTo = (to: string | undefined) => to && { href: `/mails?month=${to}`, text: monthInWords(to) };
  return (
    <Pagination
      name="Months"
      previous={linkTo(monthsLater(month, -1)) || undefined}
      next={(month < thisMonth && linkTo(monthsLater(month, 1))) || undefined}
    />
  );
};

const columns = [{ text: 'Planned' }, { text: 'To' }, { text: 'Subject' }, { text: 'State' }];

/** Mails, each with what it reminds of. */
export const MailTable = (props: { mails: readonly Mail[]; cases: Cases; contacts: Contacts }) => (
  <Table
    caption="Mails"
    captionHidden
    columns={columns}
    rows={props.mails.map((mail) => {
      const recipient = props.contacts.get(mail.recipientId);
      return [
        <span class="tracker-one-line">{inWordsWithWeekday(mail.plannedOn)}</span>,
        recipient
          ? personInWords(recipient, props.contacts)
          : (mail.recipientEmail ?? 'Somebody no longer among the contacts'),
        <>
          <a class="govuk-link" href={`/mails/${mail.id}`}>
            {mail.subject ?? 'Written when it is sent'}
          </a>
          {remindersOf(mail, props.cases).map((words) => (
            <span class="tracker-under">{words}</span>
          ))}
        </>,
        mailStates[mail.state],
      ];
    })}
  />
);

const remindersOf = (mail: Mail, cases: Cases): string[] =>
  mail.kind === 'summary'
    ? ['Summary for liaison staff']
    : mail.lines.map(
        (line) =>
          `${cases.get(line.caseId)?.reference ?? line.caseId} recommendation ${line.number}: ${reminderInWords(line)}`,
      );
