import { html } from 'hono/html';
import { cell, framed, heading, lesser, linked, paragraph, small } from './frame.ts';
import type { Letter } from './letter.ts';
import { closing, greeting, opening, type Part, partsOf } from './parts.ts';

const quoted = `${cell}border-left:6px solid #b1b4b6;padding:4px 16px;`;

/** The html part of a mail of reminders. */
export const htmlOf = (letter: Letter): string =>
  framed([
    paragraph(greeting(letter)),
    ...opening(letter).map((words) => paragraph(words)),
    ...partsOf(letter).map(block),
    ...closing(letter).map(small),
  ]);

const row = (content: unknown, style = '', name = '') =>
  html`<tr><td class="${name}" style="${cell}padding-top:12px;${style}">${content}</td></tr>`;

/** One reminder. The address is shown as it is: whoever is taught to look where a link leads sees it, in the text part as well. */
function block(part: Part) {
  return html`<tr><td style="padding:16px 24px 0"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-top:1px solid #b1b4b6">
<tr><td style="${cell}padding-top:16px"><h2 style="${heading}">${part.reference}</h2>${part.title}</td></tr>
${part.lateNote ? row(part.lateNote) : ''}
${row(html`<strong>${part.sentence}</strong>`)}
${part.waits ? row(part.waits) : ''}
<tr><td style="padding-top:12px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td style="${quoted}">${part.quote}</td></tr></table></td></tr>
${row(html`<strong>What to do:</strong> ${part.action}`)}
${part.added ? row(part.added) : ''}
${part.working ? row(part.working, lesser, 'small') : ''}
${row(html`${part.leads}<br><a href="${part.link}" style="${linked}">${part.link}</a>`, 'padding-bottom:16px;')}
</table></td></tr>`;
}
