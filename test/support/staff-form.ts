import { randomUUID } from 'node:crypto';
import { createWeb } from '../../functions/web/app.tsx';
import { onceField, tokenField } from '../../functions/web/forms/form-proof.tsx';
import { seenField } from '../../functions/web/forms/seen-field.ts';
import type { StaffPerson } from '../../functions/web/gate/person.ts';
import { type Sending, toEveryone } from '../../shared/domain/sending.ts';
import { type EvidenceFiles, openEvidenceFiles } from '../../shared/files/evidence-files.ts';
import type { Catalogue } from '../../shared/store/catalogue.ts';
import type { Table } from '../../shared/store/table.ts';
import { formsIn, wrongProof } from './forms-in.ts';
import { gateOf, sampleStaff } from './gate-of.ts';
import { elements, type HtmlElement, readHtml, textOf } from './html-tree.ts';
import { notedLog } from './noted-log.ts';
import { morningOf } from './sample-records.ts';
import { webDeps } from './web-deps.ts';

export const origin = 'http://tracker.example';

/** An answer of the staff form as a person meets it. */
export type Answer = {
  status: number;
  headers: Headers;
  html: string;
  title: string;
  heading: string;
  /** All words of the main part, with single spaces. */
  words: string;
  /** The summary at the top: each message with the field its link leads to. */
  problems: { message: string; href: string | undefined }[];
  /** The token that the forms of the page bring back, or none. */
  token: string;
  /** What stands in each field of the page: boxes, texts, and the choices made. */
  fields: Record<string, string>;
  elements: HtmlElement[];
};

/** The staff form on a table, its clock standing in the morning of a day until it is moved. */
export function openStaffForm(
  table: Table,
  today: string,
  files: EvidenceFiles = openEvidenceFiles('nowhere', () => undefined),
  catalogue?: Catalogue,
  sendTo: Sending = toEveryone,
  person: StaffPerson = sampleStaff(),
) {
  const log = notedLog();
  const queued: string[] = [];
  let clock = morningOf(today);
  const app = createWeb(
    webDeps(
      table,
      { now: () => clock.now() },
      {
        log,
        files,
        sendTo,
        gate: gateOf(person),
        queue: { enqueue: async (mailIds) => void queued.push(...mailIds) },
        ...(catalogue ? { catalogue } : {}),
      },
    ),
  );
  const request = (path: string, init: RequestInit = {}) => app.request(`${origin}${path}`, init);
  const proof = () => ({ [tokenField]: person.formToken, [onceField]: randomUUID() });
  const post = (path: string, form: Record<string, string>, headers: Record<string, string> = { origin }) =>
    request(path, { method: 'POST', body: new URLSearchParams({ ...proof(), ...form }), headers });
  return {
    log,
    /** The mails that were handed to the sender. */
    queued,
    request,
    /** What a form brings back unseen when it has just been opened. A form that has it among its fields is the same form each time it is posted. */
    proof,
    moveTo(day: string) {
      clock = morningOf(day);
    },
    get: async (path: string) => answerOf(await request(path)),
    post: async (path: string, form: Record<string, string>) => answerOf(await post(path, form)),
    /** Posts a form that must be accepted, and follows where it leads. */
    async save(path: string, form: Record<string, string>): Promise<Answer> {
      const saved = await post(path, form);
      if (saved.status !== 303) throw new Error(`Not saved: ${(await answerOf(saved)).words}`);
      return answerOf(await request(saved.headers.get('location')!));
    },
  };
}

export type StaffForm = ReturnType<typeof openStaffForm>;

export async function answerOf(response: Response): Promise<Answer> {
  const html = await response.text();
  const all = html.startsWith('<!DOCTYPE') ? [...elements(readHtml(html))] : [];
  const wordsOf = (element: HtmlElement | undefined) => (element ? textOf(element.children) : '');
  const first = (tag: string) => all.find((element) => element.tag === tag);
  // Whatever a test looks at: a form without its proof could be posted from anywhere, or do twice what it does.
  const wrong = formsIn(all).flatMap((each) => wrongProof(each) ?? []);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  const summary = all.find(({ attributes }) => attributes.class === 'govuk-error-summary');
  return {
    status: response.status,
    headers: response.headers,
    html,
    title: wordsOf(first('title')),
    heading: wordsOf(first('h1')),
    words: wordsOf(first('main')),
    problems: [...elements(summary?.children ?? [])]
      .filter(({ tag }) => tag === 'li')
      .map((item) => ({
        message: textOf(item.children),
        href: [...elements(item.children)].find(({ tag }) => tag === 'a')?.attributes.href,
      })),
    token: formsIn(all).flatMap(({ tokens }) => tokens)[0] ?? '',
    fields: fieldsOf(all),
    elements: all,
  };
}

function fieldsOf(all: readonly HtmlElement[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { tag, attributes, children } of all) {
    const { name, type, value = '' } = attributes;
    // Comes back as it was and says nothing to whoever fills the form in.
    if (!name || [seenField, tokenField, onceField].includes(name)) continue;
    if (tag === 'textarea') fields[name] = textOf(children);
    if (tag === 'input' && type === 'radio')
      fields[name] = 'checked' in attributes ? value : (fields[name] ?? '');
    else if (tag === 'input') fields[name] = value;
    if (tag === 'select') {
      const chosen = [...elements(children)].find((option) => 'selected' in option.attributes);
      fields[name] = chosen?.attributes.value ?? '';
    }
  }
  return fields;
}
