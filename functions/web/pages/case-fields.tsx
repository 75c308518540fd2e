import type { Child } from 'hono/jsx';
import { legalBases, sources } from '../../../shared/domain/clocks.ts';
import { DateInput } from '../components/date-input.tsx';
import { Input } from '../components/input.tsx';
import { Radios } from '../components/radios.tsx';
import { Textarea } from '../components/textarea.tsx';
import { errorOf, type FieldErrors } from '../forms/field-errors.ts';
import type { PostedForm } from '../forms/posted-form.ts';
import { typedDate } from '../forms/typed-date.ts';

/** What is said under a field besides its hint: the words of a page that it was read from. */
export type FieldNote = (field: string) => Child | undefined;

type Fields = { form: PostedForm; errors: FieldErrors; note?: FieldNote | undefined };

/** The boxes of a case. The copy of its page has none where there are notes: it is then what they were read from. */
export const CaseFields = (fields: Fields) => (
  <>
    <WhatItIs {...fields} />
    <WhenItWasMade {...fields} />
    <WhatItSays {...fields} />
    {!fields.note && <KeptPage {...fields} />}
  </>
);

const hintOf = (own: string | undefined, note: Child | undefined): { hint?: Child } => {
  if (note === undefined) return own ? { hint: own } : {};
  return {
    hint: (
      <>
        {own}
        {note}
      </>
    ),
  };
};

const field = ({ form, errors, note }: Fields, name: string, hint?: string) => ({
  name,
  value: form.get(name),
  error: errors[name]?.message,
  ...hintOf(hint, note?.(name)),
});

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

const WhatItIs = (fields: Fields) => (
  <>
    <Input
      {...field(fields, 'reference', 'As its page prints it, such as 2019/127918')}
      label="Reference"
      width={20}
    />
    <Input {...field(fields, 'forceReference')} label="The force’s own reference (optional)" width={20} />
    <Input {...field(fields, 'title')} label="Title" />
    <Radios
      {...field(fields, 'source')}
      legend="Where does the learning come from?"
      items={choices(sources)}
      small
    />
    <Radios
      {...field(fields, 'legalBasis', 'This decides whether the law sets a date for the response.')}
      legend="What were the recommendations made under?"
      items={choices(legalBases)}
      small
    />
    <Input {...field(fields, 'body')} label="Body the case is addressed to" />
  </>
);

const WhenItWasMade = ({ form, errors, note }: Fields) => (
  <>
    <DateInput
      name="madeOn"
      legend="When were the recommendations made?"
      {...hintOf('For example, 29 9 2020', note?.('madeOn'))}
      values={typedDate(form, 'madeOn')}
      {...errorOf(errors, 'madeOn')}
    />
    <DateInput
      name="publishedDueOn"
      legend="By when does the page ask for a response? (optional)"
      {...hintOf(
        'The date printed on the page. It is often a day later than the law’s last day; both are kept.',
        note?.('publishedDueOn'),
      )}
      values={typedDate(form, 'publishedDueOn')}
      {...errorOf(errors, 'publishedDueOn')}
    />
  </>
);

const WhatItSays = (fields: Fields) => (
  <>
    <Textarea {...field(fields, 'summary')} label="Summary (optional)" rows={6} />
    <Textarea {...field(fields, 'topics', 'One on each line')} label="Topics (optional)" rows={3} />
    <Textarea
      {...field(fields, 'linkedBodies', 'One on each line')}
      label="Linked bodies (optional)"
      rows={3}
    />
    <Input {...field(fields, 'link')} label="Link to its page (optional)" type="url" />
  </>
);

const KeptPage = (fields: Fields) => (
  <Textarea
    {...field(
      fields,
      'keptPage',
      'Paste the text of the page to keep it. The IOPC deletes its pages after five years.',
    )}
    label="Copy of the whole page (optional)"
    rows={6}
  />
);
