import type { AuditEvent } from '../../../../shared/domain/audit-event.ts';
import type { Case } from '../../../../shared/domain/case.ts';
import { type Day, inWords } from '../../../../shared/domain/day.ts';
import type { Life } from '../../../../shared/domain/life.ts';
import type { Calendar } from '../../../../shared/domain/stages.ts';
import { standings } from '../../../../shared/domain/standing.ts';
import { type Timeline, timelineOf } from '../../../../shared/domain/timeline.ts';
import type { Mark } from '../../../../shared/domain/timeline-marks.ts';
import type { RecommendationView } from '../../case-view.ts';
import { Details } from '../../components/details.tsx';
import { Table } from '../../components/table.tsx';
import type { Contacts } from '../names.ts';
import type { Mails } from '../reminder-table.tsx';
import { drawingOf } from './drawing.ts';
import { Key } from './key.tsx';
import { lanesOf } from './lanes.ts';
import { narrow, Picture, wide } from './picture.tsx';
import { bandRow, markRow, type Row } from './words.ts';

type Of = {
  learningCase: Case;
  view: Omit<RecommendationView, 'deadlines'> & { deadlines: Life['deadlines'] };
  events: readonly AuditEvent[];
  mails: Mails;
};

/** The life of one recommendation of a case. */
export const lifeOf = ({ learningCase, view, events, mails }: Of): Life => ({
  ...view,
  madeOn: learningCase.madeOn,
  events: events.filter(({ number }) => number === view.recommendation.number),
  mails,
});

type Shown = Of & { today: Day; calendar: Calendar; contacts: Contacts };

/** The life of a recommendation as a picture, and the same as a table for whoever cannot see it or wants the dates. */
export const TimelineSection = (shown: Shown) => {
  const timeline = timelineOf(lifeOf(shown), shown.today, shown.calendar);
  return (
    <>
      <TimelinePicture timeline={timeline} {...shown} />
      <Details summary="Timeline as a table">
        <TimelineTable timeline={timeline} {...shown} mostMails={60} />
      </Details>
    </>
  );
};

type Drawn = Pick<Shown, 'view' | 'today' | 'contacts'> & { timeline: Timeline };

/** The picture alone, in two sizes of which the screen or the paper shows one. */
export const TimelinePicture = ({ timeline, view, today }: Omit<Drawn, 'contacts'>) => {
  const lanes = lanesOf(timeline);
  const days = { ...timeline, today };
  const { number } = view.recommendation;
  const said = {
    title: `Timeline of recommendation ${number}`,
    says: `From ${inWords(timeline.from)} to ${inWords(timeline.to)}. ${standings[view.standing]} on ${inWords(today)}. The table after it gives every date.`,
  };
  return (
    <div class="tracker-timeline-frame">
      <Picture {...said} id="timeline-wide" look="wide" drawing={drawingOf(lanes, days, wide)} />
      <Picture {...said} id="timeline-narrow" look="narrow" drawing={drawingOf(lanes, days, narrow)} />
      <Key lanes={lanes} />
    </div>
  );
};

const columns = [{ text: 'Date' }, { text: 'What' }, { text: 'State' }];

type Told = Omit<Drawn, 'view'> & {
  /** The most mails it tells of, the latest; without it, all. */
  mostMails?: number;
};

/** Every band and mark of a timeline by its date. */
export const TimelineTable = ({ timeline, today, contacts, mostMails = Number.POSITIVE_INFINITY }: Told) => {
  const mails = timeline.marks.filter(({ kind }) => kind === 'mail');
  const older = new Set<Mark>(mails.slice(0, Math.max(0, mails.length - mostMails)));
  const marks = timeline.marks.filter((mark) => !older.has(mark));
  return (
    <>
      {older.size > 0 && (
        <p class="govuk-body">{`Without ${older.size} earlier mails, which the proof pack has.`}</p>
      )}
      <Table
        caption="Timeline"
        captionHidden
        columns={columns}
        rows={rowsOf({ ...timeline, marks }, today, contacts).map(({ date, what, state }) => [
          date,
          what,
          state,
        ])}
      />
    </>
  );
};

function rowsOf({ bands, marks }: Timeline, today: Day, contacts: Contacts): Row[] {
  const [made, ...others] = marks
    .map((mark) => markRow(mark, contacts, today))
    .filter((row) => row !== undefined);
  const rows = [...(made ? [made] : []), ...bands.map((band) => bandRow(band, today)), ...others];
  return rows.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
