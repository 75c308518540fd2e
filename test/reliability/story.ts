import { asDay } from '../../shared/domain/day.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import type { MailLine } from '../../shared/domain/mail.ts';
import { type Item, toItem } from '../../shared/store/records.ts';
import {
  sampleCase,
  sampleContact,
  sampleDeadline,
  sampleRecommendation,
} from '../support/sample-records.ts';

/** The name of a reminder: deadline × revision × stage × recipient. */
export const reminderName = (
  { deadlineId, revision, stage }: Pick<MailLine, 'deadlineId' | 'revision' | 'stage'>,
  recipientId: string,
): string => `${deadlineId} r${revision} ${stage} to ${recipientId}`;

/** When liaison staff record that Bill has kept his promise: never, between plan and sending, or before the sweeper's second try. */
export const stories = {
  'nobody touches it': undefined,
  'met between plan and sending': '2020-10-26T06:10:01.000Z',
  'met before the second try': '2020-10-26T09:00:00.000Z',
} as const;

export type StoryName = keyof typeof stories;
export const storyNames = Object.keys(stories) as StoryName[];

/** The runs of six days from Monday 26 October 2020, the first after the clocks went back: 06:10, 10:10 and 14:10. */
export const runs: number[] = Array.from({ length: 6 }, (_, day) =>
  ['06:10', '10:10', '14:10'].map((time) => Date.parse(`2020-10-${26 + day}T${time}:00.000Z`)),
).flat();

/** The runs of the first day are always lived; the rest only until nothing is left to do. */
export const runsAlwaysLived = 3;

/** A case with one recommendation and one duty. */
export const dutyOf = (reference: string, ownerId: string, more: Partial<Deadline>) => {
  const learningCase = sampleCase(reference);
  const recommendation = sampleRecommendation(learningCase, { ownerId });
  const deadline = { ...sampleDeadline(recommendation, learningCase), ...more };
  return { learningCase, recommendation, deadline };
};

export const itemsOf = (...duties: ReturnType<typeof dutyOf>[]): Item[] =>
  duties.flatMap(({ learningCase, recommendation, deadline }) => [
    toItem('case', learningCase),
    toItem('recommendation', recommendation),
    toItem('deadline', deadline),
  ]);

/** A duty's last day: the one counted down to, and the one after which it is late. */
export const dates = (dueOn: string) => ({ dueOn: asDay(dueOn), lateAfterOn: asDay(dueOn) });

// None has a second stage within the six days.
const approaching = dutyOf('2020/000101', 'anna', dates('2020-11-23'));
const overdue = dutyOf('2020/000102', 'anna', {
  ...dates('2020-10-12'),
  anchorOn: asDay('2020-08-17'),
  plannedFromOn: asDay('2020-08-20'),
  settledThrough: { owner: asDay('2020-10-19'), manager: null, chair: null },
});
const opening = dutyOf('2020/000103', 'bill', {
  id: '2020-000103.1.update-1',
  kind: 'update',
  opensOn: asDay('2020-10-26'),
  ...dates('2020-12-26'),
  anchorOn: asDay('2020-08-26'),
  plannedFromOn: asDay('2020-08-27'),
});

/** The promise that is met in two of the stories. */
export const promise = opening.deadline;

/** Two owners, one of them with a manager, and three duties, each with a stage on the first day. */
export const records: Item[] = [
  toItem('contact', sampleContact('anna', { managerId: 'mona' })),
  toItem('contact', sampleContact('mona')),
  toItem('contact', sampleContact('bill')),
  ...itemsOf(approaching, overdue, opening),
];

const reminderOf = (deadline: Deadline, stage: string, recipientId: string) => ({
  name: reminderName({ deadlineId: deadline.id, revision: 1, stage }, recipientId),
  reference: deadline.reference,
  promise: deadline === promise,
});

/** What must arrive, worked out by hand. */
export const expected = [
  reminderOf(approaching.deadline, '-28', 'anna'),
  reminderOf(overdue.deadline, '+14', 'anna'),
  reminderOf(overdue.deadline, '+14', 'mona'),
  reminderOf(opening.deadline, 'opens', 'bill'),
];
