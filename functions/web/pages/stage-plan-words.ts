import type { StagePlan } from '../../../shared/domain/stage-plan.ts';

/** [28, 14, 1] → '28, 14 and 1 days', [1] → '1 day' */
function days(list: readonly number[]): string {
  const [last, ...others] = list.toReversed();
  if (others.length === 0) return last === 1 ? '1 day' : `${last} days`;
  return `${others.toReversed().join(', ')} and ${last} days`;
}

const before = (list: readonly number[], what = 'before') =>
  list.length > 0 ? `${days(list)} ${what}` : 'No reminder';

function tail({ first, repeats }: StagePlan['after'], what: string): string {
  const [often, later] = repeats;
  const thinner = later ? `, and from ${later.from} days every ${later.every} days` : '';
  return `${days(first)} ${what}, then every ${often?.every} days${thinner}, without end`;
}

const joins = (late: number) => (late <= 1 ? 'As soon as it is late' : `From ${late} days late`);

/** A stage plan as a person reads it: what is told of, and when. */
export const planInWords = (plan: StagePlan): { key: string; value: string }[] => [
  { key: 'Before a response is due', value: before(plan.before.response) },
  {
    key: 'Before an update is due',
    value: `When its window opens${plan.before.update.length > 0 ? `, and ${before(plan.before.update, 'before its last day')}` : ''}`,
  },
  { key: 'Before publication is due', value: before(plan.before.publication) },
  { key: 'Between the two dates of a response', value: before(plan.between, 'before the later') },
  { key: 'Once it is late', value: tail(plan.after, 'late') },
  { key: 'The manager is written to as well', value: joins(plan.joins.manager) },
  { key: 'The chair of the board is written to as well', value: joins(plan.joins.chair) },
  { key: 'No date, or paused', value: tail(plan.review, 'on') },
];
