import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openJourney } from './journey.ts';

const journey = openJourney('2020-11-20T09:00:00.000Z', ({ desk }) =>
  desk.post('/contacts', { name: 'Sample Lead', post: 'Head of Training', email: 'lead@sample.example' }),
);
let page: Page;
beforeAll(() => {
  page = journey.page;
});

/** What has the focus, in words, and whether it can be seen that it has. */
const focused = `(() => {
  const at = document.activeElement;
  const label = at.labels?.[0]?.innerText ?? at.innerText ?? '';
  const group = at.closest('fieldset')?.querySelector('legend')?.innerText ?? '';
  const marked = (of, pseudo) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(of, pseudo);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  };
  const box = at.getBoundingClientRect();
  const { scrollX, scrollY } = window;
  return {
    tag: at.tagName.toLowerCase(), type: at.type ?? '', name: label.trim(), group: group.trim(),
    value: at.value ?? '', top: box.top + scrollY,
    isSeen: marked(at) || marked(at, '::before') || (at.nextElementSibling !== null && marked(at.nextElementSibling, '::before')),
    isInView: box.bottom > 0 && box.top < innerHeight,
  };
})()`;

type Focused = {
  tag: string;
  type: string;
  name: string;
  group: string;
  value: string;
  top: number;
  isSeen: boolean;
  isInView: boolean;
};

/** Everything that the Tab key stopped at and that could not be seen to have the focus. */
const unseen: Focused[] = [];

async function tab(key = 'Tab'): Promise<Focused> {
  await page.keyboard.press(key);
  const at = (await page.evaluate(focused)) as Focused;
  if (at.tag !== 'body' && !(at.isSeen && at.isInView)) unseen.push(at);
  return at;
}

/** Presses Tab until it stops at what is named so, as often as a page may need. */
async function tabTo(name: string | RegExp, group = ''): Promise<Focused> {
  for (let presses = 0; presses < 150; presses++) {
    const at = await tab();
    const isIt = typeof name === 'string' ? at.name === name : name.test(at.name);
    if (isIt && at.group.includes(group)) return at;
  }
  throw new Error(`Tab never reaches ${name}${group && ` of ${group}`} on ${page.url()}`);
}

async function follow(name: string | RegExp): Promise<void> {
  await tabTo(name);
  const before = page.url();
  await Promise.all([page.waitForURL((url) => url.href !== before), page.keyboard.press('Enter')]);
}

const press = async (name: string) => {
  await tabTo(name);
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')]);
  await page.waitForLoadState();
};

async function type(label: string | RegExp, words: string, group = ''): Promise<void> {
  await tabTo(label, group);
  await page.keyboard.type(words);
}

const typeDate = async (group: string, day: string, month: string, year: string) => {
  await type('Day', day, group);
  await type('Month', month, group);
  await type('Year', year, group);
};

/** The Tab key stops at the answer that is chosen or at the first; the arrow keys choose, the space bar takes what is there. */
async function choose(group: string, answer: string): Promise<void> {
  let at = await tabTo(/./, group);
  await page.keyboard.press('Space');
  for (let presses = 0; at.name !== answer && presses < 20; presses++) at = await tab('ArrowDown');
  expect(at.name).toBe(answer);
}

const main = () => page.getByRole('main').innerText();

describe('with nothing but a keyboard', () => {
  test('the first stop of every page leads past the menu', async () => {
    await page.goto('/');
    expect(await tab()).toMatchObject({ name: 'Skip to main content', isSeen: true });
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#main-content');
    const { name } = await tab();
    expect(await main()).toContain(name);
  });

  test('a case is recorded', async () => {
    await page.goto('/cases');
    await follow('Record a case');
    await type('Reference', '2019/127918');
    await type('Title', 'Police response to a domestic incident');
    await choose('Where does the learning come from?', 'IOPC');
    await choose('What were the recommendations made under?', 'Paragraph 28A recommendation');
    await typeDate('When were the recommendations made?', '31', '9', '2020');
    await press('Save');
  });

  test('an error is reached from its summary, and the box it leads to takes the focus', async () => {
    expect(await page.title()).toMatch(/^Error: /);
    const summary = page.getByRole('alert').getByRole('link').first();
    await tabTo(await summary.innerText());
    await page.keyboard.press('Enter');
    expect(await page.evaluate(focused)).toMatchObject({ tag: 'input', name: 'Day', value: '31' });
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('29');
    await press('Save');
    expect(await main()).toContain('Case recorded');
  });

  test('its recommendation is added and gets an owner', async () => {
    await follow('Add a recommendation');
    await type('What is recommended?', 'Review the training.');
    await tabTo('Who owns it?');
    await page.keyboard.press('S');
    await press('Save');
    expect(await main()).toContain('Sample Lead');
  });

  test('a response is recorded with its promise, and stands on the page', async () => {
    await follow(/recommendation 1$/i);
    await follow('Record the response');
    await typeDate('Date of the response', '20', '11', '2020');
    await type('What does the response say?', 'We accept it. We will report back in 4-6mths.');
    await choose('accept the recommendation', 'Yes, accepted');
    await press('Continue');
    await press('Continue');
    await press('Save');
    expect(await main()).toContain('Promise running');
    expect(await main()).toContain('We will report back in 4-6mths.');
  });

  test('the focus could be seen at every stop', () => {
    expect(unseen).toEqual([]);
  });

  test.each(['/', '/cases', '/cases/new', '/cases/2019-127918', '/contacts', '/settings/stages/change'])(
    'the focus goes down the page at %s as it is read, and to everything that can be pressed',
    async (address) => {
      await page.goto(address);
      const stops: Focused[] = [];
      // At the end some browsers begin anew at once, others stop at their own bar first.
      const isFirst = (at: Focused) => at.tag === 'body' || at.name === stops[0]?.name;
      for (let at = await tab(); !isFirst(at) && stops.length < 200; at = await tab()) stops.push(at);
      // What stands side by side may differ by the height of a line.
      for (const [index, { top, name }] of stops.slice(1).entries())
        expect({ name, back: Math.max(0, stops[index]!.top - top - 60) }).toEqual({ name, back: 0 });
      expect(stops.length).toBeGreaterThan(5);
    },
  );
});
