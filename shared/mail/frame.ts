import { html, raw } from 'hono/html';

const body = 'margin:0;padding:0;background:#f3f2f1;';

const font = 'font-family:Arial,Helvetica,sans-serif;';

/** How words are set in a mail. */
export const cell = `${font}font-size:16px;line-height:24px;color:#0b0c0c;`;

/** How a heading is set: by itself, because Outlook gives a heading none of what its cell has. */
export const heading = `${font}margin:0;font-size:19px;line-height:25px;color:#0b0c0c;`;

/** How a link is set. An address is long: it breaks anywhere rather than widen the mail. */
export const linked = 'color:#1d4d57;word-break:break-word;overflow-wrap:anywhere;';

// In a dark inbox, for readers that know it; the others turn the colours themselves or stay light. Words, lines and links keep apart.
const dark =
  '@media (prefers-color-scheme:dark){.page{background:#0b0c0c!important}.card{background:#1f2326!important}' +
  '.card td,.card h2{color:#f3f2f1!important}.card .small{color:#c8cbcd!important}.card a{color:#9bd5e0!important}}';

/** A line of words across the mail. */
export const paragraph = (words: string, style = '', name = '') =>
  html`<tr><td class="${name}" style="${cell}padding:8px 24px;${style}">${words}</td></tr>`;

/** How what is less important is set. */
export const lesser = 'color:#505a5f;font-size:14px;line-height:20px;';

/** What stands below everything else, smaller. */
export const small = (words: string) => paragraph(words, lesser, 'small');

/** A whole html part around its rows: tables and inline styles only and no images, because Outlook shows nothing else reliably. */
export const framed = (rows: unknown[]): string =>
  `${html`<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>Recommendation Tracker</title><style>${raw(dark)}</style></head>
<body class="page" style="${body}"><table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" bgcolor="#f3f2f1" style="background:#f3f2f1"><tr><td align="center" style="padding:16px 8px">
<table role="presentation" class="card" width="600" cellpadding="0" cellspacing="0" bgcolor="#ffffff" style="max-width:600px;width:100%;background:#ffffff;border-top:6px solid #1d4d57;text-align:left">
${paragraph('', 'padding:8px 0 0;font-size:0;line-height:0;')}
${raw(rows.join('\n'))}
${paragraph('', 'padding:8px 0 0;font-size:0;line-height:0;')}
</table></td></tr></table></body></html>`}`;
