import { createWeb } from '../../functions/web/app.tsx';
import type { OwnerPerson } from '../../functions/web/gate/person.ts';
import type { WebDeps } from '../../functions/web/web.ts';
import type { Table } from '../../shared/store/table.ts';
import { gateOf } from './gate-of.ts';
import type { HtmlElement } from './html-tree.ts';
import { notedLog } from './noted-log.ts';
import { morningOf } from './sample-records.ts';
import { type Answer, answerOf, origin } from './staff-form.ts';
import { webDeps } from './web-deps.ts';

/** An owner who is signed in; without another word Anna. */
export const sampleOwner = (contactId = 'anna', of: Partial<OwnerPerson> = {}): OwnerPerson => ({
  kind: 'owner',
  contactIds: [contactId],
  name: `${contactId.charAt(0).toUpperCase()}${contactId.slice(1)} Reed`,
  email: `${contactId}@force.example`,
  sessionId: `session-of-${contactId}`,
  formToken: 'sample-token',
  ...of,
});

/** The pages of one owner on a table, in the morning of a day until it is moved. */
export function openOwnerPages(
  table: Table,
  today: string,
  person: OwnerPerson = sampleOwner(),
  of: Partial<WebDeps> = {},
) {
  const log = notedLog();
  let clock = morningOf(today);
  const app = createWeb(
    webDeps(table, { now: () => clock.now() }, { log, gate: gateOf(undefined, person), ...of }),
  );
  const request = (path: string, init: RequestInit = {}) => app.request(`${origin}${path}`, init);
  let showings = 0;
  // As a browser does that shows the form anew for each time it is posted.
  const post = (path: string, form: Record<string, string>) =>
    request(path, {
      method: 'POST',
      body: new URLSearchParams({ ...form, token: person.formToken, once: `showing-number-${++showings}` }),
      headers: { origin },
    });
  return {
    log,
    request,
    moveTo(day: string) {
      clock = morningOf(day);
    },
    get: async (path: string): Promise<Answer> => answerOf(await request(path)),
    post: async (path: string, form: Record<string, string> = {}): Promise<Answer> =>
      answerOf(await post(path, form)),
    /** Posts a form that must be accepted, and follows where it leads. */
    async save(path: string, form: Record<string, string> = {}): Promise<Answer> {
      const saved = await post(path, form);
      if (saved.status !== 303) throw new Error(`Not saved: ${(await answerOf(saved)).words}`);
      return answerOf(await request(saved.headers.get('location')!));
    },
  };
}

export type OwnerPages = ReturnType<typeof openOwnerPages>;

/** The forms of a page but the one that signs out, which is on every page. */
export const formsOn = ({ elements }: Pick<Answer, 'elements'>): HtmlElement[] =>
  elements.filter(({ tag, attributes }) => tag === 'form' && attributes.action !== '/mine/sign-out');
