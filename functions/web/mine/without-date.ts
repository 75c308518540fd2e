import { promisesAsked } from './my-duties.ts';
import type { MyItem } from './my-item.ts';

/** Whether anything that was promised has a date. Where nothing has, there is none that could stand, stay or be another. */
export const hasDate = (item: MyItem): boolean => promisesAsked(item).some(({ dueOn }) => dueOn !== null);

const asBefore = 'Until then there is no date, and you are asked for one as before.';

/** What a date is that is proposed where there is none. */
export const firstDate = {
  text: 'Give a date',
  hint: 'Say by when it will be done. The liaison team decides.',
  title: 'Propose a date',
  intro: [`No date has been given yet. The liaison team decides. ${asBefore}`],
  saved: 'You proposed a date',
  next: `The liaison team decides. ${asBefore}`,
};

/** What comes of saying how it goes where there is no date. */
export const progressWithoutDate = {
  hint: 'Say how it goes. You are asked for a date as before.',
  intro: ['There is no date yet: you are asked for one as before.'],
  next: 'The liaison team can read it. There is no date yet: you are asked for one as before.',
};
