/**
 * "No", as a value. A refusal is an answer to somebody's request, so it carries a sentence that person understands;
 * a fault (a broken disk, a bug) throws instead.
 *
 * `refused` is a code for programs, `message` a sentence for people, `field` the box on the form it is about.
 */
export type Refusal = { readonly refused: string; readonly message: string; readonly field?: string };

export function refuse(code: string, message: string, field?: string): Refusal {
  return field === undefined ? { refused: code, message } : { refused: code, message, field };
}

export function isRefusal(x: unknown): x is Refusal {
  return typeof x === 'object' && x !== null && 'refused' in x;
}
