import { inWords } from '../../../../shared/domain/day.ts';
import { type FateKind, fates } from '../../../../shared/domain/list-fate.ts';
import {
  type ListedLine,
  type ListImport,
  overdueTreated,
  overdueWays,
  ownerlessInWords,
  ownerlessLine,
} from '../../../../shared/domain/list-import.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Radios } from '../../components/radios.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { Table } from '../../components/table.tsx';
import { Tag, type TagColour } from '../../components/tag.tsx';
import { FormProof } from '../../forms/form-proof.tsx';
import { recommendationHref } from '../names.ts';
import type { Site } from '../site.tsx';

type Report = {
  site: Site;
  title: string;
  list: ListImport;
  lines: readonly ListedLine[];
  error?: string | undefined;
};

/** What would become of each line of a list, or what became of it. */
export const ListReport = ({ site, title, list, lines, error }: Report) => (
  <>
    <ErrorSummary errors={error ? [{ message: error, href: '#overdue' }] : []} />
    <span class="govuk-caption-l">{list.name}</span>
    <h1 class="govuk-heading-l">{title}</h1>
    <p class="govuk-body">{`Read as: ${lowerFirst(list.takes)}.`}</p>
    <SummaryList rows={[...sums(list), ...ownerless(lines)]} />
    {list.stage === 'checked' && <Confirm site={site} list={list} error={error} />}
    <Table
      caption={list.stage === 'done' ? 'What became of each line' : 'What would become of each line'}
      columns={[{ text: 'Line' }, { text: 'Recommendation' }, { text: 'Result' }, { text: 'What to know' }]}
      rows={lines.map((line) => cellsOf(line, list.stage === 'done'))}
    />
  </>
);

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const sums = ({ counts, stage, overdue }: ListImport) => [
  ...(Object.keys(fates) as FateKind[]).map((kind) => ({ key: fates[kind], value: String(counts[kind]) })),
  ...(counts.overdue > 0
    ? [
        {
          key: 'Overdue already',
          value: `${counts.overdue}${stage === 'done' && overdue ? `. ${overdueTreated[overdue]}` : ''}`,
        },
      ]
    : []),
];

function ownerless(lines: readonly ListedLine[]) {
  const count = lines.filter(({ isOwnerless }) => isOwnerless).length;
  return count > 0 ? [{ key: 'Owned by nobody', value: `${count}. ${ownerlessInWords(count)}` }] : [];
}

const Confirm = ({ site, list, error }: Pick<Report, 'site' | 'list' | 'error'>) => {
  const { counts, id } = list;
  if (counts.new + counts.updated === 0) return <p class="govuk-body">There is nothing to take in.</p>;
  return (
    <form method="post" action={`/lists/${id}`} novalidate>
      <FormProof site={site} />
      {counts.overdue > 0 && (
        <Radios
          name="overdue"
          legend={
            counts.overdue === 1
              ? '1 of these is overdue already. How is it treated?'
              : `${counts.overdue} of these are overdue already. How are they treated?`
          }
          legendSize="m"
          hint="Nobody is mailed about a day gone by either way."
          error={error}
          items={Object.entries(overdueWays).map(([value, text]) => ({ value, text }))}
        />
      )}
      <Button>{`Take in ${counts.new + counts.updated} ${counts.new + counts.updated === 1 ? 'line' : 'lines'}`}</Button>
    </form>
  );
};

const colours: Record<FateKind, TagColour> = {
  new: 'green',
  unchanged: 'grey',
  updated: 'teal',
  refused: 'red',
};

const cellsOf = (
  { line, kind, reference, caseId, number, reasons, notes, overdueSince, isOwnerless }: ListedLine,
  isDone: boolean,
) => {
  const name = `${reference ?? ''}${number ? ` recommendation ${number}` : ''}`;
  const isRecorded = kind === 'unchanged' || kind === 'updated' || (isDone && kind === 'new');
  return [
    String(line),
    isRecorded && caseId && number ? (
      <a class="govuk-link" href={recommendationHref({ caseId, number })}>
        {name}
      </a>
    ) : (
      name
    ),
    <Tag colour={colours[kind]}>{fates[kind]}</Tag>,
    [
      ...reasons,
      ...(overdueSince ? [`Overdue since ${inWords(overdueSince)}`] : []),
      ...(isOwnerless ? [ownerlessLine] : []),
      ...notes,
    ].map((each) => <span class="tracker-page-words">{each}</span>),
  ];
};
