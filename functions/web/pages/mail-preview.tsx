import { raw } from 'hono/html';
import type { Composed } from '../../../shared/mail/letter.ts';
import { Details } from '../components/details.tsx';

/**
 * A mail as whoever gets it sees it, and its plain text. Its colours and sizes stand in its own style attributes, so a page that shows one
 * must allow exactly those (`stylesOf`, `contentPolicy`).
 */
export const MailPreview = ({ mail: { subject, html, text, entries = [] } }: { mail: Composed }) => (
  <div class="tracker-mail">
    <p class="govuk-body tracker-mail__subject">
      <b>Subject:</b> {subject}
    </p>
    {entries.length > 0 && (
      <p class="govuk-body tracker-mail__subject">
        <b>Attached:</b> deadline.ics, which puts the last day into a calendar
      </p>
    )}
    <div class="tracker-mail__html">{raw(bodyOf(html))}</div>
    <Details summary="The same mail as plain text">
      <pre class="tracker-mail__text">{text}</pre>
    </Details>
  </div>
);

/** What stands in the body of a whole html part, its links leading nowhere: there is nothing behind those of a sample. */
const bodyOf = (html: string): string =>
  html
    .replace(/^.*<body[^>]*>/s, '')
    .replace(/<\/body>.*$/s, '')
    .replace(/<a href="[^"]*"/g, '<a');

/** The style attributes of a mail, word for word. There is no quotation mark in any, so each is in the html as a browser reads it. */
export const stylesOf = ({ html }: Composed): string[] =>
  [...bodyOf(html).matchAll(/ style="([^"]*)"/g)].map(([, style]) => style!);
