import { type Day, inWords } from '../../../shared/domain/day.ts';
import { acceptances, type Recommendation } from '../../../shared/domain/recommendation.ts';
import { Details } from '../components/details.tsx';
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx';
import { LongText } from './long-text.tsx';

/** Who proposed to close a recommendation, who closed, withdrew or reopened it and why, and what its effect was. */
export const Closing = ({ of }: { of: Recommendation }) => {
  const rows = closingRows(of);
  return rows.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Closing</h2>
      <SummaryList rows={rows} />
    </>
  );
};

export const closingRows = ({
  closure,
  closed,
  withdrawn,
  reopened,
  effectReviews,
}: Recommendation): SummaryRow[] => [
  ...(reopened ? [{ key: 'Reopened', value: <Said {...reopened} note={reopened.why} /> }] : []),
  ...(closure
    ? [
        {
          key: 'Proposed for closure',
          value: <Said on={closure.proposedOn} by={closure.proposedBy} note={closure.note} />,
        },
      ]
    : []),
  ...(closed ? [{ key: 'Closed', value: <Said {...closed} /> }] : []),
  ...(withdrawn ? [{ key: 'Withdrawn', value: <Said {...withdrawn} note={withdrawn.why} /> }] : []),
  ...effectReviews.map((each) => ({ key: 'Effect reviewed', value: <Said {...each} /> })),
];

type Decided = { on: Day; by: string; note?: string | undefined; links?: readonly string[] };

const Said = ({ on, by, note, links = [] }: Decided) => (
  <>
    {`${inWords(on)}, by ${by}`}
    {note && <LongText text={note} />}
    {links.map((link) => (
      <div>
        <a class="govuk-link tracker-verbatim" href={link} rel="noreferrer">
          {link}
        </a>
      </div>
    ))}
  </>
);

/** What the body says now where it is not what its response said, and all that it said before. */
export const AcceptanceHistory = ({ of: { acceptanceHistory } }: { of: Recommendation }) => {
  const now = acceptanceHistory.at(-1);
  if (!now || acceptanceHistory.length < 2) return null;
  return (
    <>
      <p class="govuk-body">{`Since ${inWords(now.on)} the answer is: ${acceptances[now.acceptance].toLowerCase()}.`}</p>
      <Details summary="Every answer so far">
        <ul class="govuk-list govuk-list--spaced">
          {acceptanceHistory.map(({ acceptance, on, reasons }) => (
            <li>
              {`${inWords(on)}: ${acceptances[acceptance]}`}
              {reasons && <LongText text={reasons} />}
            </li>
          ))}
        </ul>
      </Details>
    </>
  );
};
