import { figureGroups } from '../../../../shared/domain/board-figure-words.ts';
import type { PaperFigures } from '../../../../shared/domain/board-paper.ts';
import { type Day, inWords } from '../../../../shared/domain/day.ts';

/** Section 4: every figure, as at the day and as at the last meeting, each with what it counts in one sentence. */
export const Performance = ({ counted, asAt }: { counted: PaperFigures; asAt: Day }) => (
  <>
    <h2 class="govuk-heading-m">4. Performance</h2>
    {figureGroups(counted.period.since).map(({ heading, lines }) => (
      <table class="govuk-table tracker-table tracker-paper-figures">
        <caption class="govuk-table__caption govuk-table__caption--s">{heading}</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              What is counted
            </th>
            <th scope="col" class="govuk-table__header govuk-table__header--numeric">
              {inWords(asAt)}
            </th>
            {counted.before && (
              <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                {`Last meeting, ${inWords(counted.before.on)}`}
              </th>
            )}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {lines.map(({ name, value, means }) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                {name}
                <span class="tracker-under">{means}</span>
              </th>
              <td class="govuk-table__cell govuk-table__cell--numeric" data-label={inWords(asAt)}>
                {value(counted.figures)}
              </td>
              {counted.before && (
                <td class="govuk-table__cell govuk-table__cell--numeric" data-label="Last meeting">
                  {value(counted.before.figures)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    ))}
  </>
);
