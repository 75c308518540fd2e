import { strict as assert } from 'node:assert';
import { asDay } from '../../../shared/domain/day.ts';
import type { Fault } from '../faults.ts';
import type { Ground } from '../ground.ts';
import { inScene, type Scene } from '../scene.ts';
import { dates, dutyOf, itemsOf } from '../story.ts';
import { person, responseReminder, type Scenario } from './scenario.ts';

const plannedFromOn = asDay('2020-10-24');

const due = (stage: string, dueOn: string, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const number = `${dueOn.slice(5, 7)}${dueOn.slice(8)}0${index}`;
    const id = `owner-${number}`;
    return {
      id,
      duty: dutyOf(`2020/${number}`, id, { ...dates(dueOn), plannedFromOn }),
      reminder: responseReminder(`2020-${number}`, stage, id),
    };
  });

/** Ten owners with one duty each, all with a stage on Monday 26 October 2020, the most urgent first. */
const ten = [...due('+1', '2020-10-25', 3), ...due('-14', '2020-11-09', 4), ...due('-28', '2020-11-23', 3)];
const records = [...ten.map(({ id }) => person(id)), ...itemsOf(...ten.map(({ duty }) => duty))];
const inOrder = ten.map(({ reminder }) => reminder);

const stageOf = (reminder: string) => reminder.split(' ')[2];

const perDay = 3;
const days = ['26', '27', '28', '29', '30'];

const onAQuotaOfThree = (ground: Ground, act: (scene: Scene) => Promise<void>, faults: Fault[] = []) =>
  inScene(ground, records, act, { perDay, faults });

/** Lives the working week, and says what the mail service took on each. */
async function live({ night, accepted }: Scene): Promise<string[][]> {
  const taken: string[][] = [];
  for (const day of days) {
    const before = accepted.length;
    for (const time of ['06:10', '10:10', '14:10']) await night(`2020-10-${day}T${time}:00Z`);
    taken.push(accepted.slice(before).flatMap(({ reminders }) => reminders));
  }
  return taken;
}

export const quotaOfThree: Scenario = {
  name: 'ten mails due and a quota of three a day',
  play: (ground) =>
    onAQuotaOfThree(ground, async (scene) => {
      const first = await scene.night('2020-10-26T06:10:00Z');
      assert.deepEqual([first.mails, first.handedOver, first.heldBack], [10, 3, 7]);
      assert.deepEqual(scene.taken(), inOrder.slice(0, 3), 'the three most urgent leave first');
      const rest = await live(scene);
      assert.deepEqual(
        rest.map(({ length }) => length),
        [0, 3, 3, 0, 1],
        'no more than three in any 24 hours, at whichever run comes next',
      );
      const left = scene.accepted.flatMap(({ reminders }) => reminders);
      assert.deepEqual(left.map(stageOf), inOrder.map(stageOf), 'the more urgent never after the less');
      assert.deepEqual(scene.taken(), inOrder.toSorted(), 'each exactly once');
    }),
};

export const quotaUnknown: Scenario = {
  name: 'a quota of three a day that cannot be read',
  async play(ground) {
    let quotaCalls: number[] = [];
    await onAQuotaOfThree(ground, async (scene) => {
      await live(scene);
      quotaCalls = scene.world.calls.flatMap((service, at) => (service === 'quota' ? [at] : []));
    });
    assert(quotaCalls.length > 10, 'the run and the sender ask');
    for (const at of quotaCalls.slice(0, 3))
      for (const kind of ['fails-before', 'throttled'] as const)
        await onAQuotaOfThree(
          ground,
          async (scene) => {
            const taken = await live(scene);
            assert.equal(taken[0]?.length, perDay, `${kind} at ${at}: the mail service takes no more`);
            assert.deepEqual(scene.taken(), inOrder.toSorted(), `${kind} at ${at}: each exactly once`);
          },
          [{ at, kind }],
        );
  },
};
