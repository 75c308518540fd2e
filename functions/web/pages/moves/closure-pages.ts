import { closing, closureDecline, closureProposal } from '../../../../shared/domain/closure.ts';
import { inWords } from '../../../../shared/domain/day.ts';
import { effectReview } from '../../../../shared/domain/effect-review.ts';
import { reopening } from '../../../../shared/domain/reopening.ts';
import { withdrawal } from '../../../../shared/domain/withdrawal.ts';
import type { MoveField } from '../../forms/move-form.ts';
import { close } from '../../moves/close.ts';
import { declineClosure } from '../../moves/decline-closure.ts';
import { proposeClosure } from '../../moves/propose-closure.ts';
import { reopen } from '../../moves/reopen.ts';
import { reviewEffect } from '../../moves/review-effect.ts';
import { withdraw } from '../../moves/withdraw.ts';
import { EvidenceThereIs } from './evidence-there-is.tsx';
import { openPromises } from './guards.ts';
import { type Asked, type MovePage, onRecommendation } from './move-page.ts';

const kept = 'It is kept in the history';

/** Closing a recommendation and what may come of it. */
export const closurePages: readonly MovePage[] = [
  onRecommendation(
    {
      move: 'propose-closure',
      title: 'Propose closure',
      intro: [
        'Somebody else then decides whether to close the recommendation. Until they have, it stands on the list of what needs attention, and reminders of what was promised go on.',
      ],
      fields: [
        {
          kind: 'line',
          name: 'proposedBy',
          label: 'Who proposes to close it?',
          hint: 'Their name. They cannot also be the one who closes it.',
        },
        { kind: 'text', name: 'note', label: 'Why can it be closed? (optional)', hint: kept },
      ],
      schema: closureProposal,
    },
    proposeClosure,
  ),
  onRecommendation(
    {
      move: 'close',
      title: 'Close the recommendation',
      intro: (asked) => [
        proposedWords(asked),
        'Closing ends every reminder of what was promised. The duty to publish the response goes on where it is still open. A closed recommendation can be reopened.',
      ],
      Shows: EvidenceThereIs,
      fields: ({ entry }) => [
        { kind: 'line', name: 'closedBy', label: 'Who closes it?', hint: 'Their name' },
        entry.evidence.length > 0
          ? { kind: 'text', name: 'note', label: 'What else shows that it is done? (optional)', hint: kept }
          : { kind: 'text', name: 'note', label: 'What shows that it is done?', hint: kept },
        {
          kind: 'web-addresses',
          name: 'links',
          label: 'Links to what shows it (optional)',
          hint: 'One web address on each line, such as https://www.example.police.uk/policy',
        },
      ],
      schema: closing,
    },
    close,
  ),
  onRecommendation(
    {
      move: 'decline-closure',
      title: 'Decline closure',
      intro: (asked) => [proposedWords(asked), afterDeclining(asked)],
      fields: [{ kind: 'text', name: 'why', label: 'Why can it not be closed yet?', hint: kept }],
      schema: closureDecline,
    },
    declineClosure,
  ),
  onRecommendation(
    {
      move: 'withdraw',
      title: 'Withdraw the recommendation',
      intro: [
        'Withdraw it only where whoever made the recommendation asks for nothing any more. Every reminder ends, also of publication. It stays in the record, and can be reopened.',
      ],
      fields: [{ kind: 'text', name: 'why', label: 'Why is it withdrawn?', hint: kept }],
      schema: withdrawal,
    },
    withdraw,
  ),
  onRecommendation(
    {
      move: 'reopen',
      title: 'Reopen the recommendation',
      intro: (asked) => [afterReopening(asked)],
      fields: (asked) => (isUnanswered(asked) ? [whyReopened] : [whyReopened, nextDue]),
      schema: reopening,
    },
    reopen,
  ),
  onRecommendation(
    {
      move: 'review-effect',
      title: 'Record a review of its effect',
      intro: [
        'Say whether what was done has had the effect that was wanted. This changes no date: where it has had none, reopen the recommendation.',
      ],
      fields: [
        {
          kind: 'date',
          name: 'reviewedOn',
          label: 'When was it looked at?',
          hint: 'For example, 12 2 2021',
          says: 'The date of the review',
        },
        { kind: 'text', name: 'note', label: 'What was found?' },
      ],
      schema: effectReview,
    },
    reviewEffect,
  ),
];

function proposedWords({ entry: { recommendation } }: Asked): string {
  const { closure } = recommendation;
  if (!closure) return 'Nothing that was promised is left to wait for.';
  const note = closure.note ? ` They say: “${closure.note}”` : '';
  return `${closure.proposedBy} proposed on ${inWords(closure.proposedOn)} to close it, so somebody else must decide.${note}`;
}

function afterDeclining(asked: Asked): string {
  if (openPromises(asked).length > 0) return 'What was promised stays as it is, and its reminders go on.';
  return asked.entry.recommendation.acceptance === 'not-accepted'
    ? 'It was not accepted, so the owner is asked for nothing.'
    : 'No promise is open, so the owner is asked for a date: first after 28 days, and then every 90.';
}

const whyReopened: MoveField = { kind: 'text', name: 'why', label: 'Why is it reopened?', hint: kept };
const nextDue: MoveField = {
  kind: 'date',
  name: 'dueOn',
  label: 'When is the next update due? (optional)',
  hint: 'For example, 31 3 2021',
  says: 'The date the next update is due',
  optional: true,
};

const isUnanswered = ({ entry }: Asked): boolean =>
  entry.deadlines.some(({ kind, state }) => kind === 'response' && state === 'ended');

const afterReopening = (asked: Asked): string => {
  if (isUnanswered(asked))
    return 'No response was recorded, so its deadline runs again as it was: the law’s last day does not move.';
  return asked.entry.recommendation.acceptance === 'not-accepted'
    ? 'It was not accepted, so without a date nothing is asked of the owner.'
    : 'Reminders of the date begin with the next run. Without a date the owner is asked for one: first after 28 days, and then every 90.';
};
