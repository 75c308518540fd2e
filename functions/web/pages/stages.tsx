import { Hono } from 'hono';
import { inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { defaultStagePlans, planAfter, planOn, type StagePlans } from '../../../shared/domain/stage-plans.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { readStagePlans } from '../../../shared/store/stage-plans.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { Details } from '../components/details.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { settingHistory } from './setting-history.tsx';
import { type Site, show } from './site.tsx';
import { planInWords } from './stage-plan-words.ts';
import { Success, savedBefore } from './success.tsx';

/** When people are written to, in words, and its history. */
export const stagesPages = (site: Site): Hono =>
  new Hono().get('/settings/stages', async (c) => {
    const kept = await readStagePlans(site.table);
    const plans = kept?.plans ?? defaultStagePlans;
    const coming = planAfter(plans, today(site.clock));
    const inForce = planOn(plans, today(site.clock));
    return show(c, site, {
      title: 'Reminder stages',
      backLink: { href: '/settings', text: 'Settings' },
      children: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Success of={savedBefore(c)}>
              <p class="govuk-body">{coming && `They count from ${inWordsWithWeekday(coming.from)}.`}</p>
            </Success>
            <h1 class="govuk-heading-l">Reminder stages</h1>
            <p class="govuk-body">
              When the owner of a recommendation is written to, and from when their manager and the chair of
              the board are too. Mail goes on working days. Reminders thin out but never stop.
            </p>
            {coming && (
              <>
                <h2 class="govuk-heading-m">{`From ${inWordsWithWeekday(coming.from)}`}</h2>
                <SummaryList rows={planInWords(coming.plan)} />
                <h2 class="govuk-heading-m">Until then</h2>
              </>
            )}
            <SummaryList rows={planInWords(inForce.plan)} />
            <ButtonLink href="/settings/stages/change">Change the stages</ButtonLink>
            <Earlier plans={plans.filter((each) => each !== inForce && each.from !== coming?.from)} />
            {await settingHistory(site, 'stages')}
          </div>
        </div>
      ),
    });
  });

// The latest first.
const Earlier = ({ plans }: { plans: StagePlans }) =>
  plans.length > 0 ? (
    <Details summary="Earlier stages">
      {plans.toReversed().map(({ from, plan }) => (
        <>
          <h2 class="govuk-heading-s">{from ? `From ${inWordsWithWeekday(from)}` : 'From the beginning'}</h2>
          <SummaryList rows={planInWords(plan)} />
        </>
      ))}
    </Details>
  ) : null;
