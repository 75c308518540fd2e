import { html, raw } from 'hono/html';
import type { Letter } from './letter.ts';
import { closing, greeting, opening, type Part, partsOf } from './parts.ts';

const body = 'margin:0;padding:0;background:#f3f2f1;';
const cell = 'font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:24px;color:#0b0c0c;';
const quoted = `${cell}border-left:6px solid #b1b4b6;padding:8px 16px;`;

/** The html part: tables and inline styles only and no images, because Outlook shows nothing else reliably. */
export function htmlOf(letter: Letter): string {
  const rows = [
    paragraph(greeting(letter)),
    paragraph(opening(letter)),
    ...partsOf(letter).map(block),
    ...closing(letter).map((words) => paragraph(words, 'color:#505a5f;font-size:14px;line-height:20px;')),
  ];
  return `${html`<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Recommendation Tracker</title></head>
<body style="${body}"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:16px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="max-width:600px;width:100%;background:#ffffff;border-top:6px solid #1d4d57">
${raw(rows.join('\n'))}
</table></td></tr></table></body></html>`}`;
}

const row = (content: unknown, style = '') =>
  html`<tr><td style="${cell}padding:8px 24px;${style}">${content}</td></tr>`;

const paragraph = (words: string, style = '') => row(words, style);

function block(part: Part) {
  return html`<tr><td style="padding:16px 24px 0"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-top:1px solid #b1b4b6">
<tr><td style="${cell}padding-top:16px"><h2 style="margin:0;font-size:19px;line-height:25px">${part.reference}</h2>${part.title}</td></tr>
<tr><td style="${cell}padding-top:12px"><strong>${part.sentence}</strong></td></tr>
<tr><td style="padding-top:12px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td style="${quoted}">${part.quote}</td></tr></table></td></tr>
<tr><td style="${cell}padding-top:12px"><strong>What to do:</strong> ${part.action}</td></tr>
${part.lateNote ? html`<tr><td style="${cell}padding-top:12px">${part.lateNote}</td></tr>` : ''}
${part.working ? html`<tr><td style="${cell}padding-top:12px;color:#505a5f;font-size:14px;line-height:20px">${part.working}</td></tr>` : ''}
<tr><td style="${cell}padding:12px 0 16px"><a href="${part.link}" style="color:#1d4d57">${part.link}</a></td></tr>
</table></td></tr>`;
}
