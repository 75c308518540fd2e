import { html } from 'hono/html';
import { codeMinutes } from '../domain/code.ts';
import { framed, paragraph, small } from './frame.ts';
import type { Composed } from './letter.ts';

/**
 * The mail that carries a code to sign in with. The digits stand alone on their line, for people and for phones that offer to fill them
 * in; never in the subject, which a locked screen shows. Nothing in it is a link: whoever asked has the page open.
 */
export function codeMail({ digits, organisation }: { digits: string; organisation: string }): Composed {
  const opening = `Here is your code to sign in to the Recommendation Tracker of ${organisation}, where you see and answer the recommendations you are named for:`;
  const closing = [
    `Type it where you asked for it. It works once, on that browser only, for ${codeMinutes} minutes after you asked; a newer code takes its place.`,
    'Keep it to yourself: nobody at the tracker will ever ask you for it.',
    'If you did not ask for it, ignore this mail. Nobody has got in.',
  ];
  const name = `Recommendation Tracker, ${organisation}`;
  return {
    subject: 'Your code for the Recommendation Tracker',
    text: `${[opening, digits, ...closing, name].join('\n\n')}\n`,
    html: framed([
      paragraph(opening),
      html`<tr><td style="${figures}">${digits}</td></tr>`,
      ...closing.map((words) => paragraph(words)),
      small(name),
    ]),
  };
}

// No spaces between the figures: whoever copies them copies no more than them.
const figures =
  'font-family:Arial,Helvetica,sans-serif;font-size:32px;line-height:40px;font-weight:bold;letter-spacing:3px;color:#0b0c0c;padding:8px 24px;';
