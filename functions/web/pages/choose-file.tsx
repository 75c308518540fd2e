import { Hono } from 'hono';
import { allowedFiles, fileExtensions } from '../../../shared/domain/evidence-type.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import type { UploadForm } from '../../../shared/files/evidence-files.ts';
import { Button } from '../components/button.tsx';
import { FileUpload } from '../components/file-upload.tsx';
import { InsetText } from '../components/inset-text.tsx';
import { type Asked, askedFor, type EvidenceDoor, type EvidenceSite, staffDoor } from './evidence-address.ts';
import { showRefusal } from './notice-page.tsx';
import { contentPolicy } from './request-rules.tsx';
import { type Site, show } from './site.tsx';

/** The page whose form sends a file straight to the store of files, which leads the browser back to the page that checks it. */
export const chooseFileAt = (site: EvidenceSite, door: EvidenceDoor): Hono =>
  new Hono().get(`${door.address}/file`, async (c) => {
    const asked = await askedFor(site, door, c.req.param());
    if (isRefusal(asked)) return showRefusal(c, site, asked, asked.back);
    const { href } = asked;
    const id = site.newId();
    const form = await site.files.signForm(
      { ...asked.place, id },
      `${site.serviceUrl}${href}/evidence/uploads/${id}`,
    );
    // This page alone may send a form elsewhere, and a browser asks the same of where that form is led to.
    c.header('content-security-policy', contentPolicy({ formsGoTo: [form.url, site.serviceUrl] }));
    return show(c, site, {
      title: 'Choose the file',
      current: door.current,
      backLink: { href: `${href}/evidence/new` },
      children: <ChooseFile asked={asked} form={form} />,
    });
  });

/** The same for staff. */
export const chooseFilePages = (site: Site): Hono => chooseFileAt(site, staffDoor(site));

const ChooseFile = ({ asked, form }: { asked: Asked; form: UploadForm }) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <span class="govuk-caption-l">{asked.caption}</span>
      <h1 class="govuk-heading-l">Choose the file</h1>
      <form method="post" action={form.url} enctype="multipart/form-data">
        {Object.entries(form.fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <FileUpload
          name="file"
          label="File"
          labelSize="s"
          hint={`${allowedFiles}. It can be up to 10 MB.`}
          accept={fileExtensions}
          required
        />
        <InsetText>
          Nothing is added yet: you check the file on the next page. If the browser shows an error instead,
          the file is larger than 10 MB or this page was open for more than half an hour. Go back and open it
          again.
        </InsetText>
        <Button>Continue</Button>
      </form>
    </div>
  </div>
);
