import type { Contact } from '../../../shared/domain/contact.ts';
import { Button } from '../components/button.tsx';
import { Input } from '../components/input.tsx';
import { Radios } from '../components/radios.tsx';
import { Select } from '../components/select.tsx';
import type { FieldErrors } from '../forms/field-errors.ts';
import type { PostedForm } from '../forms/posted-form.ts';
import { contactChoice } from './contact-choice.ts';

/** The boxes of a contact. `itself`: the contact that is changed, who cannot be their own manager or deputy. */
export const ContactFields = (props: {
  form: PostedForm;
  errors: FieldErrors;
  contacts: readonly Contact[];
  itself?: Contact;
}) => {
  const { form, errors, itself } = props;
  const field = (name: string) => ({ name, value: form.get(name), error: errors[name]?.message });
  const choice = (chosen: string | undefined) =>
    contactChoice(
      itself ? props.contacts.filter(({ id }) => id !== itself.id) : props.contacts,
      'Nobody',
      chosen,
    );
  return (
    <>
      <Radios
        {...field('kind')}
        legend="Who is it?"
        legendSize="s"
        items={[
          { value: 'person', text: 'A person in a post' },
          { value: 'team', text: 'A team mailbox', hint: 'Greeted as “Dear colleagues”' },
        ]}
      />
      <Input {...field('name')} label="Name" autocomplete="off" />
      <Input
        {...field('post')}
        label="Post"
        hint="Such as Head of Learning and Development; of a team, what it is for"
        autocomplete="off"
      />
      <Input {...field('email')} label="Email address" type="email" autocomplete="off" spellcheck={false} />
      <Select
        {...field('managerId')}
        label="Manager"
        hint="Written to as well once something stays late"
        items={choice(itself?.managerId)}
      />
      <Select
        {...field('deputyId')}
        label="Deputy"
        hint="Written to instead when mail to this contact comes back or they have left"
        items={choice(itself?.deputyId)}
      />
      <Button>Save</Button>
    </>
  );
};
