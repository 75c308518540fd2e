import type { Child } from 'hono/jsx';
import { type Day, inWords, weekday } from '../../../../shared/domain/day.ts';
import type { Entry, ForecastDay, ForecastWeek } from '../../../../shared/domain/forecast.ts';
import { fromToday } from '../../../../shared/mail/counting.ts';
import { counted } from '../last-night.tsx';
import { type CalendarQuery, calendarPath, duePath } from './calendar-query.ts';
import { DutyItem, MailItem, MeetingItem, More } from './day-items.tsx';
import { weekId, weekInWords } from './week-words.ts';

type Looked = { today: Day; most: number; query: CalendarQuery };

/** The days of a week on which something happens. */
export const WeekSection = ({ week, ...looked }: Looked & { week: ForecastWeek }) =>
  week.days.length === 0 ? null : (
    <section class="tracker-week" id={weekId(week)} aria-labelledby={`${weekId(week)}-words`}>
      <h2 class="govuk-heading-m tracker-week__name" id={`${weekId(week)}-words`}>
        {weekInWords(week)}
      </h2>
      <p class="govuk-body tracker-week__sum">{sumOf(week)}</p>
      {week.days.map((day) => (
        <DayPart day={day} {...looked} />
      ))}
    </section>
  );

/** '2 windows open, 3 responses and 1 update due, 2 become late, 12 mails' */
function sumOf({ opens, responses, updates, publications, late, mails }: ForecastWeek): string {
  const said = [
    opens > 0 && `${counted(opens, 'window')} ${opens === 1 ? 'opens' : 'open'}`,
    responses > 0 && `${counted(responses, 'response')} due`,
    updates > 0 && `${counted(updates, 'update')} due`,
    publications > 0 && `${counted(publications, 'publication')} due`,
    late > 0 && `${late} ${late === 1 ? 'becomes' : 'become'} late`,
    mails > 0 && counted(mails, 'mail'),
  ].filter(Boolean);
  return said.join(', ');
}

const DayPart = ({ day, today, most, query }: Looked & { day: ForecastDay }) => {
  const whole = query.days === 1 ? undefined : calendarPath({ ...query, from: day.on, days: 1 });
  return (
    <div class="tracker-day">
      <h3 class="govuk-heading-s tracker-day__date">
        {`${weekday(day.on)} ${inWords(day.on).slice(0, -5)}`}
        <span class="tracker-under">{fromToday(day.on, today)}</span>
      </h3>
      <div>
        {kindsOf(day, whole).map((kind) => (
          <Kind {...kind} on={day.on} most={most} whole={whole} />
        ))}
        {whole === undefined && day.due.length > 0 && (
          <p class="govuk-body">
            <a class="govuk-link" href={duePath(query)}>
              See what is due on this day in the list of recommendations
            </a>
          </p>
        )}
      </div>
    </div>
  );
};

type DayKind = { what: string; items: readonly Child[]; isShort?: boolean };

/** What happens on a day, kind by kind; only the kinds there are. */
function kindsOf({ meetings, opens, due, late, mails }: ForecastDay, whole: string | undefined): DayKind[] {
  const duties = (entries: readonly Entry[]) => entries.map((each) => <DutyItem {...each} />);
  const kinds: DayKind[] = [
    { what: 'Board meeting', items: meetings.map((each) => <MeetingItem {...each} />), isShort: true },
    { what: `Opens (${opens.length})`, items: duties(opens) },
    { what: `Due (${due.length})`, items: duties(due) },
    { what: `Late from this day (${late.length})`, items: duties(late) },
    { what: `Mail (${mails.length})`, items: mails.map((each) => <MailItem {...each} whole={whole} />) },
  ];
  return kinds.filter(({ items }) => items.length > 0);
}

type KindProps = DayKind & { on: Day; most: number; whole: string | undefined };

const Kind = ({ what, items, isShort, on, most, whole }: KindProps) => {
  const shown = isShort ? items : items.slice(0, most);
  const more = items.length - shown.length;
  return (
    <>
      <h4 class="tracker-day__kind">{what}</h4>
      <ul class="govuk-list tracker-day__items">
        {shown.map((item) => (
          <li>{item}</li>
        ))}
        {more > 0 && (
          <li>
            <More count={more} of={`${what} on ${inWords(on)}`} whole={whole} />
          </li>
        )}
      </ul>
    </>
  );
};
