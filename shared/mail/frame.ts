import { html, raw } from 'hono/html';

const body = 'margin:0;padding:0;background:#f3f2f1;';

/** How words are set in a mail. */
export const cell = 'font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:24px;color:#0b0c0c;';

/** A line of words across the mail. */
export const paragraph = (words: string, style = '') =>
  html`<tr><td style="${cell}padding:8px 24px;${style}">${words}</td></tr>`;

/** What stands below everything else, smaller. */
export const small = (words: string) => paragraph(words, 'color:#505a5f;font-size:14px;line-height:20px;');

/** A whole html part around its rows: tables and inline styles only and no images, because Outlook shows nothing else reliably. */
export const framed = (rows: unknown[]): string =>
  `${html`<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Recommendation Tracker</title></head>
<body style="${body}"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:16px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="max-width:600px;width:100%;background:#ffffff;border-top:6px solid #1d4d57">
${raw(rows.join('\n'))}
</table></td></tr></table></body></html>`}`;
