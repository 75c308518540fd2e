import type { Child } from 'hono/jsx';
import { keptHowLong, type RetentionRule, retentionRules } from '../../../../shared/domain/retention.ts';
import type { Kind } from '../../../../shared/store/records.ts';
import { Table } from '../../components/table.tsx';
import { kindNames } from './kind-names.ts';

const fates = ['person-removed', 'kept', 'expires'] as const;

/** How long each kind of record is kept, and why: what is removed first, then what is kept; kinds of one reason together. */
export const Rules = () => (
  <Table
    caption="How long each kind of record is kept"
    captionSize="m"
    firstCellIsHeader
    columns={[{ text: 'What' }, { text: 'How long' }, { text: 'Why' }]}
    rows={fates.flatMap((fate) => rulesOf(fate).map(cellsOf))}
  />
);

type Same = { kinds: Kind[]; rule: RetentionRule };

function rulesOf(fate: RetentionRule['fate']): Same[] {
  // In the order in which they are named, which is that of a sentence.
  const named = Object.keys(kindNames) as Kind[];
  const ofFate = named.filter((kind) => retentionRules[kind]!.fate === fate);
  const told = Map.groupBy(
    ofFate,
    (kind) => `${keptHowLong(retentionRules[kind]!)} ${retentionRules[kind]!.why}`,
  );
  return [...told.values()].map((kinds) => ({ kinds, rule: retentionRules[kinds[0]!]! }));
}

const cellsOf = ({ kinds, rule }: Same): Child[] => [
  [...new Set(kinds.map((kind) => kindNames[kind]))].join(', '),
  keptHowLong(rule),
  rule.why,
];
