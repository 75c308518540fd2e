import type { Acceptance } from '../../domain/recommendation.ts';
import { printedDate } from '../printed-day.ts';

/**
 * A label inside a recommendation's part of the page: `start` to `end` is the label with its value. `says`: what it says about acceptance.
 * What follows a mark of kind 'answer' is the response.
 */
export type Mark = {
  kind: 'question' | 'answer' | 'addressee' | 'linked' | 'passed-over';
  start: number;
  end: number;
  value: { start: number; end: number } | undefined;
  says: Acceptance | undefined;
};

const yes = 'Yes|Accepted';
const partly = 'Partly accepted|Partially accepted|Accepted in part|Partly|Partially|In part';
const no = 'Not accepted|Rejected|No(?! response)';
const awaited = 'Awaiting response|Awaiting a response|No response(?: yet)?';
const answers = `${partly}|${no}|${awaited}|${yes}`;

/** What is printed about acceptance, as the tracker's own word. */
export function acceptanceOf(printed: string): Acceptance | undefined {
  const said = (words: string) => new RegExp(`^(?:${words})$`, 'i').test(printed.trim());
  if (said(partly)) return 'partly-accepted';
  if (said(no)) return 'not-accepted';
  if (said(awaited)) return 'awaiting';
  return said(yes) ? 'accepted' : undefined;
}

type Pattern = { kind: Mark['kind']; pattern: RegExp; says?: Acceptance };

const patterns: readonly Pattern[] = [
  {
    kind: 'question',
    pattern: new RegExp(
      `(?:Do|Does|Did) (?:you|the \\w{1,20}) accept (?:the|this) recommendations?\\s{0,5}\\??\\s{0,5}:?\\s{0,5}(?:(${answers})(?![a-z]))?`,
      'dgi',
    ),
  },
  {
    kind: 'addressee',
    pattern: /(?:^|(?<=[a-z.]))Addressed to\s{0,3}:[ \t]{0,5}([^\n]*?)(?=Linked bod|$)/dgm,
  },
  { kind: 'linked', pattern: /(?:^|(?<=[a-z.]))Linked bod(?:y|ies)\s{0,3}:[ \t]{0,5}([^\n]*)$/dgm },
  { kind: 'answer', pattern: new RegExp(`^(${answers})[ \\t]{0,5}(?=$|Force response)`, 'dgm') },
  {
    kind: 'answer',
    pattern: /(?:^|(?<=[a-z]))(?:Force response|Response from .{2,60}|Response)[ \t]{0,5}:?[ \t]{0,5}$/dgm,
  },
  {
    kind: 'answer',
    says: 'accepted',
    pattern: /^(?:Accepted action|Recommendation accepted)[ \t]{0,3}:/dgim,
  },
  {
    kind: 'answer',
    says: 'partly-accepted',
    pattern: /^Recommendation part(?:ly|ially) accepted[ \t]{0,3}:/dgim,
  },
  {
    kind: 'answer',
    says: 'not-accepted',
    pattern:
      /^(?:Recommendation not accepted|Not accepted|Reasons? (?:for not accepting|not accepted)|Non-accepted action)[ \t]{0,3}:/dgim,
  },
  {
    kind: 'passed-over',
    pattern: new RegExp(
      `^(?:Date of (?:the )?recommendations?|Date response (?:is )?due|Response due|IOPC reference)[ \\t]{0,5}:?\\s{0,5}(?:${printedDate}|\\d{4}/\\d{4,8})?[ \\t]{0,5}$`,
      'dgim',
    ),
  },
  { kind: 'passed-over', pattern: /^(?:Recommendations?|\d{1,3} total|View on .{0,60})[ \t]{0,5}$/dgim },
];

/** The labels between two places, in order; of two that overlap the one that begins first. */
export function marksBetween(kept: string, from: number, to: number): Mark[] {
  const part = kept.slice(from, to);
  const marks = patterns.flatMap(({ kind, pattern, says }) =>
    [...part.matchAll(pattern)].map((match): Mark => {
      const [start, end] = match.indices?.[1] ?? [];
      const value =
        start === undefined || end === undefined ? undefined : { start: from + start, end: from + end };
      const at = from + match.index;
      const said =
        says ?? (kind === 'question' || kind === 'answer' ? acceptanceOf(match[1] ?? '') : undefined);
      return { kind, start: at, end: at + match[0].length, value, says: said };
    }),
  );
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Mark[] = [];
  for (const mark of marks) if (mark.start >= (apart.at(-1)?.end ?? 0)) apart.push(mark);
  return apart;
}
