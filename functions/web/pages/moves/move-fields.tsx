import type { Board } from '../../../../shared/domain/board.ts';
import { linkKinds } from '../../../../shared/domain/link.ts';
import { DateInput } from '../../components/date-input.tsx';
import { Input } from '../../components/input.tsx';
import { Radios } from '../../components/radios.tsx';
import { Select } from '../../components/select.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { errorOf, type FieldErrors } from '../../forms/field-errors.ts';
import { linkValue, type MoveField, onlySlot } from '../../forms/move-form.ts';
import type { PostedForm } from '../../forms/posted-form.ts';
import { promiseKinds } from '../../forms/promise-slot.ts';
import { typedDate } from '../../forms/typed-date.ts';
import { PromiseFields } from '../promise-fields.tsx';

/** `boards`: those to choose from. */
type Filled = { form: PostedForm; errors: FieldErrors; boards: readonly Board[] };

/** The fields of the form of a move, one below the other. */
export const MoveFields = ({ fields, ...filled }: Filled & { fields: readonly MoveField[] }) => (
  <>
    {fields.map((field) => (
      <Box {...filled} field={field} />
    ))}
  </>
);

const promised = promiseKinds.filter((kind) => kind !== 'nothing');

const OnePromise = (filled: Filled) => (
  <PromiseFields {...filled} madeIn="response" slot={onlySlot} of={1} kinds={promised} />
);

const boardChoice = (boards: readonly Board[]) => [
  { value: '', text: 'Choose a board' },
  ...boards.map(({ id, name }) => ({ value: id, text: name })),
];

const Box = ({ field, form, errors, boards }: Filled & { field: MoveField }) => {
  if (field.kind === 'promise') return <OnePromise form={form} errors={errors} boards={boards} />;
  const { name, label, hint } = field;
  const shared = { name, hint, value: form.get(name), error: errors[name]?.message };
  switch (field.kind) {
    case 'line':
      return <Input {...shared} label={label} labelSize="s" />;
    case 'email':
      return <Input {...shared} label={label} labelSize="s" type="email" spellcheck={false} />;
    case 'text':
    case 'web-addresses':
      return <Textarea {...shared} label={label} labelSize="s" rows={field.kind === 'text' ? 5 : 3} />;
    case 'date':
      return (
        <DateInput
          name={name}
          legend={label}
          legendSize="s"
          hint={hint}
          values={typedDate(form, name)}
          {...errorOf(errors, name)}
        />
      );
    case 'choice':
      return <Radios {...shared} legend={label} legendSize="s" items={field.choices} />;
    case 'board':
      return <Select {...shared} label={label} labelSize="s" items={boardChoice(boards)} />;
    case 'linked':
      return (
        <Radios
          {...shared}
          legend={label}
          legendSize="s"
          items={field.links.map((each) => ({
            value: linkValue(each),
            text: `${linkKinds[each.kind]}: ${each.ref}`,
          }))}
        />
      );
  }
};
