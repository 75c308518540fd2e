import type { Context } from 'hono';
import type { Board } from '../../../shared/domain/board.ts';
import { inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { acceptances } from '../../../shared/domain/recommendation.ts';
import type { ResponseInput } from '../../../shared/domain/response.ts';
import { InsetText } from '../components/inset-text.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { lookedField } from '../forms/found-promises.ts';
import type { PostedForm } from '../forms/posted-form.ts';
import { postedWith, promiseCount } from '../forms/promise-slots.ts';
import { responseFields } from '../forms/response-form.ts';
import { LongText } from './long-text.tsx';
import { recommendationHref } from './names.ts';
import { PromiseCards } from './promise-cards.tsx';
import type { Asked } from './record-response.tsx';
import { SaveOrChange } from './save-or-change.tsx';
import { type Site, show } from './site.tsx';

/** What the response comes to, before it is saved: each promise in its own words with its dates and how they are reached. */
export function showCheck(
  c: Context,
  site: Site,
  asked: Asked,
  { form, value }: { form: PostedForm; value: ResponseInput },
) {
  const { recommendation, learningCase, boards } = asked;
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
          <Promises value={value} boards={boards} />
          <SaveOrChange
            site={site}
            action={`${recommendationHref(recommendation)}/response`}
            names={[lookedField, ...postedWith(responseFields(promiseCount(form)))]}
            form={form}
          />
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

const Promises = ({ value, boards }: { value: ResponseInput; boards: readonly Board[] }) => {
  const { commitments, respondedOn, acceptance } = value;
  if (commitments.length > 0)
    return <PromiseCards promises={commitments} anchorOn={respondedOn} madeIn="response" boards={boards} />;
  return (
    <InsetText>
      {acceptance === 'not-accepted'
        ? 'The response promises nothing.'
        : 'The response promises nothing with a date, so the owner will be asked for one.'}
    </InsetText>
  );
};
