import { Button } from '../components/button.tsx';
import type { PostedForm } from '../forms/posted-form.ts';

/** Under what is to be checked: save it, or go back to change it. `names`: every field as posted, carried along unseen. */
export const SaveOrChange = ({
  action,
  names,
  form,
}: {
  action: string;
  names: readonly string[];
  form: PostedForm;
}) => (
  <form method="post" action={action} novalidate>
    {names.map((name) => (
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
);
