import { Hono } from 'hono';
import type { Day } from '../../../shared/domain/day.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import type { Reminder } from '../../../shared/domain/reminder.ts';
import { seesAllOfCase } from '../../../shared/domain/scope.ts';
import type { Calendar } from '../../../shared/domain/stages.ts';
import { today as todayOf } from '../../../shared/runtime/clock.ts';
import type { CaseFile } from '../../../shared/store/case-file.ts';
import { readCalendar } from '../../../shared/store/stage-plans.ts';
import { type CaseView, viewCase } from '../case-view.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { Details } from '../components/details.tsx';
import { Offered } from '../components/may-follow.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { fileInSight } from '../gate/in-sight.ts';
import { findCaseFile } from './addressed.ts';
import { caseRows } from './case-facts.tsx';
import { CaseTimeline, RecommendationTable } from './case-recommendations.tsx';
import { History, ownersIn } from './history.tsx';
import { type Contacts, contactsNamed } from './names.ts';
import { showRefusal, toCases } from './notice-page.tsx';
import { latestFirst, type Mails, mailsCarrying, ReminderTable } from './reminder-table.tsx';
import { type Site, show } from './site.tsx';
import { type Saved, Success, savedBefore } from './success.tsx';
import { whatHappensNext } from './what-next.ts';

/** Everything about one case. */
export const casePages = (site: Site): Hono =>
  new Hono().get('/cases/:caseId', async (c) => {
    const found = await findCaseFile(site.table, c.req.param('caseId'));
    if (isRefusal(found)) return showRefusal(c, site, found, toCases);
    const file = fileInSight(site, found);
    const { reference, title } = file.learningCase;
    return show(c, site, {
      title: `${reference}: ${title}`,
      current: '/cases',
      breadcrumbs: [{ text: 'Cases', href: '/cases' }, { text: reference }],
      children: (
        <Everything
          {...(await gather(site, file))}
          saved={savedBefore(c)}
          isWhole={seesAllOfCase(site.person.scope, found)}
        />
      ),
    });
  });

type Shown = { view: CaseView; today: Day; contacts: Contacts; mails: Mails; calendar: Calendar };

/** How much of what there may be hundreds of stands on the page. */
const mostMails = 20;
const mostMoves = 30;

const remindersOf = (view: Pick<CaseFile, 'recommendations'>) =>
  view.recommendations.flatMap((each) => each.reminders);

async function gather(site: Site, file: CaseFile): Promise<Shown> {
  const today = todayOf(site.clock);
  const calendar = await readCalendar(site.table, site.holidays);
  const reminders = latestFirst(remindersOf(file)).slice(0, mostMails);
  const [mails, contacts] = await Promise.all([
    mailsCarrying(site.table, reminders),
    contactsNamed(site.table, [
      ...file.recommendations.flatMap(({ recommendation, deadlines }) =>
        [recommendation, ...deadlines].map(({ ownerId }) => ownerId),
      ),
      ...reminders.map(({ recipientId }) => recipientId),
      ...ownersIn(file.events),
    ]),
  ]);
  return { view: viewCase(file, today, calendar), today, contacts, mails, calendar };
}

const Everything = ({
  view,
  today,
  contacts,
  mails,
  calendar,
  saved,
  isWhole,
}: Shown & { saved: Saved | undefined; isWhole: boolean }) => (
  <>
    <SavedCase of={saved} view={view} today={today} contacts={contacts} />
    <span class="govuk-caption-l">{view.learningCase.reference}</span>
    <h1 class="govuk-heading-l">{view.learningCase.title}</h1>
    <SummaryList rows={caseRows(view.learningCase)} />
    <KeptPage text={view.keptPage} />
    {isWhole && (
      <Offered href={`/cases/${view.learningCase.id}/amend`}>
        <p class="govuk-body">
          <a class="govuk-link" href={`/cases/${view.learningCase.id}/amend`}>
            Amend the reference, title or summary
          </a>
        </p>
      </Offered>
    )}
    <h2 class="govuk-heading-m">Recommendations</h2>
    <RecommendationTable views={view.recommendations} today={today} contacts={contacts} />
    <CaseTimeline view={view} today={today} calendar={calendar} />
    <ButtonLink href={`/cases/${view.learningCase.id}/recommendations/new`}>Add a recommendation</ButtonLink>
    <h2 class="govuk-heading-m">History</h2>
    <History events={view.events} contacts={contacts} most={mostMoves} />
    <p class="govuk-body">
      <a class="govuk-link" href={`/cases/${view.learningCase.id}/history`}>
        See what was before and after each move on the case itself
      </a>
    </p>
    <h2 class="govuk-heading-m">Mails about this case</h2>
    <LatestMails reminders={remindersOf(view)} mails={mails} contacts={contacts} />
  </>
);

const LatestMails = ({
  reminders,
  ...rest
}: Pick<Shown, 'mails' | 'contacts'> & { reminders: Reminder[] }) => (
  <>
    <ReminderTable {...rest} reminders={latestFirst(reminders).slice(0, mostMails)} withNumber />
    {reminders.length > mostMails && (
      <p class="govuk-body">
        {`These are the latest of ${reminders.length}. The page of each recommendation has all of its own.`}
      </p>
    )}
  </>
);

const SavedCase = (props: Omit<Shown, 'mails' | 'calendar'> & { of: Saved | undefined }) => {
  const { of, view, today, contacts } = props;
  const newest = view.recommendations.at(-1);
  return (
    <Success of={of}>
      <p class="govuk-body">
        {(of === 'recommendation' || of === 'pasted') && newest
          ? whatHappensNext(newest, contacts, today)
          : of === 'amend-case'
            ? 'No date has changed. What stood here before is in the history.'
            : 'Add its recommendations next: the reminders start with them.'}
      </p>
    </Success>
  );
};

const KeptPage = ({ text }: { text: string | undefined }) =>
  text ? (
    <Details summary="The kept copy of its page">
      <div class="tracker-verbatim">{text}</div>
    </Details>
  ) : null;
