import { Hono } from 'hono';
import type { Day } from '../../../shared/domain/day.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { today as todayOf } from '../../../shared/runtime/clock.ts';
import type { CaseFile } from '../../../shared/store/case-file.ts';
import { readCalendar } from '../../../shared/store/stage-plans.ts';
import { type CaseView, type RecommendationView, viewCase } from '../case-view.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { Details } from '../components/details.tsx';
import { StandingTag } from '../components/standing-tag.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { findCaseFile } from './addressed.ts';
import { caseRows } from './case-facts.tsx';
import { History, ownersIn } from './history.tsx';
import { LongText } from './long-text.tsx';
import { type Contacts, contactsNamed, ownerTrouble, personInWords, recommendationHref } from './names.ts';
import { showRefusal, toCases } from './notice-page.tsx';
import { DutyCards } from './recommendation-parts.tsx';
import { type Mails, mailsCarrying, ReminderTable } from './reminder-table.tsx';
import { type Site, show } from './site.tsx';
import { type Saved, Success, savedBefore } from './success.tsx';
import { whatHappensNext } from './what-next.ts';

/** Everything about one case. */
export const casePages = (site: Site): Hono =>
  new Hono().get('/cases/:caseId', async (c) => {
    const file = await findCaseFile(site.table, c.req.param('caseId'));
    if (isRefusal(file)) return showRefusal(c, site, file, toCases);
    const { reference, title } = file.learningCase;
    return show(c, site, {
      title: `${reference}: ${title}`,
      current: '/cases',
      breadcrumbs: [{ text: 'Cases', href: '/cases' }, { text: reference }],
      children: <Everything {...(await gather(site, file))} saved={savedBefore(c)} />,
    });
  });

type Shown = { view: CaseView; today: Day; contacts: Contacts; mails: Mails };

const remindersOf = (view: Pick<CaseFile, 'recommendations'>) =>
  view.recommendations.flatMap((each) => each.reminders);

async function gather(site: Site, file: CaseFile): Promise<Shown> {
  const today = todayOf(site.clock);
  const reminders = remindersOf(file);
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
  return {
    view: viewCase(file, today, await readCalendar(site.table, site.holidays)),
    today,
    contacts,
    mails,
  };
}

const Everything = ({ view, today, contacts, mails, saved }: Shown & { saved: Saved | undefined }) => (
  <>
    <SavedCase of={saved} view={view} today={today} contacts={contacts} />
    <span class="govuk-caption-l">{view.learningCase.reference}</span>
    <h1 class="govuk-heading-l">{view.learningCase.title}</h1>
    <SummaryList rows={caseRows(view.learningCase)} />
    <KeptPage text={view.keptPage} />
    <p class="govuk-body">
      <a class="govuk-link" href={`/cases/${view.learningCase.id}/amend`}>
        Amend the reference, title or summary
      </a>
    </p>
    <h2 class="govuk-heading-m">Recommendations</h2>
    {view.recommendations.length === 0 && <p class="govuk-body">No recommendation has been recorded yet.</p>}
    {view.recommendations.map((each) => (
      <OneRecommendation view={each} today={today} contacts={contacts} />
    ))}
    <ButtonLink href={`/cases/${view.learningCase.id}/recommendations/new`}>Add a recommendation</ButtonLink>
    <h2 class="govuk-heading-m">History</h2>
    <History events={view.events} contacts={contacts} />
    <p class="govuk-body">
      <a class="govuk-link" href={`/cases/${view.learningCase.id}/history`}>
        See what was before and after each move on the case itself
      </a>
    </p>
    <h2 class="govuk-heading-m">Mails about this case</h2>
    <ReminderTable reminders={remindersOf(view)} mails={mails} contacts={contacts} withNumber />
  </>
);

const SavedCase = (props: Omit<Shown, 'mails'> & { of: Saved | undefined }) => {
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

const OneRecommendation = ({
  view,
  today,
  contacts,
}: Pick<Shown, 'today' | 'contacts'> & {
  view: RecommendationView;
}) => {
  const { recommendation, response } = view;
  const owner = contacts.get(recommendation.ownerId ?? '');
  const trouble = ownerTrouble(recommendation.ownerId, contacts);
  // Where one duty alone is open its standing is the recommendation's, and is said once, beside the heading; of several each says its own.
  const severalOpen =
    view.deadlines.filter(({ state, kind }) => state === 'open' && kind !== 'publication').length > 1;
  return (
    <section class="tracker-recommendation" aria-labelledby={`recommendation-${recommendation.number}`}>
      <div class="tracker-recommendation__head">
        <h3 class="govuk-heading-s" id={`recommendation-${recommendation.number}`}>
          <a class="govuk-link" href={recommendationHref(recommendation)}>
            {`Recommendation ${recommendation.number}`}
          </a>
        </h3>
        {!severalOpen && <StandingTag standing={view.standing} />}
      </div>
      <SummaryList
        rows={[
          { key: 'Recommended', value: <LongText text={recommendation.text} /> },
          {
            key: 'Owner',
            value: trouble ?? (owner ? personInWords(owner, contacts) : ''),
            actions: trouble
              ? [{ text: 'Choose an owner', href: `${recommendationHref(recommendation)}/owner` }]
              : [],
          },
          ...(response ? [{ key: 'Response', value: <LongText text={response.text} /> }] : []),
        ]}
      />
      <DutyCards shown={{ view, today, contacts, untagged: !severalOpen }} headingLevel={4} />
    </section>
  );
};
