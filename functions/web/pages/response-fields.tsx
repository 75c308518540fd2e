import type { Board } from '../../../shared/domain/board.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { clockFor } from '../../../shared/domain/clocks.ts';
import { inWords } from '../../../shared/domain/day.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import type { Suggestion } from '../../../shared/extract/commitments.ts';
import { Checkboxes } from '../components/checkboxes.tsx';
import { DateInput } from '../components/date-input.tsx';
import { Details } from '../components/details.tsx';
import { Quote } from '../components/quote.tsx';
import { Radios } from '../components/radios.tsx';
import { Textarea } from '../components/textarea.tsx';
import { errorOf, type FieldErrors } from '../forms/field-errors.ts';
import { lookedField } from '../forms/found-promises.ts';
import type { PostedForm } from '../forms/posted-form.ts';
import { typedDate } from '../forms/typed-date.ts';
import { EachPromise, EnterGoesOn, PromiseButtons } from './each-promise.tsx';
import { AlsoFound, howRead } from './found-promises.tsx';

type Fields = { form: PostedForm; errors: FieldErrors };

/** The boxes of the form that records a response, and its buttons. */
export const ResponseFields = (
  props: Fields & {
    learningCase: Case;
    recommendation: Recommendation;
    boards: readonly Board[];
    promises: number;
    found: readonly Suggestion[];
  },
) => {
  const { promises, found } = props;
  return (
    <>
      <EnterGoesOn />
      <Details summary="What was recommended">
        <Quote>{props.recommendation.text}</Quote>
      </Details>
      <WhatItSays {...props} />
      <h2 class="govuk-heading-m">What does the response promise?</h2>
      <p class="govuk-body">
        Take each promise from the response in its own words, then choose what the words say. Or leave the
        boxes empty and press Continue: what the response seems to promise is then filled in for you to check.
        You see the dates this comes to before anything is saved.
      </p>
      <input type="hidden" name={lookedField} value={props.form.get(lookedField)} />
      <EachPromise {...props} madeIn="response" note={howRead(found)} />
      <AlsoFound {...props} />
      <PromiseButtons promises={promises} />
    </>
  );
};

const WhatItSays = ({ form, errors, learningCase }: Fields & { learningCase: Case }) => (
  <>
    <DateInput
      name="respondedOn"
      legend="Date of the response"
      legendSize="s"
      hint={`The page does not print this date: look at the letter or email. Everything promised is counted from it. The recommendation was made on ${inWords(learningCase.madeOn)}.`}
      values={typedDate(form, 'respondedOn')}
      {...errorOf(errors, 'respondedOn')}
    />
    <Textarea
      name="text"
      label="What does the response say?"
      labelSize="s"
      hint="In its own words"
      rows={8}
      value={form.get('text')}
      error={errors.text?.message}
    />
    <Acceptance form={form} errors={errors} body={learningCase.body} />
    {clockFor(learningCase).publication && <Representations form={form} errors={errors} />}
  </>
);

const Representations = ({ form, errors }: Fields) => (
  <Checkboxes
    name="representations"
    legend="Publication"
    legendSize="s"
    hint="The response is published unless the body makes representations against it"
    values={[form.get('representations')]}
    error={errors.representations?.message}
    items={[{ value: 'made', text: 'Representations against publication were made' }]}
  />
);

const Acceptance = ({ form, errors, body }: Fields & { body: string }) => (
  <Radios
    name="acceptance"
    legend={`Does ${body} accept the recommendation?`}
    legendSize="s"
    value={form.get('acceptance')}
    error={errors.acceptance?.message}
    items={[
      { value: 'accepted', text: 'Yes, accepted' },
      { value: 'partly-accepted', text: 'Partly accepted' },
      {
        value: 'not-accepted',
        text: 'Not accepted',
        conditional: (
          <Textarea
            name="reasons"
            label="Reasons it is not accepted"
            value={form.get('reasons')}
            error={errors.reasons?.message}
          />
        ),
      },
    ]}
  />
);
