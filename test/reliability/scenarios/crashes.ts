import { strict as assert } from 'node:assert';
import type { FaultKind } from '../faults.ts';
import { play } from '../play.ts';
import type { Scenario } from './scenario.ts';

/** The sender dies at the call that hands a mail to the mail service: each mail of the story in turn. */
const diesAtTheMail = (name: string, kind: FaultKind): Scenario => ({
  name,
  async play(ground) {
    const story = 'nobody touches it';
    const { calls } = await play(ground, { story, faults: [] });
    const mails = calls.flatMap((service, at) => (service === 'mail' ? [at] : []));
    assert.equal(mails.length, 3);
    for (const at of mails) {
      const played = await play(ground, { story, faults: [{ at, kind }] });
      const { lost, duplicates, parked, wrong } = played;
      assert.deepEqual([lost, duplicates, parked, wrong], [[], [], [], []]);
      assert.equal(
        played.calls.filter((service) => service === 'mail').length,
        kind === 'crash-after' ? 3 : 4,
      );
    }
  },
});

export const crashScenarios = {
  sentNotRecorded: diesAtTheMail('crash after send before record', 'crash-after'),
  recordedNotSent: diesAtTheMail('crash after record before send', 'crash-before'),
};
