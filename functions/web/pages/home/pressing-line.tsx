import type { Child } from 'hono/jsx';
import { type Day, inWordsWithWeekday } from '../../../../shared/domain/day.ts';
import { openDuties } from '../../../../shared/domain/open-duties.ts';
import type { Pressing, PressingGroup } from '../../../../shared/domain/pressing.ts';
import type { Proposal } from '../../../../shared/domain/proposal.ts';
import type { Duty } from '../../../../shared/domain/row.ts';
import { fromToday } from '../../../../shared/mail/counting.ts';
import { proposalKey } from '../../../../shared/store/keys.ts';
import { readMany } from '../../../../shared/store/read.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { Tag } from '../../components/tag.tsx';
import { type When, whenDue } from '../deadline-words.ts';
import { type Contacts, contactsNamed, ownerTrouble, personInWords, recommendationHref } from '../names.ts';

/** What lines speak of that their rows do not hold: the people, and the dates that are proposed. */
export type LineNames = { contacts: Contacts; proposals: readonly Proposal[] };

/** Reads what some lines speak of. */
export async function namesOf(table: Table, lines: readonly Pressing[]): Promise<LineNames> {
  const proposed = lines
    .filter(({ row }) => row.dateProposed)
    .flatMap(({ row }) => openDuties(row.duties).map((duty) => ({ row, duty })));
  const [contacts, proposals] = await Promise.all([
    contactsNamed(table, lines.map(ownerOf)),
    readMany(
      table,
      'proposal',
      proposed.map(({ row: { caseId, number }, duty: { id } }) =>
        proposalKey({ caseId, number, deadlineId: id }),
      ),
    ),
  ]);
  return { contacts, proposals: proposals.filter(({ state }) => state === 'waiting') };
}

// The publication of a response is seen to by the liaison team, whoever owns the recommendation.
const ownerOf = ({ row, duty }: Pressing): string | undefined =>
  duty?.kind === 'publication' ? duty.ownerId : row.ownerId;

export const columns = [{ text: 'Recommendation' }, { text: 'When' }, { text: 'Owner' }];

/** A line: what it is about, when, and who owns it, or why nobody can be reminded. */
export function cellsOf(group: PressingGroup, line: Pressing, names: LineNames, today: Day): Child[] {
  const { row, duty } = line;
  const proposal = group === 'date-proposed' ? proposalFor(line, names.proposals) : undefined;
  const words = proposal ? proposal.why : duty?.promise;
  return [
    <>
      <a class="govuk-link govuk-!-font-weight-bold" href={recommendationHref(row)}>
        {`${row.reference} recommendation ${row.number}`}
      </a>
      <span class="tracker-under">{row.title}</span>
      {words && <span class="tracker-under">{`“${shortened(words)}”`}</span>}
    </>,
    <>
      <WhenLines {...whenOf(line, proposal, today)} />
      {proposal ? (
        <NowDue proposal={proposal} line={line} today={today} />
      ) : (
        <Also line={line} today={today} />
      )}
    </>,
    proposal ? proposal.proposedBy : <Owner ownerId={ownerOf(line)} contacts={names.contacts} />,
  ];
}

/** What else of it needs attention; the publication of a response is seen to by itself. */
const Also = ({ line: { duty, also }, today }: { line: Pressing; today: Day }) =>
  duty?.kind === 'publication' ? null : (
    <>
      {also.slice(0, mostAlso).map((other) => (
        <span class="tracker-under">{inLine('Also', other, today)}</span>
      ))}
      {also.length > mostAlso && <span class="tracker-under">{`And ${also.length - mostAlso} more`}</span>}
    </>
  );

const mostAlso = 2;

/** The date that another is proposed for. */
const NowDue = ({ proposal, line: { row }, today }: { proposal: Proposal; line: Pressing; today: Day }) => {
  const duty = row.duties.find(({ id }) => id === proposal.deadlineId);
  return duty ? <span class="tracker-under">{inLine('Now', duty, today)}</span> : null;
};

const proposalFor = ({ row }: Pressing, proposals: readonly Proposal[]): Proposal | undefined =>
  proposals.find(({ caseId, number }) => caseId === row.caseId && number === row.number);

function whenOf({ duty, since }: Pressing, proposal: Proposal | undefined, today: Day): When {
  if (proposal)
    return {
      date: `Proposed: ${inWordsWithWeekday(proposal.dueOn)}`,
      distance: fromToday(proposal.dueOn, today),
    };
  if (duty) return whenDue(duty, today);
  return { date: `Since ${inWordsWithWeekday(since)}`, distance: fromToday(since, today) };
}

const WhenLines = ({ date, distance }: When) => (
  <>
    {date}
    <span class="tracker-under">{distance}</span>
  </>
);

/** 'Also due Thursday 20 May 2021, 2 days late' */
function inLine(first: string, duty: Duty, today: Day): string {
  const { date, distance } = whenDue(duty, today);
  return `${first} ${date.charAt(0).toLowerCase()}${date.slice(1)}, ${distance}`;
}

const Owner = ({ ownerId, contacts }: { ownerId: string | undefined; contacts: Contacts }) => {
  const trouble = ownerTrouble(ownerId, contacts);
  if (trouble) return <Tag colour="magenta">{trouble}</Tag>;
  return <>{personInWords(contacts.get(ownerId!)!, contacts)}</>;
};

const longestWords = 100;

const shortened = (words: string) =>
  words.length > longestWords + 1 ? `${words.slice(0, longestWords).trimEnd()}…` : words;
