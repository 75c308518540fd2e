import type { Board } from '../../../shared/domain/board.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Suggestion } from '../../../shared/extract/commitments.ts';
import type { RecommendationFile } from '../../../shared/store/case-file.ts';
import { DateInput } from '../components/date-input.tsx';
import { Quote } from '../components/quote.tsx';
import { Radios } from '../components/radios.tsx';
import { Textarea } from '../components/textarea.tsx';
import { WarningText } from '../components/warning-text.tsx';
import { errorOf, type FieldErrors } from '../forms/field-errors.ts';
import { lookedField } from '../forms/found-promises.ts';
import type { PostedForm } from '../forms/posted-form.ts';
import { typedDate } from '../forms/typed-date.ts';
import { asSentence } from './deadline-words.ts';
import { EachPromise, PromiseButtons } from './each-promise.tsx';
import { howRead } from './found-promises.tsx';
import { recommendationHref } from './names.ts';
import { sourceOf } from './promise-cards.tsx';

type Fields = {
  form: PostedForm;
  errors: FieldErrors;
  boards: readonly Board[];
  promises: number;
  found: readonly Suggestion[];
};

/** What the update reports back on: the words of the promise, and how its date was reached. */
export const WhatWasPromised = ({ promised, entry }: { promised: Deadline; entry: RecommendationFile }) => {
  const promise = entry.commitments.find(({ sequence }) => sequence === promised.sequence);
  return (
    <>
      {promise && <Quote source={sourceOf(promise)}>{promise.quote}</Quote>}
      {promised.working.map((working) => (
        <p class="govuk-body">{asSentence(working)}</p>
      ))}
      <WarningText>
        This marks the promise as kept and ends its reminders. If the update only asks for more time, do not
        record it here:{' '}
        <a
          class="govuk-link"
          href={`${recommendationHref(promised)}/promises/${promised.sequence}/propose-date`}
        >
          record the date that is proposed
        </a>{' '}
        instead, so that the reminders go on.
      </WarningText>
    </>
  );
};

/** The boxes of the form that records an update, and its buttons. */
export const UpdateFields = (props: Fields) => {
  const { form, errors, promises } = props;
  return (
    <>
      <input type="hidden" name={lookedField} value={form.get(lookedField)} />
      <DateInput
        name="receivedOn"
        legend="When did the update come?"
        legendSize="s"
        hint="For example, 12 2 2021"
        values={typedDate(form, 'receivedOn')}
        {...errorOf(errors, 'receivedOn')}
      />
      <Textarea
        name="text"
        label="What does it say?"
        labelSize="s"
        hint="In its own words: what has been done, and the proof of it"
        rows={8}
        value={form.get('text')}
        error={errors.text?.message}
      />
      <div class="tracker-more">
        <More {...props} />
        <PromiseButtons promises={promises} />
      </div>
    </>
  );
};

const More = ({ found, ...fields }: Fields) => (
  <Radios
    name="more"
    legend="Does this update promise something more?"
    legendSize="s"
    hint="What it promises is counted from the day it came. You see the dates before anything is saved."
    value={fields.form.get('more')}
    error={fields.errors.more?.message}
    items={[
      { value: 'no', text: 'No' },
      {
        value: 'yes',
        text: 'Yes',
        conditional: <EachPromise {...fields} madeIn="update" note={howRead(found)} />,
      },
    ]}
  />
);
