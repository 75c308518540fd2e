import { type Context, Hono } from 'hono';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { commitmentsIn, type Suggestion } from '../../../shared/extract/commitments.ts';
import { longestKept, type ReadPage, readPage } from '../../../shared/extract/page/read-page.ts';
import { listContacts } from '../../../shared/store/lists.ts';
import { Button } from '../components/button.tsx';
import { Textarea } from '../components/textarea.tsx';
import { errorsFromRefusal, type FieldErrors, noErrors } from '../forms/field-errors.ts';
import { pastedForm, pasteErrors, pasteFields, readPasteForm } from '../forms/paste-form.ts';
import { emptyForm, type PostedForm, readForm } from '../forms/posted-form.ts';
import { boardsInSight } from '../gate/in-sight.ts';
import { checkPasted, recordPasted } from '../moves/record-pasted.ts';
import { statusOf } from '../refused.ts';
import { alreadyRecordedNote } from './already-recorded.tsx';
import { showPastedAccount, showPastedCheck } from './check-paste.tsx';
import { type FormPage, showForm } from './form-page.tsx';
import { PastedFields } from './pasted-fields.tsx';
import { deskAt } from './seen.tsx';
import type { Site } from './site.tsx';

const address = '/cases/paste';

/**
 * A case from its page: paste it, look at every field that was read, check, save. Everything is carried in the form; nothing is saved before
 * the person has confirmed it.
 */
export const pasteCasePages = (site: Site): Hono =>
  new Hono()
    .get(address, (c) => showPaste(c, site, { form: emptyForm, errors: noErrors, status: 200 }))
    .post(address, async (c) => {
      const form = await readForm(c);
      const pasted = form.get('do') === 'read' ? form.get('page') : form.get('keptPage');
      const page = readPage(pasted, commitmentsIn);
      if (isRefusal(page)) return showPaste(c, site, { form, errors: errorsFromRefusal(page), status: 422 });
      switch (form.get('do')) {
        case 'read':
          return showFields(c, site, page, { form: pastedForm(page), errors: noErrors, status: 200 });
        case 'change':
          return showFields(c, site, page, { form, errors: noErrors, status: 200 });
        default:
          return weigh(c, site, page, form);
      }
    });

async function weigh(c: Context, site: Site, page: ReadPage<Suggestion>, form: PostedForm) {
  const { value, errors } = readPasteForm(form);
  if (errors) return showFields(c, site, page, { form, errors, status: 422 });
  const refused = await checkPasted(site.desk, value);
  if (refused) return showFields(c, site, page, refusedForm(form, refused));
  if (form.get('do') !== 'save') {
    const [contacts, boards] = await Promise.all([listContacts(site.table), boardsInSight(site)]);
    return showPastedCheck(c, site, { form, value, address, contacts, boards });
  }
  const recorded = await recordPasted(deskAt(c, site), value);
  if (isRefusal(recorded)) return showFields(c, site, page, refusedForm(form, recorded));
  if (recorded.lines.some((line) => line.refused)) return showPastedAccount(c, site, recorded);
  return c.redirect(`/cases/${recorded.caseId}?saved=pasted`, 303);
}

type Filled = { form: PostedForm; errors: FieldErrors; status: FormPage['status'] };

const refusedForm = (form: PostedForm, refused: Refusal): Filled => ({
  form,
  errors: pasteErrors(refused, form),
  status: statusOf(refused),
});

const showPaste = (c: Context, site: Site, filled: Filled) =>
  showForm(c, site, {
    title: 'Record a case from the IOPC’s page',
    current: '/cases',
    back: '/cases',
    action: address,
    fields: [{ name: 'page' }],
    ...filled,
    intro: (
      <p class="govuk-body">
        Open the page of the IOPC, select all of it, copy it and paste it here. You see every field that is
        read from it, with the words it came from, before anything is saved. Nothing is fetched from the page.
      </p>
    ),
    children: (
      <>
        <Textarea
          name="page"
          label="The page"
          labelSize="s"
          hint={`Its text, or its source. Up to ${longestKept.toLocaleString('en-GB')} characters of text`}
          rows={16}
          value={filled.form.get('page')}
          error={filled.errors.page?.message}
        />
        <Button name="do" value="read">
          Read the page
        </Button>
      </>
    ),
  });

async function showFields(c: Context, site: Site, page: ReadPage<Suggestion>, filled: Filled) {
  const [contacts, boards, note] = await Promise.all([
    listContacts(site.table),
    boardsInSight(site),
    alreadyRecordedNote(site, filled.form),
  ]);
  return showForm(c, site, {
    title: 'Look at what was read',
    current: '/cases',
    back: address,
    action: address,
    fields: pasteFields(filled.form),
    ...filled,
    intro: (
      <>
        {note}
        <p class="govuk-body">
          Compare each field with the page and put right what is wrong. What could not be read is empty and
          says so.
        </p>
      </>
    ),
    children: <PastedFields {...filled} page={page} contacts={contacts} boards={boards} />,
  });
}
