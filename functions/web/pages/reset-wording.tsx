import { type Context, Hono } from 'hono';
import { aboutPart, type MailPart, mailPartNames } from '../../../shared/domain/mail-parts.ts';
import { ourWords, wordsInForce, wordsResetInput } from '../../../shared/domain/mail-words.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { readWording } from '../../../shared/store/mail-settings.ts';
import { Button } from '../components/button.tsx';
import { Input } from '../components/input.tsx';
import { checkForm } from '../forms/checked-form.ts';
import { errorsFromRefusal, type FieldErrors, noErrors } from '../forms/field-errors.ts';
import { emptyForm, type PostedForm, readForm, versionIn } from '../forms/posted-form.ts';
import { resetWording } from '../moves/change-wording.ts';
import { statusOf } from '../refused.ts';
import { WordsChanged } from './check-wording.tsx';
import { type FormPage, showForm } from './form-page.tsx';
import { deskAt } from './seen.tsx';
import type { Site } from './site.tsx';
import { wordingPath } from './wording.tsx';

const address = `${wordingPath}/reset`;
const partNamed = (name: string | undefined): MailPart | undefined =>
  mailPartNames.find((part) => part === name);

/** The page that goes back to the tracker's own words, in one part or in all, and shows first what that changes. */
export const resetWordingPages = (site: Site): Hono =>
  new Hono()
    .get(address, (c) => {
      const part = partNamed(c.req.query('part'));
      return showReset(c, site, part, { form: emptyForm, errors: noErrors, status: 200 });
    })
    .post(address, async (c) => {
      const form = await readForm(c);
      const part = partNamed(form.get('part'));
      const { value, errors } = checkForm(
        wordsResetInput,
        { part, version: versionIn(form), why: form.get('why') },
        {},
      );
      if (errors) return showReset(c, site, part, { form, errors, status: 422 });
      const reset = await resetWording(deskAt(c, site), value);
      if (!isRefusal(reset)) return c.redirect(`${wordingPath}?saved=wording-reset`, 303);
      return showReset(c, site, part, { form, errors: errorsFromRefusal(reset), status: statusOf(reset) });
    });

type Filled = { form: PostedForm; errors: FieldErrors; status: FormPage['status'] };

async function showReset(c: Context, site: Site, part: MailPart | undefined, filled: Filled) {
  const kept = await readWording(site.table);
  const before = wordsInForce(kept);
  const parts = part ? [part] : mailPartNames;
  const after = { ...before, ...Object.fromEntries(parts.map((each) => [each, ourWords[each]])) };
  return showForm(c, site, {
    title: 'Set back to the tracker’s own words',
    caption: part ? aboutPart(part).title : 'Wording of mails',
    back: wordingPath,
    action: address,
    fields: [{ name: 'why' }],
    ...filled,
    children: (
      <>
        <WordsChanged before={before} after={after} parts={parts} />
        <input type="hidden" name="part" value={part ?? ''} />
        <input type="hidden" name="version" value={String(kept?.version ?? 0)} />
        <Input
          name="why"
          value={filled.form.get('why')}
          error={filled.errors.why?.message}
          label="Why? (optional)"
          hint="It is kept in the history"
          autocomplete="off"
        />
        <Button>Set back</Button>
      </>
    ),
  });
}
