import { type Age, ageOf } from '../../shared/domain/age.ts';
import type { Day } from '../../shared/domain/day.ts';
import { later } from '../../shared/domain/day.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import { afterHold } from '../../shared/domain/hold.ts';
import { type Rag, ragOf } from '../../shared/domain/rag.ts';
import { type Calendar, nextStage } from '../../shared/domain/stages.ts';
import { type Standing, standingOf, standingOfDeadline } from '../../shared/domain/standing.ts';
import { firstWorkingDayOnOrAfter } from '../../shared/domain/working-days.ts';
import type { CaseFile, RecommendationFile } from '../../shared/store/case-file.ts';

/** A deadline with what is worked out from it today. `nextMail` is undefined once it is met or ended. */
export type DeadlineView = Deadline & {
  standing: Standing | 'met' | 'ended';
  nextMail: { stage: string; on: Day } | undefined;
};

/** A recommendation as people look at it on a day: the record, where it stands, and what comes next. */
export type RecommendationView = Omit<RecommendationFile, 'deadlines'> & {
  standing: Standing;
  rag: Rag | undefined;
  deadlines: DeadlineView[];
};

export type CaseView = Omit<CaseFile, 'recommendations'> & {
  age: Age;
  recommendations: RecommendationView[];
};

export const viewCase = (file: CaseFile, today: Day, calendar: Calendar): CaseView => ({
  ...file,
  age: ageOf(file.learningCase.madeOn, today),
  recommendations: file.recommendations.map((entry) => viewRecommendation(entry, today, calendar)),
});

export const viewRecommendation = (
  entry: RecommendationFile,
  today: Day,
  calendar: Calendar,
): RecommendationView => {
  return {
    ...entry,
    standing: standingOf(entry.recommendation, entry.deadlines, today),
    rag: ragOf(entry, today),
    deadlines: entry.deadlines.map((deadline) => viewDeadline(deadline, today, calendar)),
  };
};

function viewDeadline(deadline: Deadline, today: Day, calendar: Calendar): DeadlineView {
  if (deadline.state !== 'open') return { ...deadline, standing: deadline.state, nextMail: undefined };
  const { key, mailOn } = nextStage(deadline, 'owner', calendar);
  const soonest = afterHold(deadline, later(mailOn, today));
  const nextMail = deadline.ownerId ? { stage: key, on: mailDay(soonest, calendar) } : undefined;
  return { ...deadline, standing: standingOfDeadline(deadline, today), nextMail };
}

// What a night has missed waits for a working day, as the nightly run does.
const mailDay = (on: Day, { holidays }: Calendar): Day => firstWorkingDayOnOrAfter(on, holidays) ?? on;
