import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { requirements } from './asvs-levels.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const page = read('docs/asvs.md');
const security = read('docs/security.md');

const cellsOf = (line: string) =>
  line
    .slice(1, -1)
    .split(' | ')
    .map((cell) => cell.trim());
const lines = page.split('\n');

const rows = lines
  .filter((line) => /^\| \d+\.\d+\.\d+ \|/.test(line))
  .map((line) => {
    const [id, level, asks, answer, how] = cellsOf(line);
    return { id: id!, level: Number(level), asks: asks!, answer: answer!, how: how ?? '' };
  });

/** What each proof in square brackets stands for: the files that make it so, and the tests that show it. */
const proofs = new Map(
  lines
    .filter((line) => /^\| \[[^\]]+\] \|/.test(line))
    .map((line) => {
      const [name, ...files] = cellsOf(line);
      return [name!.slice(1, -1), files.flatMap(pathsIn)];
    }),
);

const cited = ({ how }: { how: string }) => [...how.matchAll(/\[([^\]]+)\]/g)].map(([, name]) => name!);

function pathsIn(text: string): string[] {
  return [...text.matchAll(/`((?:docs|functions|infra|shared|test)\/[^`]+|package[\w-]*\.json)`/g)].map(
    ([, path]) => path!,
  );
}

describe('the list of ASVS 5.0.0', () => {
  it('is of the standard as it was published: 70, 183 and 92 requirements of levels 1, 2 and 3', () => {
    const ofLevel = (level: number) => requirements.filter((each) => each.level === level).length;
    expect([1, 2, 3].map(ofLevel)).toEqual([70, 183, 92]);
  });

  it('answers every requirement of levels 1 and 2 once, in their order, and no other', () => {
    const asked = requirements.filter(({ level }) => level < 3);
    expect(rows.map(({ id, level }) => ({ id, level }))).toEqual(asked);
  });

  it('knows four answers, and each has its words', () => {
    const answers = ['met', 'set up', 'not applicable', 'not met'];
    expect(rows.filter(({ answer }) => !answers.includes(answer))).toEqual([]);
    expect(rows.filter(({ asks, how }) => asks === '' || how === '')).toEqual([]);
  });

  it('names a proof or a document for all that is met, and every proof and document is there', () => {
    const sections = new Set([...security.matchAll(/^#+ (.+)$/gm)].map(([, title]) => title!));
    const sectionsIn = (how: string) =>
      [...how.matchAll(/`docs\/security\.md` \(([^)]+)\)/g)].flatMap(([, names]) => names!.split(', '));
    const unproved = rows.filter(
      (row) => row.answer === 'met' && cited(row).length === 0 && pathsIn(row.how).length === 0,
    );
    const follow = /^As (above|\d+\.\d+\.\d+)/;
    expect(unproved.filter(({ how }) => !follow.test(how)).map(({ id }) => id)).toEqual([]);
    expect(rows.flatMap(cited).filter((name) => !proofs.has(name))).toEqual([]);
    expect(rows.flatMap(({ how }) => sectionsIn(how)).filter((name) => !sections.has(name))).toEqual([]);
  });

  it('has no proof that no line names, and each proof shows a test', () => {
    const named = new Set(rows.flatMap(cited));
    expect([...proofs.keys()].filter((name) => !named.has(name))).toEqual([]);
    const untested = [...proofs].filter(([, files]) => !files.some((file) => file.startsWith('test/')));
    expect(untested).toEqual([]);
  });

  it('names only files that are there, as docs/security.md does', () => {
    const named = [...new Set([...pathsIn(page), ...pathsIn(security)])];
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
    expect(named.length).toBeGreaterThan(50);
  });
});
