import { ages } from '../../../../shared/domain/age.ts';
import { sources } from '../../../../shared/domain/clocks.ts';
import { linkKinds } from '../../../../shared/domain/link.ts';
import { folded } from '../../../../shared/domain/person.ts';
import { rags } from '../../../../shared/domain/rag.ts';
import {
  nobody,
  none,
  orders,
  priorities,
  type RowFilter,
  timesMovedAtLeast,
} from '../../../../shared/domain/row-filter.ts';
import type { SelectItem } from '../../components/select.tsx';
import type { Listed } from '../../gather-list.ts';
import { personInWords } from '../names.ts';

const anything: SelectItem = { value: '', text: 'Any' };

const itemsOf = (words: Readonly<Record<string, string>>): SelectItem[] => [
  anything,
  ...Object.entries(words).map(([value, text]) => ({ value, text })),
];

// One writing stands for all that differ by capitals and spaces alone.
const namesIn = (names: Iterable<string>, chosen: string | undefined): SelectItem[] => {
  const byName = new Map<string, string>();
  for (const name of chosen === undefined ? names : [chosen, ...names])
    if (!byName.has(folded(name))) byName.set(folded(name), name);
  const sorted = [...byName].sort(([a], [b]) => (a < b ? -1 : 1));
  return [anything, ...sorted.map(([, name]) => ({ value: name, text: name }))];
};

const bodiesOf = ({ rows }: Listed) => new Set(rows.map(({ addressee }) => addressee));
const topicsOf = ({ rows }: Listed) => new Set(rows.flatMap(({ topics }) => topics));

function ownersOf({ rows, contacts }: Listed, chosen: string | undefined): SelectItem[] {
  const owning = new Set(rows.map(({ ownerId }) => ownerId));
  return [
    anything,
    { value: nobody, text: 'Nobody' },
    ...[...contacts.values()]
      .filter(({ id }) => owning.has(id) || id === chosen)
      .map((each) => ({ value: each.id, text: personInWords(each, contacts) })),
  ];
}

const boardsOf = ({ boards }: Listed): SelectItem[] => [
  anything,
  { value: none, text: 'None' },
  ...[...boards.values()].map(({ id, name }) => ({ value: id, text: name })),
];

/** What can be chosen in each box of the filter: of bodies, topics and owners those that some recommendation has. */
export const filterChoices = (listed: Listed, filter: RowFilter) => ({
  body: namesIn(bodiesOf(listed), filter.body),
  board: boardsOf(listed),
  owner: ownersOf(listed, filter.owner),
  source: itemsOf(sources),
  topic: namesIn(topicsOf(listed), filter.topic),
  moved: itemsOf(timesMovedAtLeast),
  age: itemsOf(ages),
  rag: itemsOf(rags),
  priority: itemsOf(priorities),
  linked: itemsOf(linkKinds),
  sort: Object.entries(orders).map(([value, text]) => ({ value, text })),
});

export type FilterChoices = ReturnType<typeof filterChoices>;
