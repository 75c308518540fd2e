import type { Board } from '../../../../shared/domain/board.ts';
import { type Role, roles } from '../../../../shared/domain/staff.ts';
import { Button } from '../../components/button.tsx';
import { Checkboxes } from '../../components/checkboxes.tsx';
import { Input } from '../../components/input.tsx';
import { Radios } from '../../components/radios.tsx';
import { Textarea } from '../../components/textarea.tsx';
import type { FieldErrors } from '../../forms/field-errors.ts';
import type { StaffForm } from '../../forms/staff-form.ts';

const mayDo: Record<Role, string> = {
  viewer: 'Looks at everything they are not kept from, and changes nothing',
  liaison: 'Also records cases, responses and moves, and keeps contacts, boards and lists',
  administrator: 'Also changes the settings, says who may sign in, and removes what is no longer to be kept',
};

/** The boxes of one of the staff. */
export const StaffFields = (props: StaffForm & { errors: FieldErrors; all: readonly Board[] }) => {
  const { form, errors } = props;
  const field = (name: string) => ({ name, value: form.get(name), error: errors[name]?.message });
  return (
    <>
      <Input {...field('name')} label="Name" hint="As the history will name them" autocomplete="off" />
      <Input
        {...field('email')}
        label="Email address"
        hint="The one that they sign in to your organisation with"
        type="email"
        autocomplete="off"
        spellcheck={false}
      />
      <Radios
        {...field('role')}
        legend="What may they do?"
        legendSize="s"
        items={Object.entries(roles).map(([value, text]) => ({ value, text, hint: mayDo[value as Role] }))}
      />
      <Textarea
        {...field('bodies')}
        label="Only these bodies (optional)"
        hint="One on each line, such as Essex Police. They then see only what is addressed to one of them. Leave it empty for all."
        rows={3}
      />
      {props.all.length > 0 && (
        <Checkboxes
          name="boards"
          legend="Only these boards (optional)"
          legendSize="s"
          hint="They then see only what one of them oversees. Tick none for all."
          error={errors.boards?.message}
          items={props.all.map(({ id, name }) => ({ value: id, text: name }))}
          values={props.boards}
        />
      )}
      <Button>Save</Button>
    </>
  );
};
