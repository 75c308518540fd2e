import { Button } from '../components/button.tsx';
import { FormProof } from '../forms/form-proof.tsx';
import type { PostedForm } from '../forms/posted-form.ts';
import type { Site } from './site.tsx';

/** Under what is to be checked: save it, or go back to change it. `names`: every field as posted, carried along unseen. */
export const SaveOrChange = ({
  site,
  action,
  names,
  form,
}: {
  site: Site;
  action: string;
  names: readonly string[];
  form: PostedForm;
}) => (
  <form method="post" action={action} novalidate>
    <FormProof site={site} />
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
