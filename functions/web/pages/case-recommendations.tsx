import type { Day } from '../../../shared/domain/day.ts';
import { earlier, inWords, isBefore, later } from '../../../shared/domain/day.ts';
import type { Calendar } from '../../../shared/domain/stages.ts';
import { timelineOf } from '../../../shared/domain/timeline.ts';
import type { CaseView, RecommendationView } from '../case-view.ts';
import { StandingTag } from '../components/standing-tag.tsx';
import { Table } from '../components/table.tsx';
import { fromDue } from './deadline-words.ts';
import { type Contacts, ownerTrouble, personInWords, recommendationHref } from './names.ts';
import { drawingOf } from './timeline/drawing.ts';
import { BarKey } from './timeline/key.tsx';
import { caseLane } from './timeline/lanes.ts';
import { narrow, Picture, wide } from './timeline/picture.tsx';
import { lifeOf } from './timeline/timeline.tsx';

const columns = [
  { text: 'What is asked' },
  { text: 'Where it stands' },
  { text: 'Next date' },
  { text: 'Owner' },
];

type TableProps = { views: readonly RecommendationView[]; today: Day; contacts: Contacts };

/** The recommendations of a case, each with where it stands, what comes next and who answers for it. */
export const RecommendationTable = ({ views, today, contacts }: TableProps) =>
  views.length === 0 ? (
    <p class="govuk-body">No recommendation has been recorded yet.</p>
  ) : (
    <div class="tracker-recommendations">
      <Table
        caption="Recommendations"
        captionHidden
        columns={columns}
        rows={views.map((view) => [
          <>
            <a class="govuk-link" href={recommendationHref(view.recommendation)}>
              {`Recommendation ${view.recommendation.number}`}
            </a>
            <span class="tracker-under">{beginning(view.recommendation.text)}</span>
          </>,
          <StandingTag standing={view.standing} duties={view.deadlines} />,
          <NextDate view={view} today={today} />,
          ownerWords(view, contacts),
        ])}
      />
    </div>
  );

const longest = 160;

/** Its first words, cut between two of them. */
function beginning(text: string): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/\s+\S*$/, '')}…`;
}

function ownerWords({ recommendation: { ownerId } }: RecommendationView, contacts: Contacts) {
  const owner = contacts.get(ownerId ?? '');
  return ownerTrouble(ownerId, contacts) ?? (owner ? personInWords(owner, contacts) : '');
}

/** The opening or the last day that comes first among what is still waited for. */
const NextDate = ({ view, today }: { view: RecommendationView; today: Day }) => {
  const open = view.deadlines.filter(
    ({ state, kind, pausedOn }) => state === 'open' && kind !== 'publication' && pausedOn === null,
  );
  const dates = open.flatMap((deadline) => {
    const { opensOn, dueOn } = deadline;
    if (opensOn && isBefore(today, opensOn)) return [{ on: opensOn, what: 'Opens', distance: '' }];
    return dueOn ? [{ on: dueOn, what: 'Due', distance: fromDue(deadline, today) }] : [];
  });
  const [next] = dates.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  if (!next) return <>None</>;
  return (
    <>
      {`${next.what} ${inWords(next.on)}`}
      {next.distance && <span class="tracker-under">{next.distance}</span>}
    </>
  );
};

type CaseTimelineProps = { view: CaseView; today: Day; calendar: Calendar };

const noMails = new Map();

/** Every recommendation of a case as one line, on one axis. What it shows stands in words on the page of each. */
export const CaseTimeline = ({ view, today, calendar }: CaseTimelineProps) => {
  const timelines = view.recommendations.map((each) => ({
    number: each.recommendation.number,
    timeline: timelineOf(
      lifeOf({
        learningCase: view.learningCase,
        view: { ...each, reminders: [] },
        events: [],
        mails: noMails,
      }),
      today,
      calendar,
    ),
  }));
  if (timelines.length < 2) return null;
  const from = timelines.map(({ timeline }) => timeline.from).reduce(earlier);
  const to = timelines.map(({ timeline }) => timeline.to).reduce(later);
  const lanes = timelines.map(({ number, timeline }) => caseLane(number, timeline));
  const days = { from, to, today };
  const said = {
    title: 'Timelines of the recommendations',
    says: `From ${inWords(from)} to ${inWords(to)}, a line for each recommendation by its number: the time for its response and its promises, and where it is late.`,
  };
  const drawing = drawingOf(lanes, days, { ...wide, gutter: 40 });
  return (
    <div class="tracker-timeline-frame">
      <Picture {...said} id="lives-wide" look="wide" drawing={drawing} />
      <Picture
        {...said}
        id="lives-narrow"
        look="narrow"
        drawing={drawingOf(lanes, days, { ...narrow, gutter: 28 })}
      />
      <BarKey drawn={drawing.bars} />
    </div>
  );
};
