import { type Context, Hono } from 'hono';
import { aboutPart, blanks, type MailPart, mailPartNames } from '../../../shared/domain/mail-parts.ts';
import { wordsInForce } from '../../../shared/domain/mail-words.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { readWording } from '../../../shared/store/mail-settings.ts';
import { Button } from '../components/button.tsx';
import { Details } from '../components/details.tsx';
import { Input } from '../components/input.tsx';
import { Textarea } from '../components/textarea.tsx';
import { errorsFromRefusal, type FieldErrors, noErrors } from '../forms/field-errors.ts';
import { type PostedForm, readForm } from '../forms/posted-form.ts';
import { formOfWords, readWordingForm, wordingFields } from '../forms/wording-form.ts';
import { changeWording } from '../moves/change-wording.ts';
import { statusOf } from '../refused.ts';
import { showWordingCheck } from './check-wording.tsx';
import { type FormPage, showForm } from './form-page.tsx';
import { showNotFound } from './notice-page.tsx';
import { deskAt } from './seen.tsx';
import type { Site } from './site.tsx';
import { partPath, wordingPath } from './wording.tsx';

const partIn = (c: Context): MailPart | undefined =>
  mailPartNames.find((part) => part === c.req.param('part'));

/** The form that changes the words of one part; before anything is saved it shows a whole mail with them. */
export const changeWordingPages = (site: Site): Hono =>
  new Hono()
    .get(`${wordingPath}/:part`, async (c) => {
      const part = partIn(c);
      if (!part) return showNotFound(c, site);
      const kept = await readWording(site.table);
      const form = formOfWords(wordsInForce(kept)[part], kept?.version ?? 0);
      return showWordingForm(c, site, part, { form, errors: noErrors, status: 200 });
    })
    .post(`${wordingPath}/:part`, async (c) => {
      const part = partIn(c);
      if (!part) return showNotFound(c, site);
      const form = await readForm(c);
      const { value, errors } = readWordingForm(part, form);
      if (errors) return showWordingForm(c, site, part, { form, errors, status: 422 });
      const step = form.get('do');
      if (step === 'change') return showWordingForm(c, site, part, { form, errors: noErrors, status: 200 });
      if (step !== 'save') return showWordingCheck(c, site, part, form, value.to);
      const changed = await changeWording(deskAt(c, site), part, value);
      if (!isRefusal(changed)) return c.redirect(`${wordingPath}?saved=wording`, 303);
      const refused = { form, errors: errorsFromRefusal(changed), status: statusOf(changed) };
      return showWordingForm(c, site, part, refused);
    });

type Filled = { form: PostedForm; errors: FieldErrors; status: FormPage['status'] };

const showWordingForm = (c: Context, site: Site, part: MailPart, filled: Filled) =>
  showForm(c, site, {
    title: aboutPart(part).title,
    caption: 'Wording of mails',
    back: wordingPath,
    action: partPath(part),
    fields: wordingFields(part),
    ...filled,
    children: <WordingFields part={part} {...filled} />,
  });

const WordingFields = ({ part, form, errors }: Filled & { part: MailPart }) => {
  const { asks, words: ours } = aboutPart(part);
  const field = (name: string) => ({ name, value: form.get(name), error: errors[name]?.message });
  return (
    <>
      <input type="hidden" name="version" value={form.get('version')} />
      <Textarea {...field('words')} label={asks ? 'What to do' : 'Words'} hint={hintOf(part)} rows={5} />
      {asks && (
        <Textarea
          {...field('added')}
          label="A sentence to add (optional)"
          hint="It stands on its own below what to do"
          rows={2}
        />
      )}
      <Fillable part={part} />
      <Details summary="The tracker’s own words">
        <p class="govuk-body">{ours}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={`${wordingPath}/reset?part=${part}`}>
            Set this back to the tracker’s own words
          </a>
        </p>
      </Details>
      <Input {...field('why')} label="Why? (optional)" hint="It is kept in the history" autocomplete="off" />
      <Button>See the mail</Button>
    </>
  );
};

function hintOf(part: MailPart): string | undefined {
  if (!aboutPart(part).asks) return undefined;
  const more = part === 'response-due' ? ' What the law says about more time is added to it.' : '';
  return `It stands after “What to do:”.${more}`;
}

/** What can stand in curly brackets here. */
const Fillable = ({ part }: { part: MailPart }) => (
  <>
    <p class="govuk-body">You can use these, and the tracker fills them in:</p>
    <ul class="govuk-list govuk-list--bullet">
      {aboutPart(part).mayHave.map((blank) => (
        <li>
          <b>{`{${blank}}`}</b>
          {`: ${blanks[blank]}${aboutPart(part).mustHave.includes(blank) ? ' (this one has to be there)' : ''}`}
        </li>
      ))}
    </ul>
  </>
);
