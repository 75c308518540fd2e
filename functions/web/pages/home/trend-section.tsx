import { addMonths, type Day, inWords } from '../../../../shared/domain/day.ts';
import type { Row } from '../../../../shared/domain/row.ts';
import { tallyOf } from '../../../../shared/domain/tally.ts';
import { type TrendPoint, trendFrom, trendOf } from '../../../../shared/domain/trend.ts';
import { talliesBetween } from '../../../../shared/store/tallies.ts';
import { Details } from '../../components/details.tsx';
import { figure, LinePlot } from '../../components/line-plot.tsx';
import { Table } from '../../components/table.tsx';
import type { Site } from '../site.tsx';
import { monthInWords } from '../time-words.ts';

/** How many were open, overdue and lapsed over the last twelve months, as a picture and in figures. */
export async function trendSection({ table }: Site, rows: readonly Row[], today: Day) {
  if (rows.length === 0) return null;
  const tallies = await talliesBetween(table, trendFrom(today), today);
  return <Trend points={trendOf(tallies, tallyOf(rows, today))} />;
}

/** The picture of some months; of a single one it says from when there will be one. */
const Trend = ({ points }: { points: readonly TrendPoint[] }) => (
  <section aria-labelledby="trend">
    <h2 class="govuk-heading-m" id="trend">
      The last 12 months
    </h2>
    {points.length < 2 ? <NotYet since={points[0]?.on} /> : <Drawn points={points} />}
  </section>
);

const NotYet = ({ since }: { since: Day | undefined }) => (
  <p class="govuk-body">
    {since &&
      `Counting began in ${monthInWords(since.slice(0, 7))}. How many are open, overdue and lapsed is drawn here month by month from ${inWords(firstOfNext(since))}.`}
  </p>
);

const firstOfNext = (on: Day): Day => addMonths(`${on.slice(0, 7)}-01` as Day, 1);

const Drawn = ({ points }: { points: readonly TrendPoint[] }) => (
  <>
    <p class="govuk-body">
      How many recommendations are open, and how many of them have an overdue response or a lapsed promise.
    </p>
    <LinePlot
      id="trend-plot"
      title="Open, overdue and lapsed recommendations by month"
      description={inOneSentence(points)}
      labels={points.map(({ month }) => shortMonth(month))}
      lines={[
        { name: 'open', values: points.map(({ open }) => open) },
        { name: 'overdue', values: points.map(({ overdue }) => overdue) },
        { name: 'lapsed', values: points.map(({ lapsed }) => lapsed) },
      ]}
    />
    <Details summary="The figures as a table">
      <Table
        caption="At the end of each month, and today"
        columns={[
          { text: 'Counted on' },
          { text: 'Open', numeric: true },
          { text: 'Response overdue', numeric: true },
          { text: 'Promise lapsed', numeric: true },
        ]}
        firstCellIsHeader
        rows={points
          .toReversed()
          .map(({ on, open, overdue, lapsed }) => [
            inWords(on),
            figure(open),
            figure(overdue),
            figure(lapsed),
          ])}
      />
    </Details>
  </>
);

/** '2020-11' → 'Nov' */
const shortMonth = (month: string): string => monthInWords(month).slice(0, 3);

function inOneSentence(points: readonly TrendPoint[]): string {
  const [first, last] = [points[0]!, points.at(-1)!];
  const said = ({ open, overdue, lapsed }: TrendPoint) =>
    `${figure(open)} open, of them ${figure(overdue)} with an overdue response and ${figure(lapsed)} with a lapsed promise`;
  return `On ${inWords(first.on)}: ${said(first)}. On ${inWords(last.on)}: ${said(last)}.`;
}
