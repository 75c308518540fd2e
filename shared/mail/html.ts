import { html } from 'hono/html';
import { cell, framed, paragraph, small } from './frame.ts';
import type { Letter } from './letter.ts';
import { closing, greeting, opening, type Part, partsOf } from './parts.ts';

const quoted = `${cell}border-left:6px solid #b1b4b6;padding:8px 16px;`;

/** The html part of a mail of reminders. */
export const htmlOf = (letter: Letter): string =>
  framed([
    paragraph(greeting(letter)),
    ...opening(letter).map((words) => paragraph(words)),
    ...partsOf(letter).map(block),
    ...closing(letter).map(small),
  ]);

function block(part: Part) {
  return html`<tr><td style="padding:16px 24px 0"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-top:1px solid #b1b4b6">
<tr><td style="${cell}padding-top:16px"><h2 style="margin:0;font-size:19px;line-height:25px">${part.reference}</h2>${part.title}</td></tr>
${part.lateNote ? html`<tr><td style="${cell}padding-top:12px">${part.lateNote}</td></tr>` : ''}
<tr><td style="${cell}padding-top:12px"><strong>${part.sentence}</strong></td></tr>
<tr><td style="padding-top:12px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td style="${quoted}">${part.quote}</td></tr></table></td></tr>
<tr><td style="${cell}padding-top:12px"><strong>What to do:</strong> ${part.action}</td></tr>
${part.added ? html`<tr><td style="${cell}padding-top:12px">${part.added}</td></tr>` : ''}
${part.working ? html`<tr><td style="${cell}padding-top:12px;color:#505a5f;font-size:14px;line-height:20px">${part.working}</td></tr>` : ''}
<tr><td style="${cell}padding:12px 0 16px"><a href="${part.link}" style="color:#1d4d57">${part.link}</a></td></tr>
</table></td></tr>`;
}
