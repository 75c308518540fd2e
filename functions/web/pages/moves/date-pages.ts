import { inWordsWithWeekday } from '../../../../shared/domain/day.ts';
import { declineInput, proposalInput } from '../../../../shared/domain/proposal.ts';
import { rePlanInput } from '../../../../shared/domain/re-plan.ts';
import { movedWords } from '../../../../shared/mail/moved-words.ts';
import type { MoveField } from '../../forms/move-form.ts';
import { dateBoxes } from '../../forms/typed-date.ts';
import { declineDate } from '../../moves/decline-date.ts';
import { proposeDate } from '../../moves/propose-date.ts';
import { rePlan } from '../../moves/re-plan.ts';
import { proposalTitle, rePlanTitle, waitingFor } from './date-titles.ts';
import { type Asked, type MovePage, onPromise } from './move-page.ts';

const newDates: readonly MoveField[] = [
  {
    kind: 'date',
    name: 'dueOn',
    label: 'What is the new last day?',
    hint: 'For example, 30 4 2021',
    says: 'The new last day',
  },
  {
    kind: 'date',
    name: 'opensOn',
    label: 'When does its window open? (optional)',
    hint: 'Only where it is to be done in a period: the first day of it',
    says: 'The day the window opens',
    optional: true,
  },
];

/** Other dates for what was promised. */
export const datePages: readonly MovePage[] = [
  onPromise(
    {
      move: 'propose-date',
      title: proposalTitle,
      intro: (asked) => [
        promiseWords(asked),
        `This moves nothing. It waits on the list of what needs attention until liaison staff accept it, set another or decline it. ${untilDecided(asked)}`,
      ],
      fields: (asked) => [
        ...newDates,
        { kind: 'text', name: 'why', label: whyLabel(asked) },
        { kind: 'line', name: 'proposedBy', label: 'Who proposes it?', hint: 'Their name' },
      ],
      schema: proposalInput,
    },
    proposeDate,
  ),
  onPromise(
    {
      move: 'decline-date',
      title: 'Decline the proposed date',
      intro: (asked) => [
        proposalWords(asked),
        `${promiseWords(asked)} It stays as it is, and its reminders go on.`,
      ],
      fields: [
        { kind: 'text', name: 'why', label: 'Why is it declined?', hint: 'It is kept in the history' },
      ],
      schema: declineInput,
    },
    declineDate,
  ),
  onPromise(
    {
      move: 're-plan',
      title: rePlanTitle,
      intro: (asked) => [
        [promiseWords(asked), proposalWords(asked)].filter(Boolean).join(' '),
        ...(waitingFor(asked)
          ? ['It is filled in below. Enter another only where you decide otherwise.']
          : []),
        asked.promised?.dueOn
          ? 'The earlier date is kept, and how often it was moved is shown wherever the date is. Reminders go by the new date from the next run on.'
          : 'Reminders go by the date from the next run on, and the owner is no longer asked for one.',
      ],
      fields: (asked) => [
        ...newDates,
        { kind: 'text', name: 'why', label: 'Why this date?', hint: 'It is kept in the history' },
        { kind: 'line', name: 'decidedBy', label: 'Who decides?', hint: 'Their name' },
        ...(needsApproval(asked) ? [approver] : []),
      ],
      begins: (asked) => {
        const proposal = waitingFor(asked);
        return proposal
          ? { ...dateBoxes('dueOn', proposal.dueOn), ...dateBoxes('opensOn', proposal.opensOn) }
          : {};
      },
      schema: rePlanInput,
    },
    rePlan,
  ),
];

const approver: MoveField = {
  kind: 'line',
  name: 'approvedBy',
  label: 'Who approves it?',
  hint: 'The date has been moved before, so somebody other than whoever decides must approve',
};

const needsApproval = ({ promised }: Asked): boolean =>
  promised !== undefined && promised.dueOn !== null && promised.moved > 0;

const untilDecided = ({ promised }: Asked): string =>
  promised?.dueOn
    ? 'Reminders of the present date go on.'
    : 'Until then the owner is asked for a date as before.';

const whyLabel = ({ promised }: Asked): string =>
  promised?.dueOn ? 'Why is another date needed?' : 'Why this date?';

function promiseWords({ promised }: Asked): string {
  if (!promised?.dueOn) return 'It has no date now.';
  const opens = promised.opensOn ? `from ${inWordsWithWeekday(promised.opensOn)} ` : '';
  const by = `${opens}${opens ? 'to' : 'by'} ${inWordsWithWeekday(promised.dueOn)}`;
  return [`It is promised ${by}.`, movedWords(promised)].filter(Boolean).join(' ');
}

function proposalWords(asked: Asked): string {
  const proposal = waitingFor(asked);
  if (!proposal) return '';
  return `${proposal.proposedBy} proposes ${inWordsWithWeekday(proposal.dueOn)}: “${proposal.why}”`;
}
