import type { Context } from 'hono';
import { type CommitmentInput, windowOf } from '../../../shared/domain/commitment.ts';
import { type Day, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { acceptances } from '../../../shared/domain/recommendation.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import type { ResponseInput } from '../../../shared/domain/response.ts';
import { Button } from '../components/button.tsx';
import { InsetText } from '../components/inset-text.tsx';
import { Quote } from '../components/quote.tsx';
import { SummaryCard } from '../components/summary-card.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import type { PostedForm } from '../forms/posted-form.ts';
import { postedNames, promiseCount } from '../forms/response-form.ts';
import { asSentence } from './deadline-words.ts';
import { LongText } from './long-text.tsx';
import { recommendationHref } from './names.ts';
import type { Asked } from './record-response.tsx';
import { type Site, show } from './site.tsx';

/** What the response comes to, before it is saved: each promise in its own words with its dates and how they are reached. */
export function showCheck(
  c: Context,
  site: Site,
  asked: Asked,
  { form, value }: { form: PostedForm; value: ResponseInput },
) {
  const { recommendation, learningCase } = asked;
  return show(c, site, {
    title: 'Check before saving',
    current: '/cases',
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <span class="govuk-caption-l">{`${learningCase.reference} recommendation ${recommendation.number}`}</span>
          <h1 class="govuk-heading-l">Check before saving</h1>
          <SummaryList rows={rowsOf(value)} />
          <h2 class="govuk-heading-m">What it promises</h2>
          <Promises value={value} />
          <form method="post" action={`${recommendationHref(recommendation)}/response`} novalidate>
            {postedNames(promiseCount(form)).map((name) => (
              <input type="hidden" name={name} value={form.get(name)} />
            ))}
            <div class="govuk-button-group">
              <Button name="do" value="save">
                Save
              </Button>
              <Button name="do" value="change" variant="secondary">
                Change
              </Button>
            </div>
          </form>
        </div>
      </div>
    ),
  });
}

const rowsOf = ({ respondedOn, acceptance, text, reasons, representations }: ResponseInput) => [
  { key: 'Date of the response', value: inWordsWithWeekday(respondedOn) },
  { key: 'Answer', value: acceptances[acceptance] },
  ...(reasons ? [{ key: 'Reasons', value: <LongText text={reasons} /> }] : []),
  ...(representations ? [{ key: 'Publication', value: 'Representations against it were made' }] : []),
  { key: 'Response', value: <LongText text={text} /> },
];

const Promises = ({ value }: { value: ResponseInput }) => {
  const { commitments, respondedOn, acceptance } = value;
  if (commitments.length > 0) {
    return (
      <>
        {commitments.map((each, index) => (
          <PromiseCard commitment={each} respondedOn={respondedOn} sequence={index + 1} />
        ))}
      </>
    );
  }
  return (
    <InsetText>
      {acceptance === 'not-accepted'
        ? 'The response promises nothing.'
        : 'The response promises nothing with a date, so the owner will be asked for one.'}
    </InsetText>
  );
};

const PromiseCard = (props: { commitment: CommitmentInput; respondedOn: Day; sequence: number }) => {
  const { quote, promise } = props.commitment;
  const window = windowOf(promise, props.respondedOn);
  if (isRefusal(window)) return null;
  const { opensOn, dueOn, working } = window;
  return (
    <SummaryCard title={`Promise ${props.sequence}`} headingLevel={3}>
      <SummaryList
        rows={[
          { key: 'In its own words', value: <Quote>{quote}</Quote> },
          ...(opensOn ? [{ key: 'Window opens', value: inWordsWithWeekday(opensOn) }] : []),
          {
            key: 'Last day',
            value: dueOn ? inWordsWithWeekday(dueOn) : (lastDayWords[promise.kind] ?? 'None'),
          },
          { key: 'How this is reached', value: asSentence(working) },
        ]}
      />
    </SummaryCard>
  );
};

const lastDayWords: Partial<Record<CommitmentInput['promise']['kind'], string>> = {
  none: 'No date: the owner will be asked for one',
  completed: 'None: already done',
  'on-event': 'No date: it waits for an event',
  'board-meeting': 'No date until a meeting of the board is entered',
};
