import { fileURLToPath } from 'node:url';
import { startTracker } from '../../../../infra/local/tracker.ts';
import { asInstant } from '../../../../shared/domain/london.ts';
import { liveOn, lookedAtOn } from '../../../browser/matrix/lived-on.ts';
import { pages } from '../../../browser/matrix/pages.ts';
import { sampleCells, sampleList } from '../../../support/sample-list.ts';
import { type FoundForm, formsIn } from './forms-in.ts';
import { type Choices, filledHostilely, hostileLine, hostileLines } from './payloads.ts';
import { type Outcome, visitorOf } from './visitor.ts';

/** What ends something, or is asked after something else, so that every form is still there when it is its turn. */
const last = [
  '/set-board',
  '/dates/:duty/hold',
  '/re-plan',
  '/record-publication',
  '/response',
  '/update',
  '/recommendations/change',
  '/close',
  '/withdraw',
  '/reopen',
  '/departure',
  '/settings/wording/reset',
  '/settings/sending/change',
];
const turnOf = (pattern: string) => last.findIndex((end) => pattern.endsWith(end));

export const patternsInTurn = Object.keys(pages).sort((a, b) => turnOf(a) - turnOf(b));

/** A tracker with every standing and every exception, through whose forms nothing hostile has come yet. */
export async function startWorld() {
  const tracker = await startTracker({
    folder: null,
    serviceUrl: 'http://127.0.0.1:3000',
    assets: fileURLToPath(new URL('../../../../functions/web/styles/', import.meta.url)),
  });
  tracker.clock.startAt(asInstant('2020-09-29T08:00:00.000Z'));
  const of = { ...(await liveOn(tracker)), uploaded: '' };
  const visitor = visitorOf(tracker.desk);
  const addressesOf = (pattern: string) => [pages[pattern]!(of)].flat().filter((address) => address !== '');
  return {
    tracker,
    visitor,
    addressesOf,
    /** The forms a page has just now, but for those that go to the store of files. */
    async formsAt(address: string): Promise<FoundForm[]> {
      const { html } = await visitor.get(address);
      return formsIn(html, address).filter(({ action }) => action.startsWith('/'));
    },
    night: async (day: string) => {
      tracker.clock.moveTo(`${day}T05:10:00.000Z`);
      await tracker.runNight();
      tracker.clock.moveTo(`${day}T09:00:00.000Z`);
    },
    stop: () => tracker.stop(),
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;

/** Sends every form of every page, all its words hostile. @returns by page what came of each form, the forms of a page one after the other */
export async function sendEveryForm(world: World): Promise<{ pattern: string; outcome: Outcome }[]> {
  const outcomes: { pattern: string; outcome: Outcome }[] = [];
  let n = 0;
  for (const pattern of patternsInTurn) {
    if (pattern === '/settings/sending/change') await sendMails(world);
    for (const address of world.addressesOf(pattern)) {
      const forms = pattern === '/lists' ? [] : await world.formsAt(address);
      for (const form of forms) {
        n += 7;
        for (const choices of choicesIn(form)) {
          const fill = (each: FoundForm) => filledHostilely(each, lookedAtOn, n, choices);
          outcomes.push({ pattern, outcome: await world.visitor.sendAll(form, fill) });
        }
      }
    }
  }
  return [...outcomes, { pattern: '/lists', outcome: await sendList(world) }];
}

/** The next day's mails, and those of four weeks before what was promised hostilely; afterwards nobody gets any. */
async function sendMails(world: World): Promise<void> {
  for (const day of ['2021-05-24', '2021-12-03']) await world.night(day);
}

const choicesIn = ({ action }: FoundForm): Choices[] =>
  action.endsWith('/evidence/new') ? [{ kind: 'text' }, { kind: 'link' }] : [{}];

/** Takes in a list with hostile words in each of its columns that take words. */
async function sendList({ tracker, visitor }: World): Promise<Outcome> {
  const cells = sampleCells({
    reference: '2022/777777',
    madeOn: '2021-05-19',
    publishedDueOn: '',
    title: hostileLine(0),
    body: hostileLine(1),
    text: hostileLines(2),
    theme: hostileLine(4),
    topics: hostileLine(5),
  });
  const body = new FormData();
  const [sends] = formsIn((await visitor.get('/lists')).html, '/lists');
  for (const { name, value } of sends!.boxes) if (value) body.set(name, value);
  body.set('file', new File([sampleList(cells)], `${hostileLine(3).replaceAll('/', '')}.csv`));
  const sent = await tracker.desk.request('http://127.0.0.1/lists', {
    method: 'POST',
    headers: { origin: 'http://127.0.0.1' },
    body,
  });
  const address = sent.headers.get('location')!;
  const settled = async () => {
    for (;;) {
      const page = await visitor.get(address);
      if (!page.html.includes('http-equiv="refresh"')) return page;
    }
  };
  const check = await settled();
  const [form] = formsIn(check.html, address);
  const taken = await visitor.sendAll(form!, (each) => filledHostilely(each, lookedAtOn, 0));
  return { saved: taken.saved, shown: [check, ...taken.shown, await settled()] };
}
