import type { Finding } from '../../../shared/domain/broken-chain.ts';

/** What was checked, and everything that is wrong. */
export type Report = {
  chains: number;
  entries: number;
  findings: string[];
  /** Out of how many entries a later one took what they said of a person. */
  removed: number;
  until: string;
  fingerprint: string;
};

/**
 * A finding as a sentence that says where to look.
 *
 * @example '2019-127918 recommendation 1, entry 3 has been altered: it does not match its own hash'
 */
export const says = (chain: string, { position, says: what }: Finding): string =>
  `${subjectInWords(chain)}${position ? `, entry ${position} ` : ': '}${what}`;

/** 'CASE#2019-127918 REC#001#CHAIN' → '2019-127918 recommendation 1' */
function subjectInWords(chain: string): string {
  const [, kind = '', id, number] = /^(\w+)#(.+) (?:REC#(\d+)|\w+)#CHAIN$/.exec(chain) ?? [];
  if (!id) return chain;
  return number
    ? `${id} recommendation ${Number(number)}`
    : `${kind.charAt(0)}${kind.slice(1).toLowerCase()} ${id}`;
}

export const inWords = ({ chains, entries, findings, removed, until, fingerprint }: Report): string =>
  [
    ...findings,
    `${counted(chains, 'history', 'histories')} checked, ${counted(entries, 'entry', 'entries')}, ${counted(findings.length, 'finding', 'findings')}.`,
    ...(removed > 0
      ? [`${counted(removed, 'entry', 'entries')} without what was said of a person, as later entries tell.`]
      : []),
    `Fingerprint of everything up to ${until}: ${fingerprint}`,
    '',
  ].join('\n');

const counted = (count: number, one: string, several: string) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`;
