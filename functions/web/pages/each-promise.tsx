import { Button } from '../components/button.tsx';
import { mostPromises, type PromiseKind } from '../forms/promise-slot.ts';
import { PromiseFields, type PromiseFieldsProps } from './promise-fields.tsx';

/** The boxes of each promise of a form that takes several. */
export const EachPromise = ({
  promises,
  kinds,
  ...fields
}: PromiseFieldsProps & { promises: number; kinds?: readonly PromiseKind[] }) => (
  <>
    <input type="hidden" name="promises" value={String(promises)} />
    {Array.from({ length: promises }, (_, index) => (
      <PromiseFields {...fields} slot={index + 1} of={promises} kinds={kinds} />
    ))}
  </>
);

/** What the Enter key presses, where other buttons stand before Continue on the page: a browser takes the first of the form. */
export const EnterGoesOn = () => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: the Tab key does not stop at it, and Continue itself is read out
  <button
    type="submit"
    name="do"
    value="check"
    class="govuk-visually-hidden"
    tabindex={-1}
    aria-hidden="true"
  >
    Continue
  </button>
);

/** Goes on to the check, or gives room for one promise more. */
export const PromiseButtons = ({ promises }: { promises: number }) => (
  <div class="govuk-button-group">
    <Button name="do" value="check">
      Continue
    </Button>
    {promises < mostPromises && (
      <Button name="do" value="add" variant="secondary">
        Add another promise
      </Button>
    )}
  </div>
);
