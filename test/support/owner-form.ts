import { createWeb } from '../../functions/web/app.tsx';
import { openOwnerGate } from '../../functions/web/mine/owner-gate.ts';
import type { WebDeps } from '../../functions/web/web.ts';
import { asInstant, type Instant } from '../../shared/domain/london.ts';
import type { Composed } from '../../shared/mail/letter.ts';
import type { Table } from '../../shared/store/table.ts';
import { notedLog } from './noted-log.ts';
import { type Answer, answerOf, origin } from './staff-form.ts';
import { webDeps } from './web-deps.ts';

/** The web app as somebody meets it who is not signed in as staff, and a clock on the wall that a test moves. */
export function openOwnerForm(table: Table, of: Partial<WebDeps> = {}) {
  let now: Instant = asInstant('2020-11-20T09:00:00.000Z');
  const wall = { now: () => now };
  const mails: { to: string; words: Composed }[] = [];
  const log = notedLog();
  const app = createWeb(
    webDeps(table, wall, {
      wall,
      log,
      gate: { staff: async () => undefined, owner: openOwnerGate({ table, wall }) },
      async sendNow(to, words) {
        mails.push({ to, words });
        return 'accepted';
      },
      ...of,
    }),
  );
  return {
    log,
    mails,
    at(time: string) {
      now = asInstant(`2020-11-20T${time}Z`);
    },
    browser: () => openBrowser(app),
  };
}

export type OwnerForm = ReturnType<typeof openOwnerForm>;

/** A browser: it keeps the cookies it is given, and nothing else. */
function openBrowser(app: ReturnType<typeof createWeb>, cookies = new Map<string, string>()) {
  async function request(path: string, init: RequestInit & { headers?: Record<string, string> } = {}) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.request(`${origin}${path}`, { ...init, headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value) cookies.set(name!, value);
      else cookies.delete(name!);
    }
    return response;
  }
  const post = (path: string, form: Record<string, string>) =>
    request(path, { method: 'POST', body: new URLSearchParams(form), headers: { origin } });
  return {
    cookies,
    request,
    get: async (path: string): Promise<Answer> => answerOf(await request(path)),
    post: async (path: string, form: Record<string, string>): Promise<Answer> =>
      answerOf(await post(path, form)),
    /** Another window with the cookies that this one has now, as whoever stole them has. */
    copied: () => openBrowser(app, new Map(cookies)),
  };
}

/** The digits in the mail that was sent last. */
export const lastDigits = ({ mails }: OwnerForm): string => /^\d{8}$/m.exec(mails.at(-1)!.words.text)![0];
