import type { BoardPaper } from '../../../../shared/domain/board-paper.ts';
import { monthsWithoutMeeting } from '../../../../shared/domain/board-period.ts';
import { inWords, inWordsWithWeekday } from '../../../../shared/domain/day.ts';
import { ragRule } from '../../../../shared/domain/rag.ts';
import { Table } from '../../components/table.tsx';
import { linkedHref } from '../linked-href.ts';
import { recommendationHref } from '../names.ts';
import { refOf } from './paper-names.ts';
import { Named } from './paper-opening.tsx';

/** Section 6: what could go wrong. */
export const Risks = ({ paper: { risks } }: { paper: BoardPaper }) => (
  <>
    <h2 class="govuk-heading-m">6. Risks</h2>
    <h3 class="govuk-heading-s">6.1 On the risk register</h3>
    {risks.register.length === 0 ? (
      <p class="govuk-body">No open recommendation is linked to an entry of the risk register.</p>
    ) : (
      <Table
        caption="Entries of the risk register"
        captionHidden
        firstCellIsHeader
        columns={[{ text: 'Risk' }, { text: 'Open recommendations linked to it' }]}
        rows={risks.register.map(({ ref, rows }) => [
          <a class="govuk-link" href={linkedHref({ kind: 'risk', ref })}>
            {ref}
          </a>,
          <Named rows={rows} />,
        ])}
      />
    )}
    <h3 class="govuk-heading-s">6.2 Owners who cannot be reminded</h3>
    {risks.unreachable.length === 0 ? (
      <p class="govuk-body">Every open recommendation has somebody who can be reminded of it.</p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {risks.unreachable.map(({ row, why }) => (
          <li>
            <Named rows={[row]} />
            {`: ${why.charAt(0).toLowerCase()}${why.slice(1)}.`}
          </li>
        ))}
      </ul>
    )}
    <h3 class="govuk-heading-s">6.3 Without a date</h3>
    <p class="govuk-body">
      {risks.noDate.length === 0 ? 'Everything that was promised has a date.' : <Named rows={risks.noDate} />}
    </p>
  </>
);

/** Section 7: what falls due before the next meeting. */
export const Ahead = ({ paper: { coming, period } }: { paper: BoardPaper }) => (
  <>
    <h2 class="govuk-heading-m">7. What comes next</h2>
    <p class="govuk-body">
      {period.until.meeting
        ? `Before and on the day of the next meeting, ${inWordsWithWeekday(period.until.on)}:`
        : `In the ${monthsWithoutMeeting} months up to ${inWordsWithWeekday(period.until.on)}:`}
    </p>
    {coming.length === 0 ? (
      <p class="govuk-body">
        No response or promise falls due and no window opens. Publications by the IOPC are not counted here.
      </p>
    ) : (
      <Table
        caption="What falls due"
        captionHidden
        columns={[{ text: 'Day' }, { text: 'What' }, { text: 'Recommendation' }]}
        rows={coming.map(({ on, row, says }) => [
          inWordsWithWeekday(on),
          says,
          <a class="govuk-link" href={recommendationHref(row)}>
            {refOf(row)}
          </a>,
        ])}
      />
    )}
  </>
);

/** Section 8: how the paper was made, so that it can be checked. */
export const Notes = ({ paper: { asAt } }: { paper: BoardPaper }) => (
  <>
    <h2 class="govuk-heading-m">8. How this paper was made</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>{`It shows the records as they stood at the end of ${inWords(asAt)}. What was decided after that day is not in it.`}</li>
      <li>
        What came from outside (a recommendation, a response, an update, an extension) counts from the day it
        came, also where it was recorded later; the history then says on which day. A decision of ours (a date
        moved, closed, reopened, another owner) counts from the day it was recorded.
      </li>
      <li>
        The board that oversees a recommendation, its case’s title and reference, the names of people, whether
        mail reaches them and the links to risks are as they are now.
      </li>
      <li>{`The colours: ${ragRule}`}</li>
    </ul>
  </>
);
