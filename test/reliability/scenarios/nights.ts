import { strict as assert } from 'node:assert';
import { asDay } from '../../../shared/domain/day.ts';
import { toItem } from '../../../shared/store/records.ts';
import { play } from '../play.ts';
import { inScene } from '../scene.ts';
import { dates, dutyOf, expected, itemsOf, records } from '../story.ts';
import { person, responseReminder, type Scenario } from './scenario.ts';

const everything = expected.map(({ name }) => name).sort();

const skipped: Scenario = {
  name: 'run skipped on the stage day',
  play: (ground) =>
    inScene(ground, records, async ({ night, taken, accepted }) => {
      await night('2020-10-28T06:10:00Z');
      assert.deepEqual(taken(), everything);
      assert.match(accepted[0]!.letter, /late/i, 'the mail says that it is late');
      await night('2020-10-28T10:10:00Z');
      await night('2020-10-29T06:10:00Z');
      assert.deepEqual(taken(), everything);
    }),
};

const twice: Scenario = {
  name: 'run executed twice',
  async play(ground) {
    await inScene(ground, records, async ({ night, taken }) => {
      assert.equal((await night('2020-10-26T06:10:00Z')).mails, 3);
      assert.equal((await night('2020-10-26T06:10:00Z')).mails, 0);
      assert.deepEqual(taken(), everything);
    });
    for (let seed = 0; seed < 10; seed++) {
      const { lost, duplicates, parked, wrong } = await play(ground, {
        story: 'nobody touches it',
        faults: [],
        seed,
      });
      assert.deepEqual([lost, duplicates, parked, wrong], [[], [], [], []], `interleaved by seed ${seed}`);
    }
  },
};

const insideAnOffset: Scenario = {
  name: 'created inside an offset',
  play(ground) {
    const duty = dutyOf('2020/000201', 'anna', {
      ...dates('2020-11-23'),
      plannedFromOn: asDay('2020-11-10'),
      nextActionOn: asDay('2020-11-10'),
    });
    return inScene(ground, [person('anna'), ...itemsOf(duty)], async ({ night, taken }) => {
      for (const day of ['10', '11', '13']) await night(`2020-11-${day}T06:10:00Z`);
      assert.deepEqual(taken(), [], 'the stage 28 days before has passed and is not made up for');
      for (const day of ['16', '17', '18']) await night(`2020-11-${day}T06:10:00Z`);
      assert.deepEqual(taken(), [responseReminder('2020-000201', '-7', 'anna')]);
    });
  },
};

const sixtyDays: Scenario = {
  name: 'sixty days overdue',
  play(ground) {
    const duty = dutyOf('2020/000202', 'anna', {
      ...dates('2020-08-27'),
      anchorOn: asDay('2020-07-03'),
      plannedFromOn: asDay('2020-07-06'),
      boardId: 'learning',
    });
    const people = [person('anna', { managerId: 'mona' }), person('mona'), person('carl')];
    const learning = toItem('board', {
      id: 'learning',
      name: 'Learning board',
      chairId: 'carl',
      meetings: [],
      version: 1,
    });
    return inScene(ground, [...people, learning, ...itemsOf(duty)], async ({ night, taken }) => {
      await night('2020-10-26T06:10:00Z');
      const one = ['anna', 'carl', 'mona'].map((to) => responseReminder('2020-000202', '+56', to));
      assert.deepEqual(taken(), one, 'one mail each, the older stages settled with it');
      await night('2020-10-26T10:10:00Z');
      await night('2020-11-18T06:10:00Z');
      assert.deepEqual(taken(), one, 'and nothing until 84 days');
      await night('2020-11-19T06:10:00Z');
      assert.equal(taken().length, 6);
    });
  },
};

const opens = (reference: string, opensOn: string, dueOn: string) =>
  dutyOf(reference, 'anna', {
    kind: 'update',
    opensOn: asDay(opensOn),
    ...dates(dueOn),
    anchorOn: asDay('2020-09-01'),
    plannedFromOn: asDay('2020-09-02'),
  });

/** The last run of the day before and the first of the day itself, as far from any time zone's day as they can be. */
const clockChanges = [
  { night: 'back', opensOn: '2020-10-26', before: '2020-10-25T23:50:00Z', onTheDay: '2020-10-26T00:10:00Z' },
  {
    night: 'forward',
    opensOn: '2021-03-29',
    before: '2021-03-28T22:50:00Z',
    onTheDay: '2021-03-28T23:10:00Z',
  },
];

const clockChange: Scenario = {
  name: 'clock change (both nights, Europe/London, process time zone far away)',
  async play(ground) {
    const here = process.env.TZ;
    try {
      for (const zone of ['Pacific/Apia', 'America/Los_Angeles', 'UTC'])
        for (const { night: change, opensOn, before, onTheDay } of clockChanges) {
          process.env.TZ = zone;
          const duty = opens('2020/000203', opensOn, '2021-12-23');
          await inScene(ground, [person('anna'), ...itemsOf(duty)], async ({ night, taken }) => {
            await night(before);
            assert.deepEqual(taken(), [], `${change}: still Sunday in London, whatever it is in ${zone}`);
            await night(onTheDay);
            assert.equal(taken().length, 1, `${change}: Monday in London`);
            await night(`${opensOn}T10:10:00Z`);
            assert.equal(taken().length, 1, `${change}: once`);
          });
        }
    } finally {
      if (here === undefined) delete process.env.TZ;
      else process.env.TZ = here;
    }
  },
};

export const nightScenarios = { skipped, twice, insideAnOffset, sixtyDays, clockChange };
