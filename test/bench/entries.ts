import { addDays, asDay, type Day } from '../../shared/domain/day.ts';
import { type ListEntry, listEntry } from '../../shared/domain/list-entry.ts';

/** The day on which everything is looked at. */
export const today = asDay('2026-11-20');

export const boards = [
  'Learning the Lessons',
  'Domestic Abuse Oversight',
  'Custody',
  'Stop and Search',
  'Professional Standards',
  'Armed Policing',
];
export const owners = Array.from({ length: 60 }, (_, index) => `owner-${index}@force.example`);

const words =
  `review training officers custody searches young people guidance policy record supervision domestic abuse vehicle pursuit
  firearms detention risk assessment body worn video complaint victim contact staff control room sergeant inspector
  constabulary should ensure consider update process national local partner agency health mental crisis missing person
  welfare check report call incident response evidence witness statement decision log dispatch grade resource escalation
  handover shift briefing audit sample quarterly dip board assurance outcome equality data recording accuracy language
  interpreter child safeguarding referral protection order breach bail condition monitoring release drug alcohol medical`.split(
    /\s+/,
  );

const topics = [
  'Custody and detention',
  'Domestic abuse',
  'Stop and search',
  'Mental health',
  'Roads policing',
  'Missing people',
];
const bodies = ['Essex Police', 'Kent Police', 'Surrey Police', 'Sussex Police'];

/** The same figures for the same seed, so that two runs measure the same records. */
const figures = (seed: number) => {
  let state = seed * 2_654_435_761 + 1;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const ago = (days: number): Day => addDays(today, -days);
const promised = (quote: string, promise: object) => ({ quote, promise });
const within = (latest: number) =>
  promised(`We will do this within ${latest} months.`, { kind: 'within', latest, unit: 'month' });

/** What became of a recommendation that was made so many days ago. */
type Course = { made: number; rest?: object };
const answered = (made: number, after: number, promises: object[]): Course => ({
  made,
  rest: {
    response: {
      respondedOn: ago(made - after),
      acceptance: 'accepted',
      text: 'We accept this recommendation and have begun the work that it asks for.',
      promises,
    },
  },
});

/** One in twenty each: half of what a force has done is over, and of the rest something stands everywhere. */
const courses: Course[] = [
  { made: 20 },
  { made: 48 },
  { made: 90 },
  answered(100, 50, [promised('in 4-6mths', { kind: 'between', earliest: 4, latest: 6, unit: 'month' })]),
  answered(200, 50, [promised('in 4-6mths', { kind: 'between', earliest: 4, latest: 6, unit: 'month' })]),
  answered(130, 50, [within(3)]),
  answered(70, 50, [within(6), within(9)]),
  answered(300, 50, [within(3)]),
  answered(420, 50, [within(3), within(6)]),
  answered(90, 40, []),
  answered(400, 50, [{ ...within(3), metOn: ago(280) }]),
  { made: 500, rest: { withdrawn: { on: ago(480), by: 'Kim Lee', why: 'Made by mistake.' } } },
  {
    made: 300,
    rest: {
      response: {
        respondedOn: ago(260),
        acceptance: 'not-accepted',
        reasons: 'It is done already.',
        text: 'We do not accept this.',
        promises: [],
      },
    },
  },
];
const over = (made: number): Course => {
  const { rest } = answered(made, 50, [{ ...within(3), metOn: ago(made - 130) }]);
  return {
    made,
    rest: { ...rest, closed: { on: ago(made - 150), by: 'Kim Lee', why: 'The new procedure.' } },
  };
};
const courseOf = (index: number): Course => courses[index % 20] ?? over(400 + ((index * 37) % 1_400));

/** How many recommendations the cases have in turn: four on average. */
const sizes = [1, 2, 3, 10];
const sizeOf = (caseIndex: number) => sizes[caseIndex % sizes.length]!;

/** The lines of a list about one case, whose recommendations all took the same course. */
export function entriesOf(caseIndex: number): ListEntry[] {
  const figure = figures(caseIndex);
  const some = <T>(of: readonly T[]): T => of[figure(of.length)]!;
  const text = (length: number) => `${Array.from({ length }, () => some(words)).join(' ')}.`;
  // Seven and three have nothing in common with twenty and four: every size of case takes every course.
  const { made, rest } = courseOf(Math.floor(caseIndex / sizes.length) * 7 + (caseIndex % sizes.length) * 3);
  const learningCase = {
    reference: `${2019 + (caseIndex % 8)}/${100_000 + caseIndex}`,
    title: text(6),
    summary: text(60),
    topics: [some(topics)],
    source: 'iopc',
    legalBasis: 'paragraph-28A',
    body: some(bodies),
    madeOn: ago(made),
  };
  return Array.from({ length: sizeOf(caseIndex) }, (_, index) =>
    listEntry.parse({
      line: index + 1,
      case: learningCase,
      number: index + 1,
      recommendation: {
        text: text(30 + figure(70)),
        priority: some(['high', 'medium', 'low']),
        theme: some(topics),
      },
      owner: some(owners),
      board: some(boards),
      ...rest,
    }),
  );
}
