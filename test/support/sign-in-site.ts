import { createWeb } from '../../functions/web/app.tsx';
import { openStaffGate } from '../../functions/web/gate/staff-gate.ts';
import { openIdentity } from '../../functions/web/identity/identity.ts';
import type { WebDeps } from '../../functions/web/web.ts';
import type { PracticePerson } from '../../infra/local/identity/people.ts';
import { startPracticeProvider } from '../../infra/local/identity/provider.tsx';
import { asInstant } from '../../shared/domain/london.ts';
import type { Staff } from '../../shared/domain/staff.ts';
import type { Table } from '../../shared/store/table.ts';
import { practiceBrowser } from './practice-browser.ts';
import { put } from './recorded.ts';
import { morningOf, sampleStaff } from './sample-records.ts';
import { webDeps } from './web-deps.ts';

const clientId = 'recommendation-tracker';
export const trackerUrl = 'https://tracker.example.police.uk';

/** A real identity provider that knows these people, and the tracker behind its real door. The wall stands at nine until it is moved. */
export async function startSignInSite(people: readonly PracticePerson[]) {
  const provider = await startPracticeProvider({ people, clientId, serviceUrl: trackerUrl });
  let now = asInstant('2020-11-20T09:00:00Z');
  const wall = { now: () => now };
  return {
    provider,
    wall,
    /** The time on the wall: '09:30:00'. */
    setWall: (time: string) => {
      now = asInstant(`2020-11-20T${time}Z`);
    },
    open: (table: Table, of: Partial<WebDeps> = {}) =>
      createWeb(
        webDeps(table, morningOf('2020-11-20'), {
          wall,
          gate: { staff: openStaffGate({ table, wall }), owner: async () => undefined },
          identity: openIdentity({
            issuer: provider.issuer,
            clientId,
            trustsEmail: 'verified',
            serviceUrl: trackerUrl,
          }),
          ...of,
        }),
      ),
  };
}

type Web = ReturnType<typeof createWeb>;

/** Somebody's browser at the tracker: it keeps the cookies that it is given. */
export function browserAt(web: Web) {
  const jar = new Map<string, string>();
  const request = async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await web.request(`${trackerUrl}${path}`, {
      ...init,
      headers: { ...init.headers, ...(cookie ? { cookie } : {}) },
    });
    for (const each of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(each)!;
      if (value === '') jar.delete(name!);
      else jar.set(name!, value!);
    }
    return answer;
  };
  const browser = {
    jar,
    request,
    post: (path: string, form: Record<string, string>) =>
      request(path, { method: 'POST', body: new URLSearchParams(form), headers: { origin: trackerUrl } }),
    /** Begins a sign-in and says who one is. @returns the path with which the provider leads back */
    async goToProvider(sub: string, path = '/sign-in'): Promise<string> {
      const url = (await request(path)).headers.get('location')!;
      const back = new URL(await practiceBrowser().signInAs(sub, url));
      return back.pathname + back.search;
    },
    signIn: async (sub: string, path = '/sign-in') => request(await browser.goToProvider(sub, path)),
    /** The status of a page that everybody signed in may see. */
    status: async (path = '/cases') => (await request(path)).status,
    token: async () => /name="token" value="([^"]+)"/.exec(await (await request('/')).text())![1]!,
  };
  return browser;
}

/** Somebody whom an administrator has added, and who has not signed in yet. */
export async function onTheStaff(table: Table, id: string, of: Partial<Staff> = {}): Promise<Staff> {
  const staff = sampleStaff(id, of);
  await put(table, 'staff', staff);
  await put(table, 'staff-email', { email: staff.email, staffId: id, version: 1 });
  return staff;
}

/** The same person at the identity provider. */
export const practicePerson = (id: string, of: Partial<PracticePerson> = {}): PracticePerson => ({
  sub: id,
  name: sampleStaff(id).name,
  email: `${id}@force.example`,
  ...of,
});
