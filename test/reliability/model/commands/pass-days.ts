import * as fc from 'fast-check';
import { command } from '../command.ts';
import { anyTrouble } from '../trouble.ts';

/** Days as they should be. */
export const passDays = (most: number) =>
  fc.integer({ min: 1, max: most }).map((days) =>
    command(`${days} days pass`, async (lab) => {
      for (let day = 0; day < days && !lab.isOver; day++) await lab.live();
    }),
  );

/** A day on which every run is started twice. */
export const passDoubledDay = fc.constant(
  command('a day on which every run is started twice', async (lab) => {
    if (!lab.isOver) await lab.live({ twice: true });
  }),
);

/** A day on which something goes wrong, or two things do. */
export const passTroubledDay = fc
  .tuple(fc.array(anyTrouble, { minLength: 1, maxLength: 2 }), fc.boolean())
  .map(([troubles, twice]) =>
    command(
      `a day on which ${troubles.map(({ says }) => says).join(' and ')}${twice ? ', every run started twice' : ''}`,
      async (lab) => {
        if (!lab.isOver) await lab.live({ troubles, twice });
      },
    ),
  );

/** Nights without a run, and the first day after them. */
export const haveOutage = fc.integer({ min: 0, max: 7 }).map((nights) =>
  command(`an outage of ${nights} nights, and the day after`, async (lab) => {
    for (let night = 0; night < nights && !lab.isOver; night++) await lab.live({ runs: false });
    if (!lab.isOver) await lab.live();
  }),
);
