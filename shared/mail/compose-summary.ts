import { html } from 'hono/html';
import { cell, framed, heading, linked, paragraph, small } from './frame.ts';
import type { Composed } from './letter.ts';
import { type Entry, type SummaryFacts, type SummaryParts, summaryParts } from './summary.ts';

/** Writes the summary for liaison staff: what the html part says, the text part says. */
export function composeSummary(facts: SummaryFacts): Composed {
  const parts = summaryParts(facts);
  return { subject: parts.subject, text: textOf(parts), html: htmlOf(parts) };
}

const rule = '-'.repeat(60);

function textOf({ opening, sections, closing }: SummaryParts): string {
  const blocks = sections.flatMap(({ heading, sentences, entries }) => [
    rule,
    [heading, ...sentences].join('\n'),
    ...entries.map(({ title, says, link }) => `${title}\n${says}\n${link}`),
  ]);
  return `${[...opening, ...blocks, rule, ...closing].join('\n\n')}\n`;
}

const htmlOf = ({ opening, sections, closing }: SummaryParts): string =>
  framed([
    ...opening.map((words) => paragraph(words)),
    ...sections.flatMap(({ heading, sentences, entries }) => [
      headed(heading),
      ...sentences.map((words) => paragraph(words)),
      ...entries.map(block),
    ]),
    ...closing.map(small),
  ]);

const headed = (words: string) =>
  html`<tr><td style="padding:16px 24px 0"><h2 style="${heading}border-top:1px solid #b1b4b6;padding-top:16px">${words}</h2></td></tr>`;

const block = ({ title, says, link }: Entry) =>
  html`<tr><td style="${cell}padding:8px 24px"><strong>${title}</strong><br>${says}<br><a href="${link}" style="${linked}">${link}</a></td></tr>`;
