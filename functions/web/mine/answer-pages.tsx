import { type Context, Hono } from 'hono';
import { mayMake } from '../../../shared/domain/moves.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { standingOf } from '../../../shared/domain/standing.ts';
import { Button } from '../components/button.tsx';
import { noErrors } from '../forms/field-errors.ts';
import { placesOf } from '../forms/move-form.ts';
import { emptyForm, type PostedForm, readForm } from '../forms/posted-form.ts';
import { type FormPage, showForm } from '../pages/form-page.tsx';
import { MoveFields } from '../pages/moves/move-fields.tsx';
import { showRefusal } from '../pages/notice-page.tsx';
import type { Answer } from './answer.ts';
import { answers } from './answers.ts';
import { askedNow, headlineOf } from './my-duties.ts';
import { deskFor, itemAddress, itemHref, type MyItem } from './my-item.ts';
import type { OwnerSite } from './owner-site.ts';

/** The answers that can be given now: what the table of moves allows, and what there is to say. */
export const answersNow = (item: MyItem): Answer[] =>
  answers.filter((each) => !isRefusal(notNow(each, item)));

function notNow({ move, isOffered }: Answer, item: MyItem): Refusal | undefined {
  const { recommendation, deadlines } = item.entry;
  return (
    mayMake(move, standingOf(recommendation, deadlines, item.today)) ??
    (isOffered(item)
      ? undefined
      : refuse('already-said', 'This has been said already, or there is nothing to say it of'))
  );
}

/** The form of each answer. One that cannot be given now is refused before anything is asked. */
export function answerPages(site: OwnerSite): Hono {
  const pages = new Hono();
  for (const answer of answers) {
    const address = `${itemAddress}/${answer.name}`;
    pages.get(address, (c) => {
      const refused = notNow(answer, c.get('item'));
      if (refused) return showRefused(c, site, refused);
      return showAnswer(c, site, answer, { form: emptyForm, errors: noErrors, status: 200 });
    });
    pages.post(address, async (c) => {
      const item = c.get('item');
      const refused = notNow(answer, item);
      if (refused) return showRefused(c, site, refused);
      const form = await readForm(c);
      const cameBack = await answer.submit(deskFor(c, site), item, form);
      if (cameBack) return showAnswer(c, site, answer, { form, ...cameBack });
      return c.redirect(`${itemHref(item.entry.recommendation)}?saved=${answer.name}`, 303);
    });
  }
  return pages;
}

const showRefused = (c: Context, site: OwnerSite, refused: Refusal) =>
  showRefusal(c, site, refused, {
    text: 'See the recommendation',
    href: itemHref(c.get('item').entry.recommendation),
  });

type Filled = Pick<FormPage, 'errors' | 'status'> & { form: PostedForm };

function showAnswer(c: Context, site: OwnerSite, answer: Answer, filled: Filled) {
  const item = c.get('item');
  const fields = answer.fields(item);
  const href = itemHref(item.entry.recommendation);
  const { title, intro } = answer.wordsOf(item);
  return showForm(c, site, {
    title,
    caption: captionOf(item),
    back: href,
    action: `${href}/${answer.name}`,
    fields: placesOf(fields),
    ...filled,
    intro: (
      <>
        {askedNow(item).length === 1 && <p class="govuk-body govuk-!-font-weight-bold">{headlineOf(item)}</p>}
        {intro.map((sentence) => (
          <p class="govuk-body">{sentence}</p>
        ))}
      </>
    ),
    children: (
      <>
        <MoveFields fields={fields} form={filled.form} errors={filled.errors} boards={[]} />
        <Button>{answer.button}</Button>
      </>
    ),
  });
}

/** '2019/127918 recommendation 1' */
export const captionOf = ({ file, entry }: MyItem): string =>
  `${file.learningCase.reference} recommendation ${entry.recommendation.number}`;
