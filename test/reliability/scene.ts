import { strict as assert } from 'node:assert';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { accountOf } from '../../shared/domain/account.ts';
import type { Night } from '../../shared/domain/night.ts';
import { mailsOfNight } from '../../shared/store/lists.ts';
import { read } from '../../shared/store/read.ts';
import { type Item, type Key, type Kind, type RecordOf, toItem } from '../../shared/store/records.ts';
import type { Table } from '../../shared/store/table.ts';
import { openEngine } from './engine.ts';
import type { Fault } from './faults.ts';
import { emptied, fill, type Ground } from './ground.ts';
import type { Accepted } from './mail-service.ts';
import { tableOn } from './wire-client.ts';
import { World } from './world.ts';

/** The engine on some records, for a scenario to lead through days of its choice. */
export type Scene = {
  table: Table;
  world: World;
  /** What the mail service has taken so far. */
  accepted: Accepted[];
  /** The reminders it has taken so far, in order of their names. */
  taken(): string[];
  /** Lives one run and all that follows from it; its account must explain everything. */
  night(at: string): Promise<Night>;
  /** Lives a bounce, complaint or other report of a mail. */
  report(at: string, event: object): Promise<void>;
  put<K extends Kind>(kind: K, value: RecordOf<K>): Promise<void>;
  /** Puts damaged records right. */
  mend(items: Item[]): Promise<void>;
  read<K extends Kind>(kind: K, key: Key): Promise<RecordOf<K> | undefined>;
};

/** Plays a scenario on a table that is empty before and after it. */
export async function inScene(
  ground: Ground,
  records: Item[],
  act: (scene: Scene) => Promise<void>,
  { faults = [], perDay }: { faults?: Fault[]; perDay?: number } = {},
): Promise<void> {
  const world = new World(faults);
  const table = tableOn(ground.client, ground.tableName);
  const engine = openEngine(world, ground.client, ground.tableName, { perDay });
  const { accepted } = engine.ses;
  await fill(ground, records);
  try {
    await act({
      table,
      world,
      accepted,
      taken: () => accepted.flatMap(({ reminders }) => reminders).sort(),
      async night(at) {
        const { promise, resolve } = Promise.withResolvers<Awaited<ReturnType<typeof engine.night>>>();
        world.at(Date.parse(at), () => engine.night().then(resolve));
        await world.live();
        const end = await promise;
        assert(end !== 'crashed' && 'value' in end, `The run at ${at} ended`);
        const { unexplained } = accountOf(end.value, await mailsOfNight(table, end.value));
        assert.equal(unexplained, 0, `The account of ${at} explains everything`);
        return end.value;
      },
      async report(at, event) {
        world.at(Date.parse(at), async () => engine.report(event));
        await world.live();
      },
      async put(kind, value) {
        await table.client.send(new PutCommand({ TableName: table.name, Item: toItem(kind, value) }));
      },
      mend: (items) => fill(ground, items),
      read: (kind, key) => read(table, kind, key),
    });
  } finally {
    await emptied(ground);
  }
}
