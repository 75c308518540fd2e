import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as fc from 'fast-check';
import type { Item } from '../../../../shared/store/records.ts';
import { anyPick, command, wholeDeadlines, wholeRecommendations } from '../command.ts';
import type { Lab } from '../lab.ts';

const atMost = 3;

const write = (lab: Lab, Item: Item) =>
  lab.desk.table.client.send(new PutCommand({ TableName: lab.desk.table.name, Item }));

/** A record becomes unreadable, as by a wrong hand in the database: it stays where it is listed. */
export const damage = fc
  .record({ pick: anyPick, what: fc.constantFrom('deadline', 'recommendation', 'case') })
  .map(({ pick, what }) =>
    command(`a ${what} is damaged`, async (lab) => {
      if (lab.damaged.size >= atMost) return;
      const whole = wholeRecommendations(lab).map(({ pk }) => pk);
      const from = {
        deadline: () => wholeDeadlines(lab).filter(({ state }) => state === 'open'),
        recommendation: () => wholeRecommendations(lab),
        case: () => lab.mirror.all('case').filter(({ pk }) => whole.includes(pk)),
      }[what]!() as Item[];
      const item = from[pick % from.length];
      if (!item) return;
      await lab.inTheEvening(async () => {
        lab.damaged.set(`${item.pk} ${item.sk}`, item);
        await write(lab, { ...item, version: 'torn' });
        lab.story.push(`    ${item.pk} ${item.sk}`);
      });
    }),
  );

/** Everything damaged is put right. */
export const mend = fc.constant(
  command('what is damaged is put right', (lab) =>
    lab.inTheEvening(async () => {
      for (const item of lab.damaged.values()) {
        await write(lab, item);
        lab.touch(item);
      }
      lab.damaged.clear();
    }),
  ),
);
