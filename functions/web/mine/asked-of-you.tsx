import { inWords } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { holdOn } from '../../../shared/domain/hold.ts';
import { movedWords } from '../../../shared/mail/moved-words.ts';
import { Quote } from '../components/quote.tsx';
import { sourceOf } from '../pages/promise-cards.tsx';
import { askedNow, whenInWords } from './my-duties.ts';
import type { MyItem } from './my-item.ts';

/** What is asked now: each duty with what was promised, in its own words, and by when. */
export const AskedOfYou = ({ item }: { item: MyItem }) => {
  const asked = askedNow(item);
  return (
    <>
      {asked.length === 0 && <p class="govuk-body">{nothingAsked(item)}</p>}
      {asked.map((duty) => (
        <Duty duty={duty} item={item} isOnly={asked.length === 1} />
      ))}
    </>
  );
};

const Duty = ({ duty, item, isOnly }: { duty: Deadline; item: MyItem; isOnly: boolean }) => {
  const promise = item.entry.commitments.find(
    ({ sequence }) => duty.kind === 'update' && sequence === duty.sequence,
  );
  const moved = duty.kind === 'update' ? movedWords(duty) : '';
  const hold = holdOn(duty, item.today);
  return (
    <>
      <p class={`govuk-body${isOnly ? '' : ' govuk-!-font-weight-bold'}`}>
        {[
          `${whenInWords(duty, item.today)}.`,
          moved,
          hold ? `Reminders pause until ${inWords(hold.until)}.` : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      {promise ? (
        <Quote source={sourceOf(promise)}>{promise.quote}</Quote>
      ) : (
        <p class="govuk-body">{whatIsAsked(duty)}</p>
      )}
    </>
  );
};

const whatIsAsked = ({ kind, dueOn }: Deadline): string => {
  if (kind === 'response') return 'Your organisation is asked to respond to this recommendation.';
  return dueOn === null
    ? 'It is not known by when this will be done. Please give a date.'
    : 'An update on this recommendation is asked for.';
};

function nothingAsked({ entry: { recommendation } }: MyItem): string {
  const { closed, withdrawn, acceptance } = recommendation;
  if (closed) return `It was closed on ${inWords(closed.on)}. Nothing more is asked of you.`;
  if (withdrawn) return `It was withdrawn on ${inWords(withdrawn.on)}. Nothing more is asked of you.`;
  if (acceptance === 'not-accepted') return 'It was not accepted, so nothing is asked of you.';
  return 'Nothing more is asked of you now. The liaison team decides whether to close it.';
}
