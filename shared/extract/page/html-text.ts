import { Parser } from 'htmlparser2';

// What is run, drawn, filled in or shown around the page is not what the page says.
const passedOver = new Set(
  'script style noscript template svg nav footer button select iframe object'.split(' '),
);
const blocks = new Set(
  'address article aside blockquote br dd div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

const looksLikeHtml =
  /^\s{0,1000}<(?:!doctype|html|head|body|main|article|section|div|p|h1)\b|<\/(?:html|body|main|article|div|h1|p)>/i;

/** Whether what was pasted is the source of a page and not its text. */
export const isHtml = (pasted: string): boolean => looksLikeHtml.test(pasted);

/** The words of a page's source. `heading`: its first main heading. */
export type HtmlText = { text: string; heading: string | undefined };

/**
 * The text of a page's source, a block on each line and list items marked. Where the page says which part of it is the main one, that part
 * alone. Its own address, where the source names it, is the first line, so that the kept copy says where it is from. Nothing is
 * fetched and nothing is run.
 */
export function htmlText(html: string): HtmlText {
  const { address, all, main, heading } = partsOf(html);
  const words = (main.join('').trim() === '' ? all : main).join('');
  const text = /^https?:\/\/\S{1,2000}$/.test(address) ? `${address}\n${words}` : words;
  return { text, heading: heading.join('').trim() || undefined };
}

function partsOf(html: string) {
  const parts = { address: '', all: [] as string[], main: [] as string[], heading: [] as string[] };
  const depth = { passedOver: 0, main: 0, heading: 0 };
  const write = (text: string) => {
    if (depth.passedOver > 0) return;
    parts.all.push(text);
    if (depth.main > 0) parts.main.push(text);
    if (depth.heading > 0) parts.heading.push(text);
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'link' && attributes.rel === 'canonical') parts.address ||= attributes.href ?? '';
      if (passedOver.has(name)) depth.passedOver++;
      if (name === 'main') depth.main++;
      if (name === 'h1' && parts.heading.length === 0) depth.heading++;
      if (blocks.has(name)) write(name === 'li' ? '\n• ' : '\n');
    },
    ontext: (text) => write(text.replace(/\s+/g, ' ')),
    onclosetag(name) {
      if (passedOver.has(name)) depth.passedOver = Math.max(0, depth.passedOver - 1);
      if (name === 'main') depth.main = Math.max(0, depth.main - 1);
      if (name === 'h1') depth.heading = 0;
      if (blocks.has(name)) write('\n');
    },
  });
  parser.end(html);
  return parts;
}
