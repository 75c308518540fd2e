import { strict as assert } from 'node:assert';
import { asDay } from '../../../shared/domain/day.ts';
import { contactKey, exceptionKey, mailKey } from '../../../shared/store/keys.ts';
import type { Ground } from '../ground.ts';
import { inScene, type Scene } from '../scene.ts';
import { dates, dutyOf, itemsOf } from '../story.ts';
import { person, responseReminder, type Scenario } from './scenario.ts';

const duty = dutyOf('2020/000401', 'anna', dates('2020-11-23'));
const toAnna = responseReminder('2020-000401', '-28', 'anna');
const toDora = responseReminder('2020-000401', '-28', 'dora');

const bounceOf = (mailId: string) => ({
  eventType: 'Bounce',
  mail: { messageId: 'message-1', tags: { mailId: [mailId] } },
  bounce: { bounceType: 'Permanent' },
});

async function bouncedOnce({ taken, accepted, read }: Scene): Promise<void> {
  assert.deepEqual(taken(), [toAnna, toDora], 'the deputy gets what the owner could not');
  const mail = await read('mail', mailKey(accepted[0]!.mailId));
  assert.equal(mail?.state, 'BOUNCED');
  assert.equal((await read('contact', contactKey('anna')))?.delivery, 'bounced', 'the contact is marked');
  assert.ok(await read('exception', exceptionKey('bounced-anna')), 'a person is told');
}

const withDeputy = (ground: Ground, email: string, act: (scene: Scene) => Promise<void>) =>
  inScene(ground, [person('anna', { email, deputyId: 'dora' }), person('dora'), ...itemsOf(duty)], act);

const hardBounce: Scenario = {
  name: 'hard bounce',
  async play(ground) {
    await withDeputy(ground, 'bounce@force.example', async (scene) => {
      await scene.night('2020-10-26T06:10:00Z');
      await bouncedOnce(scene);
      const marked = await scene.read('contact', contactKey('anna'));
      await scene.report('2020-10-26T07:00:00Z', bounceOf(scene.accepted[0]!.mailId));
      await scene.night('2020-10-26T10:10:00Z');
      await bouncedOnce(scene);
      assert.deepEqual(
        await scene.read('contact', contactKey('anna')),
        marked,
        'a second report changes nothing',
      );
      await scene.night('2020-11-16T06:10:00Z');
      const next = responseReminder('2020-000401', '-7', 'dora');
      assert.deepEqual(scene.taken(), [toAnna, toDora, next], 'and the next stage goes to the deputy');
    });
    await withDeputy(ground, 'anna@force.example', async (scene) => {
      await scene.night('2020-10-26T06:10:00Z');
      const { mailId } = scene.accepted[0]!;
      assert.equal((await scene.read('mail', mailKey(mailId)))?.state, 'DELIVERED');
      await scene.report('2020-10-26T08:00:00Z', bounceOf(mailId));
      await bouncedOnce(scene);
    });
  },
};

const overdue = dutyOf('2020/000402', 'anna', {
  ...dates('2020-10-12'),
  anchorOn: asDay('2020-08-17'),
  plannedFromOn: asDay('2020-08-20'),
});

export const deputyIsManager: Scenario = {
  name: 'hard bounce of an owner whose deputy is also their manager',
  play(ground) {
    const anna = person('anna', { email: 'bounce@force.example', managerId: 'mona', deputyId: 'mona' });
    return inScene(ground, [anna, person('mona'), ...itemsOf(duty, overdue)], async (scene) => {
      await scene.night('2020-10-26T06:10:00Z');
      const late = (to: string) => responseReminder('2020-000402', '+14', to);
      const toMona = responseReminder('2020-000401', '-28', 'mona');
      assert.deepEqual(scene.taken(), [toAnna, toMona, late('anna'), late('mona')], 'each once to each');
    });
  },
};

export const bounceScenarios = { hardBounce };
