import type { Child } from 'hono/jsx';
import { type RetentionRule, retentionRules } from '../../../../shared/domain/retention.ts';
import type { Kind } from '../../../../shared/store/records.ts';
import { type Column, Table } from '../../components/table.tsx';
import { kindNames } from './kind-names.ts';

/** How long each kind of record is kept, and why: what goes when somebody says so, what stays, what expires; kinds of one rule together. */
export const Rules = () => (
  <>
    <Fate
      caption="What goes once its time is over"
      columns={['What', 'Kept for', 'What stays', 'Why so long']}
      fate="person-removed"
      cellsOf={({ years, from, leaves, why }) => [`${years} years from ${from}`, capital(leaves), why]}
    />
    <Fate caption="What is kept" columns={['What', 'Why']} fate="kept" cellsOf={({ why }) => [why]} />
    <Fate
      caption="What goes by itself"
      columns={['What', 'After', 'Why']}
      fate="expires"
      cellsOf={({ after, why }) => [capital(after), why]}
    />
  </>
);

type Name = RetentionRule['fate'];
type OfFate<F extends Name> = Extract<RetentionRule, { fate: F }>;

type FateProps<F extends Name> = {
  caption: string;
  columns: readonly string[];
  fate: F;
  cellsOf(rule: OfFate<F>): string[];
};

const Fate = <F extends Name>({ caption, columns, fate, cellsOf }: FateProps<F>) => (
  <Table
    caption={caption}
    captionSize="m"
    firstCellIsHeader
    columns={columns.map((text): Column => ({ text }))}
    rows={rowsOf(fate, cellsOf)}
  />
);

function rowsOf<F extends Name>(fate: F, cellsOf: (rule: OfFate<F>) => string[]): Child[][] {
  // In the order in which they are named, which is that of a sentence.
  const kinds = (Object.keys(kindNames) as Kind[]).filter((kind) => retentionRules[kind]!.fate === fate);
  const cells = (kind: Kind) => cellsOf(retentionRules[kind] as OfFate<F>);
  return [...Map.groupBy(kinds, (kind) => cells(kind).join(' ')).values()].map((same) => [
    [...new Set(same.map((kind) => kindNames[kind]))].join(', '),
    ...cells(same[0]!),
  ]);
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
