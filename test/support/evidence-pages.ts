import type { UploadForm } from '../../shared/files/evidence-files.ts';
import { recommendationPath } from './essex-forms.ts';
import { sendForm } from './file-store.ts';
import { elements } from './html-tree.ts';
import type { Answer, StaffForm } from './staff-form.ts';

/** Where evidence on the first recommendation of the Essex case is added. */
export const evidencePath = `${recommendationPath}/evidence`;

/** The form on the page "Choose the file", which sends it to the store. */
export async function uploadFormOf(form: StaffForm): Promise<UploadForm> {
  const page = await form.get(`${evidencePath}/file`);
  const sends = page.elements.find(({ attributes }) => attributes.enctype === 'multipart/form-data')!;
  const hidden = [...elements(sends.children)].filter(({ attributes }) => attributes.type === 'hidden');
  return {
    url: sends.attributes.action!,
    fields: Object.fromEntries(hidden.map(({ attributes }) => [attributes.name, attributes.value ?? ''])),
  };
}

/** Where the store led back to after a file was sent, and the page there, which checks it. */
export type SentFile = { back: URL; at: string; page: Answer };

/** Sends a file from the page and follows where the store leads. */
export async function sendFile(form: StaffForm, name: string, bytes: Uint8Array): Promise<SentFile> {
  const sent = await sendForm(await uploadFormOf(form), name, bytes);
  const back = new URL(sent.headers.get('location')!);
  return { back, at: back.pathname, page: await form.get(back.pathname + back.search) };
}
