import { Offered } from '../components/may-follow.tsx';
import { Select } from '../components/select.tsx';
import type { PromiseFieldsProps } from './promise-fields.tsx';

/** Asks which board a promise waits for. */
export const AtBoard = ({ form, errors, boards, madeIn, field }: PromiseFieldsProps & { field: string }) => (
  <Select
    name={field}
    label="Which board?"
    hint={
      <>
        {boards.length > 0
          ? `It is due at the first meeting of the board after the day of the ${madeIn}. `
          : 'No board has been added yet. '}
        <Offered href="/boards/new">
          <a class="govuk-link" href="/boards/new" target="_blank" rel="noreferrer">
            {boards.length > 0 ? 'Add a board that is missing' : 'Add a board'} (opens in a new tab)
          </a>
          , and press the button at the end of this page: the list then has it.
        </Offered>
      </>
    }
    items={[
      { value: '', text: 'Choose a board' },
      ...boards.map(({ id, name }) => ({ value: id, text: name })),
    ]}
    value={form.get(field)}
    error={errors[field]?.message}
  />
);
