import type { Child } from 'hono/jsx';
import type { MadeIn } from '../../../shared/domain/commitment.ts';
import type { Suggestion } from '../../../shared/extract/commitments.ts';
import { Button } from '../components/button.tsx';
import { NotificationBanner } from '../components/notification-banner.tsx';
import { fitsBoxes, isInBoxes, lookedField } from '../forms/found-promises.ts';
import type { PostedForm } from '../forms/posted-form.ts';
import { mostPromises, slotField } from '../forms/promise-slot.ts';
import { readSlots } from '../forms/promise-slots.ts';
import { asSentence } from './deadline-words.ts';

type Looked = { form: PostedForm; found: readonly Suggestion[] };

/** Over the form: that what stands in the boxes was filled in, and is a suggestion. */
export const FilledIn = ({ form, found, madeIn }: Looked & { madeIn: MadeIn }) => {
  const filled = found.filter((each) => isInBoxes(form, each)).length;
  if (!form.get(lookedField) || filled === 0) return null;
  const heading =
    filled === 1 ? `A promise was found in the ${madeIn}` : `${filled} promises were found in the ${madeIn}`;
  return (
    <NotificationBanner title="Check" heading={heading}>
      <p class="govuk-body">
        {filled === 1 ? 'It is' : 'They are'} filled in below and only a suggestion:{' '}
        <a class="govuk-notification-banner__link" href={`#${slotField(1, 'quote')}`}>
          check {filled === 1 ? 'it' : 'each'} against the words
        </a>
        . Where there is no promise, empty its words and choose “There is no promise”. Nothing is saved yet.
      </p>
    </NotificationBanner>
  );
};

/** Under the words of a promise that was filled in: how they were read, and how else they could be. */
export const howRead =
  (found: readonly Suggestion[]) =>
  (quote: string): Child => {
    const suggestion = found.find((each) => each.quote === quote);
    if (!suggestion) return undefined;
    const others = suggestion.alternatives.map(({ reading }) => reading);
    return (
      <p class="govuk-hint">
        {`Read as: ${asSentence(suggestion.rule)}`}
        {others.length > 0 && ` It may also mean: ${others.join('; ')}.`}
      </p>
    );
  };

/** What else the response seems to say, for the person to add. */
export const AlsoFound = ({ form, found }: Looked) => {
  const others = found.filter((each) => fitsBoxes(each) && !isInBoxes(form, each));
  if (!form.get(lookedField) || others.length === 0) return null;
  const hasRoom = readSlots(form).length < mostPromises;
  return (
    <>
      <h2 class="govuk-heading-m">What else the response says</h2>
      <p class="govuk-body">These words may promise something as well, or say that it is done.</p>
      {others.map((each) => (
        <div class="tracker-found">
          <p class="govuk-body govuk-!-margin-bottom-1">{`“${each.quote}”`}</p>
          <p class="govuk-hint">{asSentence(each.rule)}</p>
          {hasRoom && (
            <Button name="do" value={`take:${each.start}`} variant="secondary">
              Add this<span class="govuk-visually-hidden">{` promise: ${each.quote}`}</span>
            </Button>
          )}
        </div>
      ))}
    </>
  );
};
