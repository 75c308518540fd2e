import { elements, type HtmlElement, type HtmlNode, readHtml, textOf } from '../../../support/html-tree.ts';

/** One box of a form: what it is called, whether it takes words, on one line or several, and what a browser would send of it. */
export type Box = {
  name: string;
  kind: 'line' | 'lines' | 'choice' | 'tick' | 'other';
  value: string;
  choices: string[];
};

/** A form as a browser would send it, to here. */
export type FoundForm = {
  action: string;
  inParts: boolean;
  boxes: Box[];
  buttons: [name: string, value: string][];
};

const written = ['text', 'search', 'email', 'url', 'tel', undefined];
// A day in three boxes and a number are no free text, though their boxes take any words.
const counted = /-(day|month|year)$/;

/** Every form of a page that is posted, but the way out, which is on every page. Without an action a form goes to where its page is. */
export function formsIn(html: string, address: string): FoundForm[] {
  return [...elements(readHtml(html))]
    .filter(({ tag, attributes }) => tag === 'form' && attributes.method === 'post')
    .filter(({ attributes }) => !attributes.action?.endsWith('/sign-out'))
    .map(({ attributes, children }) => ({
      action: new URL(attributes.action || address, 'http://127.0.0.1').href.replace('http://127.0.0.1', ''),
      inParts: attributes.enctype === 'multipart/form-data',
      boxes: boxesIn(children),
      buttons: [...elements(children)]
        .filter(({ tag, attributes: of }) => tag === 'button' && of.name)
        .map(({ attributes: of }) => [of.name!, of.value ?? '']),
    }));
}

function boxesIn(nodes: readonly HtmlNode[]): Box[] {
  const boxes = new Map<string, Box>();
  for (const element of elements(nodes)) {
    const { name } = element.attributes;
    if (!name || element.tag === 'button') continue;
    const box = boxOf(element, name);
    const known = boxes.get(name);
    if (!known) boxes.set(name, box);
    else
      boxes.set(name, {
        ...known,
        value: known.value || box.value,
        choices: [...known.choices, ...box.choices],
      });
  }
  return [...boxes.values()];
}

function boxOf({ tag, attributes, children }: HtmlElement, name: string): Box {
  const { type, value = '', inputmode } = attributes;
  if (tag === 'textarea') return { name, kind: 'lines', value: textOf(children), choices: [] };
  if (tag === 'select') {
    const options = [...elements(children)].filter((each) => each.tag === 'option');
    const chosen = options.find((each) => 'selected' in each.attributes)?.attributes.value ?? '';
    const choices = options.map((each) => each.attributes.value ?? '').filter((each) => each !== '');
    return { name, kind: 'choice', value: chosen, choices };
  }
  if (type === 'radio' || type === 'checkbox') {
    const chosen = 'checked' in attributes ? value : '';
    return { name, kind: type === 'radio' ? 'choice' : 'tick', value: chosen, choices: [value] };
  }
  const takesWords = written.includes(type) && inputmode !== 'numeric' && !counted.test(name);
  return { name, kind: takesWords ? 'line' : 'other', value, choices: [] };
}
