import type { Board } from '../../../shared/domain/board.ts';
import type { Contact } from '../../../shared/domain/contact.ts';
import { acceptances } from '../../../shared/domain/recommendation.ts';
import type { Suggestion } from '../../../shared/extract/commitments.ts';
import type { ReadPage } from '../../../shared/extract/page/read-page.ts';
import { Button } from '../components/button.tsx';
import { DateInput } from '../components/date-input.tsx';
import { Details } from '../components/details.tsx';
import { Input } from '../components/input.tsx';
import { Radios } from '../components/radios.tsx';
import { Select } from '../components/select.tsx';
import { Textarea } from '../components/textarea.tsx';
import { errorOf, type FieldErrors } from '../forms/field-errors.ts';
import { pastedCount, pastedField, pastedSlots } from '../forms/paste-form.ts';
import type { PostedForm } from '../forms/posted-form.ts';
import { slotField } from '../forms/promise-slot.ts';
import { typedDate } from '../forms/typed-date.ts';
import { CaseFields } from './case-fields.tsx';
import { contactChoice } from './contact-choice.ts';
import { asSentence } from './deadline-words.ts';
import { howRead } from './found-promises.tsx';
import { caseNote, recommendationNote } from './page-words.tsx';
import { PromiseFields } from './promise-fields.tsx';

type Filled = {
  form: PostedForm;
  errors: FieldErrors;
  page: ReadPage<Suggestion>;
  contacts: readonly Contact[];
  boards: readonly Board[];
};

/** Every field that was read from a page, to be looked at and put right: the case, then each recommendation with its answer. */
export const PastedFields = (filled: Filled) => {
  const { form, errors, page } = filled;
  return (
    <>
      <input type="hidden" name="keptPage" value={form.get('keptPage')} />
      <input type="hidden" name="recommendations" value={form.get('recommendations')} />
      <Details summary="The page as it is kept with the case">
        <div class="tracker-verbatim">{page.kept}</div>
      </Details>
      <h2 class="govuk-heading-m">The case</h2>
      <CaseFields form={form} errors={errors} note={caseNote(page)} />
      {Array.from({ length: pastedCount(form) }, (_, index) => (
        <PastedRecommendation {...filled} place={index + 1} />
      ))}
      <Button name="do" value="check">
        Continue
      </Button>
    </>
  );
};

type OfOne = Filled & { place: number };

const PastedRecommendation = (of: OfOne) => {
  const { contacts, boards } = of;
  const field = fieldOf(of);
  return (
    <section aria-label={`Recommendation ${of.place}`}>
      <h2 class="govuk-heading-m">{`Recommendation ${of.place}`}</h2>
      <Textarea
        {...field('text', 'Empty this box to leave the recommendation out.')}
        label="What is recommended?"
        labelSize="s"
        rows={8}
      />
      <Input
        {...field('addressee', 'Leave this empty if it is the body of the case.')}
        label="Body it is addressed to (optional)"
        labelSize="s"
      />
      <Select
        {...field('ownerId', 'The owner is written to before each date.')}
        label="Who owns it?"
        labelSize="s"
        items={contactChoice(contacts, 'Nobody yet')}
      />
      <Select
        {...field('boardId', 'Its chair is written to once something is very late.')}
        label="Which board oversees it?"
        labelSize="s"
        items={[{ value: '', text: 'None' }, ...boards.map(({ id, name }) => ({ value: id, text: name }))]}
      />
      <PastedAnswer {...of} />
    </section>
  );
};

const PastedAnswer = (of: OfOne) => {
  const { form, errors, page, place } = of;
  const field = fieldOf(of);
  const date = pastedField(place, 'respondedOn');
  return (
    <>
      <Radios
        {...field('acceptance')}
        legend="Is it accepted?"
        legendSize="s"
        small
        items={Object.entries(acceptances).map(([value, text]) => ({
          value,
          text,
          ...(value === 'not-accepted'
            ? { conditional: <Textarea {...field('reasons')} label="Reasons it is not accepted" rows={3} /> }
            : {}),
        }))}
      />
      <Textarea {...field('response')} label="What does the response say?" labelSize="s" rows={8} />
      <DateInput
        name={date}
        legend="Date of the response"
        legendSize="s"
        hint={
          <>
            Without it the response is not recorded yet; its words stay in the kept page.
            {recommendationNote(page, place)('respondedOn')}
          </>
        }
        values={typedDate(form, date)}
        {...errorOf(errors, date)}
      />
      <PastedPromises {...of} />
    </>
  );
};

/** What the response seems to promise, filled in to be checked, and what else it says. */
const PastedPromises = ({ form, errors, page, place, boards }: OfOne) => {
  const found = page.recommendations[place - 1]?.suggestions ?? [];
  const slots = pastedSlots(form, place);
  const fields = { form, errors, boards, madeIn: 'response', note: howRead(found) } as const;
  return (
    <>
      <input type="hidden" name={pastedField(place, 'promises')} value={String(slots.length)} />
      <h3 class="govuk-heading-s">What the response promises</h3>
      <p class="govuk-body">
        What is filled in was read from the response: check it against the words. More promises can be added
        once the response is recorded.
      </p>
      {slots.map((slot) => (
        <PromiseFields {...fields} slot={slot} of={slots.length} part={`Recommendation ${place}`} />
      ))}
      <OtherWords
        of={found.filter(({ quote }) => slots.every((slot) => form.get(slotField(slot, 'quote')) !== quote))}
      />
    </>
  );
};

/** The words that may promise something as well, for the person to choose from. */
const OtherWords = ({ of }: { of: readonly Suggestion[] }) =>
  of.length > 0 ? (
    <Details summary="What else the response says">
      <ul class="govuk-list govuk-list--bullet">
        {of.map(({ quote, rule }) => (
          <li>
            {`“${quote}”`}
            <span class="tracker-under">{asSentence(rule)}</span>
          </li>
        ))}
      </ul>
    </Details>
  ) : null;

const fieldOf =
  ({ form, errors, page, place }: OfOne) =>
  (name: string, hint?: string) => {
    const full = pastedField(place, name);
    return {
      name: full,
      value: form.get(full),
      error: errors[full]?.message,
      hint: (
        <>
          {hint}
          {recommendationNote(page, place)(name)}
        </>
      ),
    };
  };
