import type { Fault } from './faults.ts';
import { count, endingOf, type Figures } from './figures.ts';
import { type PeerName, peerNames } from './peers.ts';
import type { Played } from './play.ts';
import { allFurther, type Known, sampleFurther, spaceOf } from './schedules.ts';
import { type StoryName, storyNames } from './story.ts';

/** One run to be played: by the deployed engine in a story, or by another system's strategy. */
export type Job = ({ story: StoryName } | { peer: PeerName }) & { faults: Fault[]; seed?: number };

/** Plays jobs, in any order and several at a time, and answers in the order asked. */
export type PlayAll = (what: string, jobs: Job[]) => Promise<Played[]>;

export type Sizes = {
  twoFaults: number;
  /** In how many orders each story is interleaved: without a fault, and with every fault at the mail service. */
  orders: number;
  /** How many runs of those get a fault anywhere. */
  doubledFaults: number;
};

/** Figures of the schedules explored, of how many there are. */
export type Explored = Figures & { of: number };
export type Explorations = { oneFault: Explored; twoFaults: Explored; doubled: Explored };
export type Notable = { job: Job; ending: string; what: string[] };
export type Exploration = {
  ours: Explorations;
  peers: ({ name: PeerName } & Explorations)[];
  notable: Notable[];
};

type Step = Known & { job: Job };

/** The seed of every sample: another one explores other schedules. */
export const sampleSeed = 20_201_026;
const mostNotable = 50;

/** Explores schedules of one fault (all of them), of two (a sample) and with everything doubled: ours, and then the other systems. */
export async function explore(playAll: PlayAll, sizes: Sizes): Promise<Exploration> {
  const notable: Notable[] = [];
  const ours = await exploreFrom(
    playAll,
    storyNames.map((story) => ({ story, faults: [] })),
    sizes,
    notable,
  );
  const peers: Exploration['peers'] = [];
  for (const peer of peerNames)
    peers.push({ name: peer, ...(await exploreFrom(playAll, [{ peer, faults: [] }], sizes)) });
  return { ours, peers, notable };
}

type Take = (what: string, jobs: Job[]) => Promise<{ played: Played[]; steps: Step[] }>;

const taking =
  (playAll: PlayAll, [start]: Job[], notable?: Notable[]): Take =>
  async (what, jobs) => {
    const who = start && 'peer' in start ? start.peer : 'ours';
    const played = await playAll(`${who}, ${what}`, jobs);
    for (const [index, each] of played.entries()) note(notable, jobs[index]!, each);
    return {
      played,
      steps: played.map(({ calls }, index): Step => ({ job: jobs[index]!, calls, ...jobs[index]! })),
    };
  };

/** Explores from runs without a fault: each other schedule is one of those with something added. */
export async function exploreFrom(
  playAll: PlayAll,
  starts: Job[],
  sizes: Sizes,
  notable?: Notable[],
): Promise<Explorations> {
  const take = taking(playAll, starts, notable);
  const none = await take('no fault', starts);
  const one = await take('one fault', allFurther(none.steps).map(follow));
  const two = await take('two faults', sampleFurther(one.steps, sizes.twoFaults, sampleSeed).map(follow));
  return {
    oneFault: { ...count(one.played), of: one.played.length },
    twoFaults: { ...count(two.played), of: spaceOf(one.steps) },
    doubled: await exploreDoubled(playAll, starts, sizes, notable),
  };
}

/** Explores the same runs with everything doubled and interleaved, in several orders, without a fault and with one. */
export async function exploreDoubled(
  playAll: PlayAll,
  starts: Job[],
  { orders, doubledFaults }: Sizes,
  notable?: Notable[],
): Promise<Explored> {
  const take = taking(playAll, starts, notable);
  const everyOrder = starts.flatMap((job) => Array.from({ length: orders }, (_, seed) => ({ ...job, seed })));
  const none = await take('doubled', everyOrder);
  const atTheMail = allFurther(none.steps).filter(
    ({ from, faults: [fault] }) => from.calls[fault!.at] === 'mail',
  );
  const anywhere = sampleFurther(none.steps, doubledFaults, sampleSeed);
  const one = await take('doubled, one fault', distinct([...atTheMail, ...anywhere].map(follow)));
  return {
    ...count([...none.played, ...one.played]),
    of: none.played.length + spaceOf(none.steps),
  };
}

const distinct = (jobs: Job[]): Job[] => [...new Map(jobs.map((job) => [JSON.stringify(job), job])).values()];

const follow = ({ from, faults }: { from: Step; faults: Fault[] }): Job => ({ ...from.job, faults });

function note(notable: Notable[] | undefined, job: Job, played: Played): void {
  const ending = endingOf(played);
  if (!notable || ending === 'exactlyOnce' || notable.length >= mostNotable) return;
  const { lost, duplicates, parked, wrong, calls } = played;
  const faults = job.faults.map(({ at, kind }) => `${kind} at call ${at} (${calls[at]})`);
  notable.push({ job, ending, what: [...faults, ...new Set([...lost, ...duplicates, ...wrong, ...parked])] });
}
