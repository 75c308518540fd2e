import type { Child } from 'hono/jsx';
import { type Standing, standings } from '../../../../shared/domain/standing.ts';
import { Button } from '../../components/button.tsx';
import { Checkboxes } from '../../components/checkboxes.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { Details } from '../../components/details.tsx';
import { Input } from '../../components/input.tsx';
import { Select } from '../../components/select.tsx';
import { errorOf } from '../../forms/field-errors.ts';
import type { AskedOfList } from '../../forms/filter-form.ts';
import { typedDate } from '../../forms/typed-date.ts';
import type { FilterChoices } from './filter-choices.ts';
import { counted } from './found-words.ts';

type Filled = { asked: AskedOfList; choices: FilterChoices };

/** The search and the filters in one form. It asks for an address, so that what is found can be kept, sent and gone back to. */
export const FilterForm = (props: Filled & { byStanding: Readonly<Record<Standing, number>> }) => {
  const { filter, problems } = props.asked;
  const inDetails = Object.keys(problems).some((name) => name !== 'search' && name !== 'sort');
  return (
    <form method="get" action="/recommendations" class="tracker-filter" novalidate>
      <div class="tracker-filter__row">
        <Input
          name="search"
          type="search"
          label="Search"
          hint="A reference, or words of what was recommended or promised"
          value={props.asked.typed.get('search')}
          error={problems.search?.message}
        />
        <Choice {...props} name="sort" label="Order" />
        <Button>Search</Button>
      </div>
      {filter.case && <input type="hidden" name="case" value={filter.case} />}
      {filter.standing[0] === 'all' && <input type="hidden" name="standing" value="all" />}
      <Details summary="Filters" open={inDetails}>
        <Standings {...props} />
        <div class="tracker-filter__boxes">
          <Boxes {...props} />
        </div>
        <Button>Apply filters</Button>
      </Details>
    </form>
  );
};

const Standings = ({ asked, byStanding }: Filled & { byStanding: Readonly<Record<Standing, number>> }) => (
  <div class="tracker-filter__standings">
    <Checkboxes
      name="standing"
      legend="Standing"
      legendSize="s"
      hint="Choose none for all that are open"
      small
      items={(Object.entries(standings) as [Standing, string][]).map(([value, text]) => ({
        value,
        text: `${text} (${counted(byStanding[value])})`,
      }))}
      values={asked.filter.standing}
      error={asked.problems.standing?.message}
    />
  </div>
);

type Named = Exclude<keyof FilterChoices, 'sort'>;

const labels: Record<Named, string> = {
  body: 'Addressed to',
  owner: 'Owner',
  board: 'Board',
  source: 'Source',
  topic: 'Topic',
  rag: 'Red, amber or green',
  age: 'Age',
  priority: 'Priority',
  moved: 'Date moved',
  linked: 'Linked to',
};

const Boxes = (props: Filled) => (
  <>
    {(Object.entries(labels) as [Named, string][]).map(([name, label]) => (
      <Choice {...props} name={name} label={label} />
    ))}
    <Input
      name="ref"
      label="Reference of the link"
      labelSize="s"
      value={props.asked.typed.get('ref')}
      error={props.asked.problems.ref?.message}
    />
    <Boundary {...props} name="dueFrom" legend="Due on or after" />
    <Boundary {...props} name="dueTo" legend="Due on or before" />
  </>
);

const Choice = ({ asked, choices, name, label }: Filled & { name: keyof FilterChoices; label: Child }) => (
  <Select
    name={name}
    label={label}
    labelSize={name === 'sort' ? undefined : 's'}
    items={choices[name]}
    value={asked.filter[name]}
    error={asked.problems[name]?.message}
  />
);

const Boundary = ({ asked, name, legend }: Filled & { name: 'dueFrom' | 'dueTo'; legend: string }) => (
  <DateInput
    name={name}
    legend={legend}
    legendSize="s"
    values={typedDate(asked.typed, name)}
    {...errorOf(asked.problems, name)}
  />
);
