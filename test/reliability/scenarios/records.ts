import { strict as assert } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { recordCase } from '../../../functions/web/moves/record-case.ts';
import { recordRecommendation } from '../../../functions/web/moves/record-recommendation.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { exceptionKey } from '../../../shared/store/keys.ts';
import { caseId, typedCase } from '../../support/desk-of.ts';
import { accepted as notRefused } from '../../support/sample-records.ts';
import { inScene } from '../scene.ts';
import { dates, dutyOf, itemsOf } from '../story.ts';
import { person, responseReminder, type Scenario } from './scenario.ts';

const approaching = (reference: string, ownerId = 'anna') => dutyOf(reference, ownerId, dates('2020-11-23'));

const dateMoved: Scenario = {
  name: 'date moved after a reminder',
  play(ground) {
    const duty = approaching('2020/000301');
    const moved = {
      ...duty.deadline,
      ...dates('2020-12-21'),
      plannedFromOn: asDay('2020-10-26'),
      nextActionOn: asDay('2020-11-23'),
      revision: 2,
      version: 2,
    };
    return inScene(ground, [person('anna'), ...itemsOf(duty)], async ({ night, taken, put }) => {
      await night('2020-10-26T06:10:00Z');
      const first = responseReminder('2020-000301', '-28', 'anna');
      assert.deepEqual(taken(), [first]);
      await put('deadline', moved);
      for (const day of ['16', '20']) await night(`2020-11-${day}T06:10:00Z`);
      assert.deepEqual(taken(), [first], 'nothing of the date that no longer holds');
      for (const time of ['06:10', '10:10']) await night(`2020-11-23T${time}:00Z`);
      const again = responseReminder('2020-000301', '-28', 'anna', 2);
      assert.deepEqual(taken(), [first, again], 'the same stage of the new date is told again, once');
    });
  },
};

const noOwner: Scenario = {
  name: 'no owner',
  play: (ground) =>
    inScene(ground, [person('anna'), ...itemsOf(approaching('2020/000302'))], async (scene) => {
      const { table, night, taken, read, world } = scene;
      const desk = { table, clock: world.clock, newId: randomUUID, by: 'liaison' };
      world.at(Date.parse('2020-10-01T09:00:00Z'), async () => {
        notRefused(await recordCase(desk, typedCase()));
        notRefused(await recordRecommendation(desk, caseId, { text: 'Review searches.' }));
      });
      await world.live();
      for (const day of ['26', '27']) {
        const { skipped, failed } = await night(`2020-10-${day}T06:10:00Z`);
        assert.deepEqual([skipped['no-owner'], failed], [1, 0], 'it is counted every night');
      }
      assert.deepEqual(taken(), [responseReminder('2020-000302', '-28', 'anna')], 'it stops nobody else');
      const raised = await read('exception', exceptionKey(`no-owner-${caseId}.1`));
      assert.equal(raised?.kind, 'no-owner', 'a person is told');
    }),
};

const poisons = { deadline: { kind: 'party' }, recommendation: { text: 7 }, case: { madeOn: 'soon' } };

const poisonedRow: Scenario = {
  name: 'one poisoned row',
  async play(ground) {
    const [torn, ...others] = ['2020/000303', '2020/000304', '2020/000305'].map((each) => approaching(each));
    const first = responseReminder('2020-000303', '-28', 'anna');
    for (const [kind, poison] of Object.entries(poisons)) {
      const items = itemsOf(torn!).map((item) => (item.record === kind ? { ...item, ...poison } : item));
      const told = ['2020-000304', '2020-000305'].map((id) => responseReminder(id, '-28', 'anna'));
      await inScene(
        ground,
        [person('anna'), ...items, ...itemsOf(...others)],
        async ({ night, taken, mend }) => {
          for (const day of ['26', '27']) await night(`2020-10-${day}T06:10:00Z`);
          assert.deepEqual(taken(), told, `a damaged ${kind} keeps back only what rests on it`);
          await mend(itemsOf(torn!).filter(({ record }) => record === kind));
          await night('2020-10-28T06:10:00Z');
          assert.deepEqual(taken(), [first, ...told], `a ${kind} put right is made up for`);
        },
      );
    }
  },
};

export const recordScenarios = { dateMoved, noOwner, poisonedRow };
