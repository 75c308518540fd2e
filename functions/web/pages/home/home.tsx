import { Hono } from 'hono';
import { inWordsWithWeekday } from '../../../../shared/domain/day.ts';
import { pressingOn } from '../../../../shared/domain/pressing.ts';
import { seesAll } from '../../../../shared/domain/scope.ts';
import { today as todayOf } from '../../../../shared/runtime/clock.ts';
import { troubleNow } from '../../../../shared/store/watch.ts';
import { Exceptions, OwnersWait, openExceptions } from '../exception-list.tsx';
import { HeldBack, heldDates } from '../held-back.tsx';
import { lastNightLine } from '../last-night.tsx';
import { RunTrouble } from '../run-trouble.tsx';
import { type Site, show } from '../site.tsx';
import { Success, savedBefore } from '../success.tsx';
import { Counts } from './counts.tsx';
import { GroupSection } from './group-section.tsx';
import { nothingPressing } from './nothing-pressing.tsx';
import { namesOf } from './pressing-line.tsx';
import { tonightLine } from './tonight-line.tsx';
import { trendSection } from './trend-section.tsx';

/** The first page: what needs somebody today, the most urgent first, and how it has gone. */
export const homePages = (site: Site): Hono =>
  new Hono().get('/', async (c) => {
    const today = todayOf(site.clock);
    // The runs and the trend are of everything together.
    const isWhole = seesAll(site.person.scope);
    const [rows, trouble, lastNight, tonight, { said, wrong }] = await Promise.all([
      site.catalogue.rows(),
      troubleNow(site.table, site.clock.now()),
      isWhole && lastNightLine(site, today),
      isWhole && tonightLine(site),
      openExceptions(site),
    ]);
    const groups = pressingOn(rows, today);
    const isEmpty = groups.length === 0 && said.count === 0 && wrong.count === 0;
    const [names, trend] = await Promise.all([
      namesOf(
        site.table,
        groups.flatMap(({ first }) => first),
      ),
      isWhole && trendSection(site, rows, today),
    ]);
    return show(c, site, {
      title: 'Home: what needs attention',
      current: '/',
      children: (
        <>
          <Success of={savedBefore(c)} />
          <span class="govuk-caption-l">{inWordsWithWeekday(today)}</span>
          <h1 class="govuk-heading-l">What needs attention</h1>
          {trouble && <RunTrouble {...trouble} />}
          {isEmpty ? (
            !trouble && (await nothingPressing(site, rows))
          ) : (
            <Counts groups={groups} said={said.count} exceptions={wrong.count} />
          )}
          {isWhole && (
            <section class="tracker-runs" aria-label="Reminders">
              {lastNight}
              {tonight}
            </section>
          )}
          <OwnersWait {...said} />
          {groups.map((group) => (
            <GroupSection {...group} names={names} today={today} />
          ))}
          <Exceptions {...wrong} />
          <HeldBack held={heldDates(rows, today)} />
          {trend}
        </>
      ),
    });
  });
