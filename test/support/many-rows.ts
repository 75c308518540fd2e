import type { Board } from '../../shared/domain/board.ts';
import type { Contact } from '../../shared/domain/contact.ts';
import { addDays, asDay, type Day } from '../../shared/domain/day.ts';
import { type Duty, type Row, wordsIn } from '../../shared/domain/row.ts';
import { sampleContact } from './sample-records.ts';
import { sampleDuty, sampleRow } from './sample-row.ts';

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length]!;

const bodies = [
  'Essex Police',
  'Avon and Somerset Constabulary',
  'Police, Fire and Crime Commissioner for Essex',
  'Kent Police',
  'National Police Chiefs’ Council',
  'College of Policing',
];
const titles = [
  'Searches of young people in custody suites and the authority for them',
  'Response to repeated reports of domestic abuse',
  'Missing person graded as medium risk',
  'Police pursuit and the collision that followed it',
];
const texts = [
  'The IOPC recommends that Essex Police reviews how searches of young people are authorised, and that each authority is recorded with its reason before the search begins.',
  'The force should train every call handler in the control room to ask about earlier reports and to search for them under each spelling of a name.',
  'Review the policy on grading missing people.',
];
const topics = [['Custody and detention'], ['Domestic abuse', 'Call handling'], ['Missing people'], []];

/** Boards with names as they are. */
export const boardsOfMany: readonly Board[] = [
  'Learning the Lessons board',
  'Domestic Abuse Strategic Oversight board',
  'Custody and Criminal Justice Scrutiny board',
].map((name, n) => ({ id: `board-${n}`, name, meetings: [], version: 1 }));

/** The people who own them, one of whom has left. */
export const contactsOfMany = (count: number): readonly Contact[] =>
  Array.from({ length: count }, (_, n) =>
    sampleContact(`owner-${n}`, {
      name: `${pick(['Anna Reed', 'Bartholomew Featherstonehaugh', 'Priya Shah', 'Sam Okoye'], n)} ${n}`,
      post: pick(['Head of Custody', 'Detective Superintendent, Public Protection', 'Head of Learning'], n),
      status: n % 17 === 3 ? 'departed' : 'active',
    }),
  );

/** Recommendations of many kinds as they stand on a day: some late, some due, some closed, some nobody's. */
export const manyRows = (count: number, today: Day, owners = 40): Row[] =>
  Array.from({ length: count }, (_, n) => rowOf(n, today, owners));

function rowOf(n: number, today: Day, owners: number): Row {
  const caseNumber = 100_000 + (((n >> 1) * 7_919) % 90_000);
  const number = (n % 2) + 1;
  const text = pick(texts, n);
  return sampleRow({
    caseId: `2019-${caseNumber}`,
    reference: `2019/${caseNumber}`,
    number,
    title: pick(titles, n >> 1),
    topics: [...pick(topics, n >> 1)],
    madeOn: addDays(asDay('2018-06-01'), (n >> 1) % 880),
    addressee: pick(bodies, n),
    ownerId: n % 19 === 4 ? undefined : `owner-${(n * 7) % owners}`,
    boardId: n % 3 === 0 ? undefined : `board-${n % 3}`,
    start: text.length > 160 ? `${text.slice(0, 160)}…` : text,
    words: wordsIn([text, `Reviewed under ${n}`]),
    duties: dutiesOf(n, today),
    ...(n % 11 === 5 ? { closed: { on: addDays(today, -30) } } : {}),
    ...(n % 41 === 6 ? { withdrawn: { on: today, by: 'Kim Lee', why: 'Made twice' } } : {}),
    ...(n % 13 === 7 ? { priority: 'high' as const } : {}),
  });
}

function dutiesOf(n: number, today: Day): Duty[] {
  const id = `duty-${n}`;
  const dueOn = addDays(today, ((n * 37) % 300) - 40);
  if (n % 4 === 0) return [sampleDuty({ id, kind: 'response', dueOn, anchorOn: asDay('2020-09-29') })];
  if (n % 10 === 1) return [sampleDuty({ id, dueOn: null })];
  return [
    sampleDuty({
      id,
      dueOn,
      moved: n % 5 === 2 ? (n % 3) + 1 : 0,
      opensOn: n % 6 === 3 ? addDays(today, -3) : null,
    }),
  ];
}
