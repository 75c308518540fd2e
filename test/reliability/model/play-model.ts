import { DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import * as fc from 'fast-check';
import type { EmbeddedTables } from '../../support/embedded-table.ts';
import { wireClient } from '../wire-client.ts';
import { ask } from './command.ts';
import { anyCommand } from './commands/commands.ts';
import { Lab } from './lab.ts';
import { anyStart, begin } from './start.ts';

export type Profile = {
  seed: number;
  runs: number;
  mostCommands: number;
  /** How many days pass at once at most. */
  mostDays: number;
  /** Whether each life goes on, after its commands, to its 400th day. */
  toTheEnd: boolean;
  /** No more runs are begun after these; one that has failed is made shorter for as long. */
  minutes: number;
};

/** What was played. */
export type Figures = { runs: number; commands: number; days: number; nights: number; mails: number };

export const noFigures = (): Figures => ({ runs: 0, commands: 0, days: 0, nights: 0, mails: 0 });

const daysBetweenQuestions = 10;

/**
 * Plays many lives of fifty recommendations, each on a table of its own, and asks after every promise after every command. Throws with the
 * seed and the shortest story that breaks one.
 */
export async function playModel(tables: EmbeddedTables, profile: Profile, figures: Figures): Promise<void> {
  const { seed, runs, mostCommands, mostDays, toTheEnd, minutes } = profile;
  const commands = fc.commands([anyCommand(mostDays)], { maxCommands: mostCommands, size: 'max' });
  const life = fc.asyncProperty(anyStart, commands, async ({ recommendations }, story) => {
    const { client: sdk, name: tableName } = await tables.newTable();
    const lab = new Lab({ client: wireClient(process.env.AWS_ENDPOINT_URL_DYNAMODB!), tableName });
    try {
      await begin(lab, recommendations);
      await fc.asyncModelRun(() => ({ model: {}, real: lab }), story);
      while (toTheEnd && !lab.isOver) {
        for (let day = 0; day < daysBetweenQuestions && !lab.isOver; day++) await lab.live();
        ask(lab);
      }
      if (!(await lab.mirror.isTrue())) throw new Error('The mirror of the table is not the table');
    } finally {
      await sdk.send(new DeleteTableCommand({ TableName: tableName }));
    }
    count(figures, lab);
  });
  const interruptAfterTimeLimit = minutes * 60_000;
  await fc.assert(life, { seed, numRuns: runs, interruptAfterTimeLimit, markInterruptAsFailure: false });
}

function count(figures: Figures, lab: Lab): void {
  figures.runs += 1;
  figures.commands += lab.commands;
  figures.days += lab.lived;
  figures.nights += lab.runs.length;
  figures.mails += lab.left.length;
}
