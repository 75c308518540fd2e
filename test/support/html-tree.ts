/** An element as a browser and a screen reader would take it: order of attributes and indentation do not count. */
export type HtmlNode = string | { tag: string; attributes: Record<string, string>; children: HtmlNode[] };

export type HtmlElement = Exclude<HtmlNode, string>;

const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const TOKEN = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^">])*?)(\/?)>|([^<]+)/gi;
const ATTRIBUTE = /([^\s=]+)(?:\s*=\s*"([^"]*)")?/g;
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&', ctdot: '⋯' };

/**
 * Reads well-formed HTML, such as our own pages and govuk-frontend's fixtures, into a tree. Runs of white space become
 * one space, and none is kept at the edges of an element's text. An end tag that closes nothing throws.
 */
export function readHtml(html: string): HtmlNode[] {
  const root: HtmlElement = { tag: '', attributes: {}, children: [] };
  const open = [root];
  for (const [, slash, tag, attributes, selfClosing, text] of html.matchAll(TOKEN)) {
    const parent = open.at(-1)!;
    if (text !== undefined) addText(parent, text);
    else if (tag === undefined) continue;
    else if (slash) {
      if (open.pop()?.tag !== tag) throw new Error(`</${tag}> closes <${parent.tag}> in ${html}`);
    } else {
      const element: HtmlElement = { tag, attributes: readAttributes(attributes ?? ''), children: [] };
      parent.children.push(element);
      if (!selfClosing && !VOID.has(tag)) open.push(element);
    }
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)!.tag}> is never closed in ${html}`);
  return root.children;
}

/** All elements of a tree, in the order of the page. */
export function* elements(nodes: readonly HtmlNode[]): Generator<HtmlElement> {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    yield node;
    yield* elements(node.children);
  }
}

/** The words of a tree as they are read out. */
export function textOf(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join(' ');
}

function addText(parent: HtmlElement, text: string): void {
  const words = decode(text).replace(/\s+/g, ' ').trim();
  if (words) parent.children.push(words);
}

function readAttributes(source: string): Record<string, string> {
  const pairs = [...source.matchAll(ATTRIBUTE)].map(
    ([, name, value]) => [name!, decode(value ?? '').trim()] as const,
  );
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function decode(text: string): string {
  return text.replace(/&([a-z]+|#\d+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
