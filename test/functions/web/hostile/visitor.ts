import type { Hono } from 'hono';
import { type FoundForm, formsIn } from './forms-in.ts';

const origin = 'http://127.0.0.1';

export type Seen = { address: string; status: number; html: string };

/** What came of a form: whether something was saved in the end, and every page that was shown on the way. */
export type Outcome = { saved: boolean; shown: Seen[] };

/** Somebody with a browser and no manners. */
export function visitorOf(app: Hono) {
  const seen = async (address: string, response: Response): Promise<Seen & { leadsTo: string | null }> => ({
    address,
    status: response.status,
    html: await response.text(),
    leadsTo: response.headers.get('location'),
  });
  const get = async (address: string) => seen(address, await app.request(`${origin}${address}`));
  const send = async (address: string, values: readonly (readonly [string, string])[], inParts = false) => {
    const body = inParts ? new FormData() : new URLSearchParams();
    for (const [name, value] of values) body.append(name, value);
    return seen(
      address,
      await app.request(`${origin}${address}`, { method: 'POST', headers: { origin }, body }),
    );
  };
  return {
    get,
    send,
    /** Sends a form, and the forms that ask to check it, until something is saved or refused. */
    async sendAll(form: FoundForm, fill: (form: FoundForm) => [string, string][]): Promise<Outcome> {
      const shown: Seen[] = [];
      let next: FoundForm | undefined = form;
      for (let step = 0; next && step < 5; step += 1) {
        const answer = await send(next.action, [...fill(next), ...pressed(next)], next.inParts);
        shown.push(answer);
        if (answer.status === 303)
          return { saved: true, shown: [...shown, await get(pathOf(answer.leadsTo!))] };
        if (answer.status !== 200) return { saved: false, shown };
        const saved = pressed(next).some(([, value]) => value === 'save');
        next = formsIn(answer.html, next.action)[0];
        // A change of several says at once what became of each.
        if (!next) return { saved, shown };
      }
      return { saved: false, shown };
    },
  };
}

/** The button that goes on. */
function pressed({ buttons }: FoundForm): [string, string][] {
  const forward = ['save', 'send', 'check', 'read'];
  const button =
    forward.map((word) => buttons.find(([, value]) => value === word)).find(Boolean) ?? buttons[0];
  return button ? [button] : [];
}

const pathOf = (location: string) => {
  const { pathname, search } = new URL(location, origin);
  return `${pathname}${search}`;
};
