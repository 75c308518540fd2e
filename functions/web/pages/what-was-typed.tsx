import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { Textarea } from '../components/textarea.tsx';
import { typedTexts } from '../forms/typed-texts.ts';

/**
 * The longer texts of a form that could not be taken, to be copied from the page that says so: a browser that goes back shows an empty
 * form, for it keeps nothing of ours. Null where there are none.
 */
export async function whatWasTyped(c: Context): Promise<Child> {
  const { texts, isAll } = await typedTexts(c);
  if (texts.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What you typed</h2>
      <p class="govuk-body">
        Copy what you want to keep before you leave this page. It is kept nowhere else.
        {!isAll && ' There was more than can be shown here.'}
      </p>
      {texts.map((text, index) => (
        <Textarea
          name={`typed-${index + 1}`}
          label={texts.length === 1 ? 'Your text' : `Your text ${index + 1} of ${texts.length}`}
          value={text}
          rows={8}
          spellcheck={false}
          readonly
        />
      ))}
    </>
  );
}
