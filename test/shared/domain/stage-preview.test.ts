import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { People } from '../../../shared/domain/night.ts';
import { defaultStagePlan, type StagePlan } from '../../../shared/domain/stage-plan.ts';
import { defaultStagePlans } from '../../../shared/domain/stage-plans.ts';
import { type PreviewLine, previewOf, type Subject } from '../../../shared/domain/stage-preview.ts';
import type { Calendar } from '../../../shared/domain/stages.ts';
import { calendar, contact, dutyBy, everyone } from './essex.ts';

const d = asDay;
const { owner, manager } = everyone;

/** A promise for Friday 21 May 2021 of which the owner has had the reminder of 23 April, 28 days before. */
const duty: Deadline = {
  ...dutyBy('2021-05-21'),
  settledThrough: { owner: d('2021-04-23'), manager: null, chair: null },
};
const subject = (of: Partial<Deadline> = {}, people: People = { owner }): Subject => ({
  deadline: { ...duty, ...of },
  people,
});

/** From Tuesday 11 May 2021 on, 4 days before instead of 7, or whatever else is chosen. */
const changedTo = (plan: Partial<StagePlan>): Calendar => ({
  ...calendar,
  plans: [...defaultStagePlans, { from: d('2021-05-11'), plan: { ...defaultStagePlan, ...plan } }],
});
const fourNotSeven = changedTo({ before: { ...defaultStagePlan.before, update: [28, 4, 1] } });

const preview = (subjects: Subject[], after: Calendar, from = '2021-05-11', until = '2021-05-24') =>
  previewOf(subjects, d(from), d(until), calendar, after);

const inShort = ({ on, reference, number, which, reminders }: PreviewLine) =>
  `${on} ${reference}.${number} ${which}: ${reminders.map(({ role, stage }) => `${role} ${stage}`).join(', ')}`;

describe('what a change of stages would do', () => {
  test('says which reminders come, which are left out and how many stay as they are', () => {
    expect(preview([subject()], fourNotSeven)).toEqual({
      from: '2021-05-11',
      until: '2021-05-24',
      added: 1,
      leftOut: 1,
      same: 2,
      mailsBefore: 3,
      mailsAfter: 3,
      lines: [
        {
          on: '2021-05-14',
          deadlineId: '2019-127918.1.update-1',
          caseId: '2019-127918',
          reference: '2019/127918',
          number: 1,
          which: 'left-out',
          reminders: [{ role: 'owner', stage: '-7' }],
        },
        {
          on: '2021-05-17',
          deadlineId: '2019-127918.1.update-1',
          caseId: '2019-127918',
          reference: '2019/127918',
          number: 1,
          which: 'added',
          reminders: [{ role: 'owner', stage: '-4' }],
        },
      ],
    });
  });

  test('changes nothing where the stages are the same', () => {
    expect(preview([subject()], calendar)).toMatchObject({ added: 0, leftOut: 0, same: 3, lines: [] });
  });

  test.each([
    ['from the day of the first mail', '2021-05-14', '2021-05-24', 3],
    ['from the day after it, which makes it good', '2021-05-15', '2021-05-24', 3],
    ['until the day of the last', '2021-05-11', '2021-05-24', 3],
    ['until the day before the last', '2021-05-11', '2021-05-23', 2],
    ['of the day of one mail alone', '2021-05-14', '2021-05-14', 1],
    ['that is over before it begins', '2021-05-14', '2021-05-13', 0],
  ])('over a time %s, both its days counted, %s to %s: %i mails', (_, from, until, mails) => {
    expect(preview([subject()], calendar, from, until)).toMatchObject({
      mailsBefore: mails,
      mailsAfter: mails,
      same: mails,
    });
  });
});

describe('a mail', () => {
  const second = { id: 'second', number: 2 };

  test('carries all that one person is told in one night', () => {
    expect(preview([subject(), subject(second)], calendar)).toMatchObject({ same: 6, mailsBefore: 3 });
  });

  test('goes to each person by itself', () => {
    const other = contact('owner-2');
    expect(preview([subject(), subject(second, { owner: other })], calendar)).toMatchObject({
      same: 6,
      mailsBefore: 6,
      mailsAfter: 6,
    });
  });
});

describe('whom a change concerns', () => {
  const managerAtOnce = changedTo({ joins: { manager: 1, chair: 56 } });

  test('a manager who joins sooner is told where the owner alone was', () => {
    const found = preview([subject({}, { owner, manager })], managerAtOnce);
    expect(found).toMatchObject({ added: 1, leftOut: 0, same: 3, mailsBefore: 3, mailsAfter: 4 });
    expect(found.lines.map(inShort)).toEqual(['2021-05-24 2019/127918.1 added: manager +1']);
  });

  test('what is new for several is one line of the night, the owner first', () => {
    const { lines } = preview(
      [subject({}, { owner, manager })],
      changedTo({
        after: { first: [3], repeats: defaultStagePlan.after.repeats },
        joins: { manager: 1, chair: 56 },
      }),
    );
    expect(lines.map(inShort)).toEqual([
      '2021-05-24 2019/127918.1 added: owner +3, manager +3',
      '2021-05-24 2019/127918.1 left-out: owner +1',
    ]);
  });

  test.each<[string, People]>([
    ['nobody owns', {}],
    ['whose owner has left', { owner: contact('gone', { status: 'departed' }) }],
  ])('nobody is told of what %s, by either plan', (_, people) => {
    expect(preview([subject({}, people)], fourNotSeven)).toMatchObject({
      added: 0,
      leftOut: 0,
      same: 0,
      mailsBefore: 0,
      mailsAfter: 0,
    });
  });
});

test('the lines are by day, then reference, then number, and two of one recommendation by their name', () => {
  const subjects = [
    subject({ id: 'tenth', number: 10 }),
    subject({ id: 'later', reference: '2020/1' }),
    subject({ id: 'second-b', number: 2 }),
    subject({ id: 'second-a', number: 2 }),
    subject(),
  ];
  const { lines } = preview(subjects, fourNotSeven);
  const order = ['2019-127918.1.update-1', 'second-a', 'second-b', 'tenth', 'later'];
  expect(lines.map(({ on, deadlineId }) => `${on} ${deadlineId}`)).toEqual([
    ...order.map((id) => `2021-05-14 ${id}`),
    ...order.map((id) => `2021-05-17 ${id}`),
  ]);
});
