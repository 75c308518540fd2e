import { addDays, asDay, type Day, isAfter } from '../../../shared/domain/day.ts';
import { type Role, roles } from '../../../shared/domain/deadline.ts';
import type { Mail } from '../../../shared/domain/mail.ts';
import type { Standing } from '../../../shared/domain/standing.ts';
import { readMail } from '../../../shared/store/outbox.ts';
import { type DeskClient, deskClient } from '../../local/sample/desk-client.ts';
import { essex2020 } from '../../local/sample/essex-2020.ts';
import {
  recordSampleCase,
  recordSamplePublications,
  recordSampleResponses,
  recordSampleUpdate,
} from '../../local/sample/record.ts';
import { nextRuns } from '../../local/schedule.ts';
import type { LocalTracker } from '../../local/tracker.ts';

type DeadlineFact = { kind: string; opensOn: Day | null; dueOn: Day | null; working: string[] };
type Entry = {
  recommendation: { number: number };
  standing: Standing;
  deadlines: (DeadlineFact & { state: string })[];
};

export type Standings = Record<string, Standing>;

/** What the replay tells, in order. */
export type Happening =
  | { type: 'assumption'; text: string }
  | { type: 'recorded'; date: Day; what: string; standing: Standings }
  | ({ type: 'deadline'; recommendation: number } & DeadlineFact)
  | ({ type: 'mail'; date: Day; recipient: string; subject: string; standing: Standings } & Told & {
        reminders: Told[];
      })
  | { type: 'end'; nights: number; mails: number; standing: Standings };

/** What one reminder in a mail is about; the mail's own fields are those of its first reminder. */
type Told = { recommendation: number; stage: string; role: Role; late: boolean; coalesced: string[] };

const nightly = 'cron(10 6 ? * * *)';
const office = 'T11:00:00Z';

/** Lives through the year from the day the recommendations were made, one run a night, and tells what happens. */
export async function* replay(
  tracker: LocalTracker,
  runs: (night: number) => boolean,
): AsyncGenerator<Happening> {
  const desk = deskClient(tracker.desk);
  const first = asDay(essex2020.case.madeOn);
  const last = asDay(essex2020.until);
  yield {
    type: 'assumption',
    text: `The day of the response is assumed to be ${essex2020.respondedOn}: the published page does not print it. Everything promised is counted from it. Both responses are assumed to have been published on ${essex2020.publishedOn}. The people are samples.`,
  };
  let caseId = '';
  let nights = 0;
  let mails = 0;
  for (let today = first, night = 0; !isAfter(today, last); today = addDays(today, 1), night++) {
    if (today !== first && runs(night)) {
      nights += 1;
      for await (const mail of liveNight(tracker, desk, caseId, today)) {
        mails += 1;
        yield mail;
      }
    }
    tracker.clock.moveTo(`${today}${office}`);
    if (today === first) caseId = await recordSampleCase(desk);
    yield* recordedOn(desk, caseId, today);
  }
  yield { type: 'end', nights, mails, standing: await standings(desk, caseId) };
}

type Recording = {
  on: string;
  what: string;
  record?(desk: DeskClient, caseId: string): Promise<void>;
  makes?: 'response' | 'update';
};

/** What liaison staff record, and the kind of deadline that it makes. */
const recordings: readonly Recording[] = [
  { on: essex2020.case.madeOn, what: 'Case and two recommendations', makes: 'response' },
  {
    on: essex2020.respondedOn,
    what: 'Both responses and their promises',
    record: recordSampleResponses,
    makes: 'update',
  },
  {
    on: essex2020.publishedOn,
    what: 'Publication of both responses',
    record: recordSamplePublications,
  },
  { on: essex2020.update.receivedOn, what: 'Update on recommendation 2', record: recordSampleUpdate },
];

async function* recordedOn(desk: DeskClient, caseId: string, today: Day): AsyncGenerator<Happening> {
  for (const { what, record, makes } of recordings.filter(({ on }) => on === today)) {
    await record?.(desk, caseId);
    yield { type: 'recorded', date: today, what, standing: await standings(desk, caseId) };
    if (makes) yield* deadlines(await entries(desk, caseId), makes);
  }
}

async function* liveNight(
  tracker: LocalTracker,
  desk: DeskClient,
  caseId: string,
  today: Day,
): AsyncGenerator<Happening> {
  const [at] = nextRuns(nightly, 'Europe/London', `${addDays(today, -1)}T12:00:00Z`, `${today}T12:00:00Z`);
  tracker.clock.moveTo(at!);
  const before = tracker.mailbox.messages().length;
  await tracker.runNight();
  for (const { subject, destinations, reminders } of await mailsSince(tracker, before)) {
    const standing = await standings(desk, caseId);
    yield {
      type: 'mail',
      date: today,
      recipient: destinations[0]!,
      ...reminders[0]!,
      subject,
      standing,
      reminders,
    };
  }
}

type Sent = { subject: string; destinations: string[]; reminders: Told[] };

/** The mails of a night, in the order of what they are about: the sender takes them as they come. */
async function mailsSince({ mailbox, table }: LocalTracker, before: number): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (const { subject, tags, destinations } of mailbox.messages().slice(before)) {
    const mail = await readMail(table, tags.mailId ?? '');
    if (!mail) throw new Error(`The mailbox holds a mail the register does not know: ${subject}`);
    sent.push({ subject, destinations, reminders: mail.lines.map(told) });
  }
  return sent.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

const orderOf = ({ reminders: [first] }: Sent) => `${first!.recommendation} ${roles.indexOf(first!.role)}`;

const told = ({ number, stage, role, late, coalesced }: Mail['lines'][number]): Told => ({
  recommendation: number,
  stage,
  role,
  late,
  coalesced,
});

const entries = async (desk: DeskClient, caseId: string): Promise<Entry[]> =>
  (await desk.get<{ recommendations: Entry[] }>(`/cases/${caseId}`)).recommendations;

const standings = async (desk: DeskClient, caseId: string): Promise<Standings> =>
  Object.fromEntries(
    (await entries(desk, caseId)).map(({ recommendation, standing }) => [recommendation.number, standing]),
  );

function* deadlines(recommendations: Entry[], kind: string): Generator<Happening> {
  for (const { recommendation, deadlines: all } of recommendations) {
    for (const deadline of all.filter((each) => each.kind === kind)) {
      const { opensOn, dueOn, working } = deadline;
      yield { type: 'deadline', recommendation: recommendation.number, kind, opensOn, dueOn, working };
    }
  }
}
