import type { Exploration, Explorations, Explored, Sizes } from './explore.ts';
import { runs, stories } from './story.ts';

export type ScenarioResult = { name: string; pass: boolean };

export type Findings = {
  exploration: Exploration;
  scenarios: ScenarioResult[];
  sizes: Sizes;
  seed: number;
  minutes: number;
  processes: number;
};

const figure = (value: number): string => value.toLocaleString('en-GB');

const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`;

const head = [
  row('', 'explored', 'of', 'exactly once', 'duplicated', 'lost', 'left to a person', 'anything else wrong'),
  row('---', '--:', '--:', '--:', '--:', '--:', '--:', '--:'),
];

const line = (name: string, each: Explored): string =>
  row(
    name,
    ...[each.schedules, each.of, each.exactlyOnce, each.duplicates, each.lost, each.parked, each.wrong].map(
      figure,
    ),
  );

const table = (each: Explorations): string[] => [
  ...head,
  line('one fault', each.oneFault),
  line('two faults', each.twoFaults),
  line('everything doubled, two workers interleaved', each.doubled),
];

const peerWords: Record<string, string> = {
  'send-then-mark': 'Send, then mark as sent',
  'mark-then-send': 'Mark as sent, then send',
  lease: 'Take a lease, send, mark as sent',
};

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

const share = (name: string, each: Explorations): string =>
  row(
    name,
    ...[each.oneFault, each.twoFaults, each.doubled].flatMap((explored) => [
      percent(explored.lost, explored.schedules),
      percent(explored.duplicates, explored.schedules),
    ]),
  );

/** The reliability report. Every figure is of the run that writes it. */
export function reportOf({ exploration, scenarios, sizes, seed, minutes, processes }: Findings): string {
  const { ours, peers } = exploration;
  return `${[
    '# Reliability',
    '',
    'What becomes of a reminder when something goes wrong. Written by `npm run reliability`; every figure is of that run.',
    '',
    '## What was explored',
    '',
    'The code that is deployed, and no model of it: the nightly run with its sweeper, the sender, the feedback function, the store, on an',
    'embedded database. Around it stand a clock, the queues, the mail service and the schedule, all under the control of the exploration.',
    `The story: two owners, one manager, three duties, four reminders in three mails; a run at 06:10, 10:10 and 14:10 on ${runs.length / 3} days or until`,
    `nothing is left to do. It is told in ${Object.keys(stories).length} ways: nobody touches a promise; staff record it as met between planning and sending; or between`,
    'a first try and a second.',
    '',
    'Every call to the database, the queue and the mail service, and every event of the mail service, is numbered as it happens. A fault',
    'strikes at one number:',
    '',
    '- at any call: it fails before its effect; it fails after its effect, so that the reply is lost; the worker dies before it; the worker',
    '  dies after it; the service is too busy;',
    '- at a write: it meets another write on the same item; at a query: the index answers as it stood before; at the queue: half of a batch',
    '  is taken;',
    '- at an event of the mail service: it is lost, comes five hours late, or comes twice.',
    '',
    'No client tries again by itself here, which is harsher than the truth. A dead worker does nothing more; its messages come again after',
    'the visibility timeout; a dead run is gone until the next one.',
    '',
    '## What came of it',
    '',
    'Each schedule is counted once, under the worst that happened in it. A reminder counts as arrived when the mail service took a letter',
    'that speaks of it. “Anything else wrong” is a reminder claimed after its promise was met, an account with something unexplained, or a',
    'letter with the wrong words.',
    '',
    ...table(ours),
    '',
    `The most mails too many in one schedule: ${ours.oneFault.mostDuplicates} under one fault, ${ours.twoFaults.mostDuplicates} under two, ${ours.doubled.mostDuplicates} doubled.`,
    `All schedules of one fault were explored; those of two are a sample of ${figure(ours.twoFaults.schedules)} drawn evenly with the seed ${seed}. “Doubled” means`,
    'that every run, every message and every event comes twice and that all workers of the same minute take turns call by call in a random',
    `order: ${sizes.orders} orders of each story without a fault, each of these with every fault at the mail service, and ${figure(sizes.doubledFaults)}`,
    'with a fault anywhere.',
    '',
    '## Scenarios that other systems fail',
    '',
    ...scenarios.map(({ name, pass }) => `- ${pass ? 'passed' : '**failed**'}: ${name}`),
    '',
    '## Other strategies under the same faults',
    '',
    'Each is a few lines on the same database, mail service, runs and faults, in its kindest form: what was certainly not sent is tried again.',
    'Shares of schedules in which a reminder was lost, or sent more than once.',
    '',
    row('', 'one fault: lost', 'doubled', 'two faults: lost', 'doubled', 'two workers: lost', 'doubled'),
    row('---', '--:', '--:', '--:', '--:', '--:', '--:'),
    ...peers.map((peer) => share(peerWords[peer.name] ?? peer.name, peer)),
    share('This tracker', ours),
    '',
    ...peers.flatMap((peer) => [`### ${peerWords[peer.name]}`, '', ...table(peer), '']),
    '## What is not covered',
    '',
    '- Three or more faults in one story; of two faults only the sample above.',
    '- The loss of every event of a mail, on top of a lost reply: that is three faults, or one failure of the whole path of events.',
    '- A worker that stops for more than an hour and then goes on: AWS ends it after three minutes.',
    '- A mail that the mail service accepts and then loses without a word: after three days it is an exception for liaison staff.',
    '- The loss of the database itself, or of messages that a queue has accepted.',
    '- The settings of the AWS clients (timeouts, retries): the tests of the sender try those against a mail service that hangs, resets,',
    '  throttles and fails.',
    '',
    '## How to run it',
    '',
    '`npm run reliability` explores and writes this page; `npm run reliability -- --json` prints the figures as well-formed data. It took',
    `${minutes.toFixed(1)} minutes in ${processes} processes. It fails when a reminder was lost, when one was doubled by one fault, or when two faults doubled more`,
    'than one. A smaller part, the same every time, is in the ordinary tests.',
  ].join('\n')}\n`;
}
