import { elements, readHtml } from '../../../support/html-tree.ts';

const neverInPages = ['script', 'iframe', 'object', 'embed', 'base', 'img', 'frame', 'applet', 'math'];
const safeAddress = /^(https?:\/\/|mailto:|\/(?!\/)|#|\?|$)/;
const leadsOn = ['href', 'src', 'action', 'formaction', 'xlink:href', 'srcset', 'poster'];

/** What in a page could run, or lead where it must not, were a text let through; empty where nothing could. */
export function harmIn(html: string): string[] {
  return [...elements(readHtml(html))].flatMap(({ tag, attributes }) => {
    const handlers = Object.keys(attributes).filter((name) => /^on/i.test(name) || name === 'srcdoc');
    const addresses = leadsOn.filter(
      (name) => attributes[name] !== undefined && !safeAddress.test(attributes[name]),
    );
    return [
      ...(neverInPages.includes(tag) ? [`<${tag}>`] : []),
      ...handlers.map((name) => `${tag} ${name}`),
      ...addresses.map((name) => `${tag} ${name}=${attributes[name]}`),
    ];
  });
}

/** A cell that a spreadsheet would run. */
export const runs = (cell: string): boolean => /^(?:[ \0]*[=+\-@＝＋－＠]|[\t\r\n])/.test(cell);
