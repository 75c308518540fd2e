import { type Context, Hono } from 'hono';
import { fileTypes } from '../../../shared/domain/evidence-type.ts';
import { sizeInWords } from '../../../shared/domain/file-name.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import type { Place } from '../../../shared/files/evidence-files.ts';
import { nameInKey, waitingKey } from '../../../shared/files/file-keys.ts';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/button-link.tsx';
import { Input } from '../components/input.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { fileFields, readFileForm } from '../forms/evidence-form.ts';
import { type FieldErrors, noErrors } from '../forms/field-errors.ts';
import { formOf, type PostedForm, readForm } from '../forms/posted-form.ts';
import { addFile, type CheckedFile, checkFile } from '../moves/add-evidence.ts';
import { statusOf } from '../refused.ts';
import { type Asked, askedFor, type EvidenceDoor, type EvidenceSite, staffDoor } from './evidence-address.ts';
import { showForm } from './form-page.tsx';
import { showNotice, showRefusal } from './notice-page.tsx';
import type { Site } from './site.tsx';

/** The page a browser is led back to when a file has arrived: it shows what came, and only its button adds it. */
export function checkFileAt(site: EvidenceSite, door: EvidenceDoor): Hono {
  const address = `${door.address}/uploads/:id`;
  return new Hono()
    .get(address, async (c) => {
      const asked = await askedFor(site, door, c.req.param());
      if (isRefusal(asked)) return showRefusal(c, site, asked, asked.back);
      const fileName = nameInKey(c.req.query('key') ?? '', asked.place) ?? '';
      const form = formOf({ fileName });
      return showFile(c, site, door, asked, { form, errors: noErrors });
    })
    .post(address, async (c) => {
      const asked = await askedFor(site, door, c.req.param());
      if (isRefusal(asked)) return showRefusal(c, site, asked, asked.back);
      const form = await readForm(c);
      const { value, errors } = readFileForm(form);
      if (errors) return showFile(c, site, door, asked, { form, errors });
      const added = await addFile(door.deskOf(c), site.files, asked.place, value);
      if (isRefusal(added)) return showRefused(c, site, asked, { ...added, fileName: value.fileName });
      return c.redirect(`${asked.href}?saved=evidence`, 303);
    });
}

/** The same for staff. */
export const checkFilePages = (site: Site): Hono => checkFileAt(site, staffDoor(site));

type Filled = { form: PostedForm; errors: FieldErrors };

async function showFile(
  c: Context,
  site: EvidenceSite,
  { current }: EvidenceDoor,
  asked: Asked,
  { form, errors }: Filled,
) {
  const fileName = form.get('fileName');
  const checked = await checkWhenScanned(site, asked.place, fileName);
  if (isRefusal(checked)) return showRefused(c, site, asked, { ...checked, fileName });
  const { href } = asked;
  return showForm(c, site, {
    title: 'Check the file',
    caption: asked.caption,
    current,
    back: `${href}/evidence/file`,
    action: `${href}/evidence/uploads/${asked.place.id}`,
    fields: fileFields,
    errors,
    status: errors === noErrors ? 200 : 422,
    intro: <WhatCame {...checked} />,
    children: (
      <>
        <input type="hidden" name="fileName" value={form.get('fileName')} />
        <Input
          name="shows"
          label="What the file shows (optional)"
          labelSize="s"
          hint="For example, the policy as the board agreed it"
          value={form.get('shows')}
          error={errors.shows?.message}
        />
        <div class="govuk-button-group">
          <Button>Add it</Button>
          <ButtonLink href={`${href}/evidence/file`} variant="secondary">
            Choose another file
          </ButtonLink>
        </div>
      </>
    ),
  });
}

const WhatCame = ({ fileName, type, bytes }: CheckedFile) => (
  <SummaryList
    rows={[
      { key: 'Name', value: <span class="tracker-verbatim">{fileName}</span> },
      { key: 'Kind', value: fileTypes[type].name },
      { key: 'Size', value: sizeInWords(bytes.length) },
    ]}
  />
);

/** A scan for viruses takes seconds: the page waits that long before it asks somebody to look again. */
const looks = 5;
const betweenLooks = 2_000;

async function checkWhenScanned({ files, stopwatch }: EvidenceSite, place: Place, fileName: string) {
  for (let look = 1; ; look += 1) {
    const checked = await checkFile(files, place, fileName);
    const isToCome = isRefusal(checked) && checked.refused === 'not-yet-scanned';
    if (!isToCome || look === looks) return checked;
    await stopwatch.wait(betweenLooks);
  }
}

type Refused = Refusal & { fileName: string };

function showRefused(c: Context, site: EvidenceSite, { href, place }: Asked, refused: Refused) {
  const isToCome = refused.refused === 'not-yet-scanned';
  const key = waitingKey(place, refused.fileName);
  return showNotice(c, site, statusOf(refused), {
    title: isToCome ? 'The file is being checked' : 'This file cannot be added',
    children: (
      <>
        <p class="govuk-body">{refused.message}.</p>
        {isToCome ? (
          <ButtonLink href={`${href}/evidence/uploads/${place.id}?${new URLSearchParams({ key })}`}>
            Look again
          </ButtonLink>
        ) : (
          <ButtonLink href={`${href}/evidence/file`}>Choose another file</ButtonLink>
        )}
      </>
    ),
  });
}
