import { wordAt } from '../text/tokens.ts';
import { isBaseOfChange } from './lexicon.ts';
import { among, type Clause, pastAdverbs } from './verb.ts';

const posts = new Set(
  'commissioner chairman chair chairwoman superintendent inspector constable director clerk chamberlain treasurer secretary officer officers acc dcc'.split(
    ' ',
  ),
);
const suppositions = new Set('if should were unless'.split(' '));

/** "The Assistant Commissioner would update Members": minutes tell what a post holder said they will do. */
export function minuted({ tokens, from, subject }: Clause, at: number): boolean {
  const verb = wordAt(tokens, pastAdverbs(tokens, at + 1));
  const reports = isBaseOfChange(verb) && !among(tokens, 0, at, suppositions);
  return reports && from === 0 && subject(at) === 'body' && among(tokens, from, at, posts);
}
