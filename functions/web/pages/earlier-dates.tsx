import { inWords, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Proposal } from '../../../shared/domain/proposal.ts';
import { type Revision, revisionWords } from '../../../shared/domain/revision.ts';
import type { RecommendationView } from '../case-view.ts';
import { Details } from '../components/details.tsx';
import type { SummaryRow } from '../components/summary-list.tsx';

/** The other date that is proposed for a duty, and every date it had before. */
export function otherDateRows({ id }: Deadline, { revisions, proposals }: RecommendationView): SummaryRow[] {
  const proposal = proposals.find(({ deadlineId, state }) => deadlineId === id && state === 'waiting');
  const earlier = revisions
    .filter(({ deadlineId }) => deadlineId === id)
    .toSorted((a, b) => a.revision - b.revision);
  return [
    ...(proposal ? [{ key: 'Another date proposed', value: <Proposed proposal={proposal} /> }] : []),
    ...(earlier.length > 0 ? [{ key: 'Earlier dates', value: <Earlier revisions={earlier} /> }] : []),
  ];
}

const Proposed = ({ proposal }: { proposal: Proposal }) => (
  <>
    {`${windowWords(proposal)}, proposed by ${proposal.proposedBy} on ${inWords(proposal.proposedOn)}`}
    <div class="tracker-verbatim">{proposal.why}</div>
  </>
);

const Earlier = ({ revisions }: { revisions: readonly Revision[] }) => (
  <Details summary={revisions.length === 1 ? 'One change of dates' : `${revisions.length} changes of dates`}>
    <DateChanges revisions={revisions} />
  </Details>
);

/** Every change of a duty's dates: what they were, who decided and why. */
export const DateChanges = ({ revisions }: { revisions: readonly Revision[] }) => (
  <ul class="govuk-list govuk-list--spaced">
    {revisions.map((each) => (
      <li>
        {`${inWords(each.on)}: ${revisionWords[each.how]}. Before: ${windowWords(each.before)}.`}
        <div class="govuk-hint govuk-!-margin-bottom-0">{decidedWords(each)}</div>
      </li>
    ))}
  </ul>
);

const windowWords = ({ opensOn, dueOn }: Pick<Deadline, 'opensOn' | 'dueOn'>): string => {
  if (dueOn === null) return 'no date';
  const due = inWordsWithWeekday(dueOn);
  return opensOn ? `${inWordsWithWeekday(opensOn)} to ${due}` : due;
};

function decidedWords({ by, approvedBy, why, appliedOn, grantedOn }: Revision): string {
  const approved = approvedBy ? `, approved by ${approvedBy}` : '';
  const granted =
    appliedOn && grantedOn ? ` Applied for on ${inWords(appliedOn)}, granted on ${inWords(grantedOn)}.` : '';
  return `Decided by ${by}${approved}.${granted}${why ? ` ${why}` : ''}`;
}
