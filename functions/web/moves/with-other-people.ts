import type { Deadline } from '../../../shared/domain/deadline.ts';
import { today } from '../../../shared/runtime/clock.ts';
import type { RecommendationFile } from '../../../shared/store/case-file.ts';
import { mailKey } from '../../../shared/store/keys.ts';
import { peopleOf } from '../../../shared/store/people.ts';
import { readMany } from '../../../shared/store/read.ts';
import type { Desk } from './desk.ts';
import { toldSoFar } from './told-so-far.ts';

type People = Pick<Deadline, 'ownerId'> | Pick<Deadline, 'boardId'>;

/**
 * Every open duty of a recommendation with another owner or board, before and after, looked at by the next night. To publish stays with
 * the liaison team, whoever owns the recommendation.
 */
export async function withOtherPeople(
  { table, clock }: Desk,
  { deadlines, reminders }: Pick<RecommendationFile, 'deadlines' | 'reminders'>,
  people: People,
): Promise<{ before: Deadline; after: Deadline }[]> {
  const theirs = deadlines
    .filter(({ state, kind }) => state === 'open' && kind !== 'publication')
    .map((before) => ({ before, after: { ...before, ...people, nextActionOn: today(clock) } }));
  const [whoIsWho, mails] = await Promise.all([
    peopleOf(
      table,
      theirs.map(({ after }) => after),
    ),
    readMany(
      table,
      'mail',
      reminders.map(({ mailId }) => mailKey(mailId)),
    ),
  ]);
  return theirs.map(({ before, after }) => ({
    before,
    after: { ...after, settledThrough: toldSoFar(before, whoIsWho(after), reminders, mails) },
  }));
}
