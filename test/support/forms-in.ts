import { onceField, tokenField } from '../../functions/web/forms/form-proof.tsx';
import { elements, type HtmlElement } from './html-tree.ts';

/** A form that posts: where to, and how often each of its fields that prove where it was shown stands in it. */
export type PostingForm = { action: string; tokens: string[]; onces: string[] };

/** The forms of a page that post. */
export const formsIn = (all: readonly HtmlElement[]): PostingForm[] =>
  all
    .filter(({ tag, attributes }) => tag === 'form' && attributes.method === 'post')
    .map(({ attributes, children }) => {
      const valuesOf = (field: string) =>
        [...elements(children)].flatMap(({ attributes: { name, value = '' } }) =>
          name === field ? [value] : [],
        );
      return {
        action: attributes.action ?? '',
        tokens: valuesOf(tokenField),
        onces: valuesOf(onceField),
      };
    });

/** Where nobody is signed in yet, there is nobody whose form it could be. */
const forNobody = ['/mine/code', '/mine/sign-in'];

/** What is wrong with how a form proves itself: one that is posted here proves it once, one that goes elsewhere says nothing of it. */
export function wrongProof({ action, tokens, onces }: PostingForm): string | undefined {
  const isHere = action.startsWith('/') && !action.startsWith('/local/') && !forNobody.includes(action);
  const expected = isHere ? 1 : 0;
  const isRight =
    tokens.length === expected &&
    onces.length === (action.endsWith('/sign-out') ? 0 : expected) &&
    onces.every((once) => /^[\w-]{16,64}$/.test(once));
  return isRight
    ? undefined
    : `The form to ${action} brings ${tokens.length} tokens and ${onces.length} showings`;
}
