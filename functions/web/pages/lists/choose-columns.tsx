import type { Context } from 'hono';
import { legalBases, sources } from '../../../../shared/domain/clocks.ts';
import type { Refusal } from '../../../../shared/domain/refusal.ts';
import { type Column, columns, neededColumns } from '../../../../shared/extract/list/columns.ts';
import { Button } from '../../components/button.tsx';
import { Select, type SelectItem } from '../../components/select.tsx';
import { always, columnBox, type SentList } from '../../forms/list-form.ts';
import { showForm } from '../form-page.tsx';
import type { Site } from '../site.tsx';

const labels: Record<Column, string> = {
  reference: 'Reference',
  forceReference: 'The force’s own reference',
  title: 'Title',
  summary: 'Summary',
  topics: 'Topics',
  source: 'Where the learning comes from',
  legalBasis: 'What it was made under',
  body: 'Body',
  linkedBodies: 'Linked bodies',
  madeOn: 'Date made',
  publishedDueOn: 'Published response date',
  link: 'Address of the page',
  number: 'Number of the recommendation',
  text: 'Text of the recommendation',
  addressee: 'Body it is addressed to, where that is another',
  owner: 'Email address of the owner',
  board: 'Name of the board',
  priority: 'Priority',
  theme: 'Theme',
  acceptance: 'Whether it is accepted',
  respondedOn: 'Date of the response',
  response: 'Words of the response',
  reasons: 'Reasons it is not accepted',
  representations: 'Whether representations were made',
  promises: 'Promises',
  closedOn: 'Date closed',
  closedBy: 'Who closed it',
  closedNote: 'Note on closing',
  withdrawnOn: 'Date withdrawn',
  withdrawnBy: 'Who withdrew it',
  withdrawnWhy: 'Why it was withdrawn',
};

type Asked = { sent: SentList; header: readonly string[]; refused: Refusal | undefined; action: string };

/** Asks which columns of a list hold what. The list is carried in the form: nothing of it is kept before it is known to be one. */
export const showColumns = (c: Context, site: Site, { sent, header, refused, action }: Asked) =>
  showForm(c, site, {
    title: 'Which columns hold what?',
    caption: sent.name,
    current: '/cases',
    back: action,
    action,
    enctype: 'multipart/form-data',
    fields: [],
    errors: refused ? { '': { message: refused.message } } : {},
    status: refused ? 422 : 200,
    intro: (
      <p class="govuk-body">
        This is neither our own list nor the public one. Say which of its columns hold these. The first ones
        are needed.
      </p>
    ),
    children: (
      <>
        <input type="hidden" name="name" value={sent.name} />
        <input type="hidden" name="text" value={sent.text} />
        {inOrder.map((column) => (
          <Select
            name={columnBox(column)}
            label={`${labels[column]}${isNeeded(column) ? '' : ' (optional)'}`}
            items={itemsFor(column, header)}
            value={sent.form.get(columnBox(column)) || (header.includes(column) ? column : '')}
          />
        ))}
        <Button>Continue</Button>
      </>
    ),
  });

const isNeeded = (column: Column): boolean => (neededColumns as readonly Column[]).includes(column);

const inOrder = [...neededColumns, ...columns.filter((column) => !isNeeded(column))];

function itemsFor(column: Column, header: readonly string[]): SelectItem[] {
  const words = column === 'source' ? sources : column === 'legalBasis' ? legalBases : {};
  return [
    { value: '', text: isNeeded(column) ? 'Choose' : 'None' },
    ...Object.entries(words).map(([value, text]) => ({ value: always(value), text: `Always: ${text}` })),
    ...[...new Set(header)].filter((name) => name !== '').map((name) => ({ value: name, text: name })),
  ];
}
