/** Joins the class names that apply, leaving out the conditions that did not hold. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
