import type { Context } from 'hono';
import type { Board } from '../../../shared/domain/board.ts';
import { windowOf } from '../../../shared/domain/commitment.ts';
import type { Contact } from '../../../shared/domain/contact.ts';
import { inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { acceptances } from '../../../shared/domain/recommendation.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import type { ResponseInput } from '../../../shared/domain/response.ts';
import { SummaryCard } from '../components/summary-card.tsx';
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx';
import { type PastedCase, type PastedRecommendation, pasteNames } from '../forms/paste-form.ts';
import type { PostedForm } from '../forms/posted-form.ts';
import { boardNamed } from '../forms/promise-slots.ts';
import type { PastedAccount, PastedLine } from '../moves/record-pasted.ts';
import { caseRows } from './case-facts.tsx';
import { asSentence } from './deadline-words.ts';
import { LongText } from './long-text.tsx';
import { recommendationHref } from './names.ts';
import { showNotice } from './notice-page.tsx';
import { SaveOrChange } from './save-or-change.tsx';
import { type Site, show } from './site.tsx';

/** Those from whom the form chooses. */
type Known = { contacts: readonly Contact[]; boards: readonly Board[] };
type Confirmed = Known & { form: PostedForm; value: PastedCase; address: string };

/** All that would be recorded from a page, to be confirmed. */
export const showPastedCheck = (c: Context, site: Site, { form, value, address, ...known }: Confirmed) =>
  show(c, site, {
    title: 'Check before saving',
    current: '/cases',
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">Check before saving</h1>
          <SummaryList rows={rowsOfCase(value)} />
          {value.recommendations.map((each) => (
            <SummaryCard title={`Recommendation ${each.place}`} headingLevel={2}>
              <SummaryList rows={rowsOf(each, known)} />
            </SummaryCard>
          ))}
          <SaveOrChange site={site} action={address} names={pasteNames(form)} form={form} />
        </div>
      </div>
    ),
  });

const rowsOfCase = ({ learningCase, recommendations }: PastedCase): SummaryRow[] => [
  { key: 'Title', value: learningCase.title },
  ...caseRows({ ...learningCase, id: '', version: 1 }),
  {
    key: 'Copy of the page',
    value: `${(learningCase.keptPage ?? '').length.toLocaleString('en-GB')} characters are kept with the case`,
  },
  { key: 'Recommendations', value: String(recommendations.length) },
];

const rowsOf = (
  { recommendation, response }: PastedRecommendation,
  { contacts, boards }: Known,
): SummaryRow[] => [
  { key: 'Recommended', value: <LongText text={recommendation.text} /> },
  ...(recommendation.addressee ? [{ key: 'Addressed to', value: recommendation.addressee }] : []),
  { key: 'Owner', value: contacts.find(({ id }) => id === recommendation.ownerId)?.name ?? 'Nobody yet' },
  { key: 'Board', value: boards.find(({ id }) => id === recommendation.boardId)?.name ?? 'None' },
  ...(response
    ? rowsOfResponse(response, boards)
    : [{ key: 'Response', value: 'Not recorded yet: it has no date' }]),
];

function rowsOfResponse(
  { respondedOn, acceptance, text, reasons, commitments }: ResponseInput,
  boards: readonly Board[],
): SummaryRow[] {
  return [
    { key: 'Date of the response', value: inWordsWithWeekday(respondedOn) },
    { key: 'Answer', value: acceptances[acceptance] },
    ...(reasons ? [{ key: 'Reasons', value: <LongText text={reasons} /> }] : []),
    { key: 'Response', value: <LongText text={text} /> },
    ...(commitments.length === 0 && acceptance !== 'not-accepted'
      ? [{ key: 'Promise', value: 'None with a date, so the owner will be asked for one' }]
      : []),
    ...commitments.flatMap(({ quote, promise }): SummaryRow[] => {
      const window = windowOf(promise, respondedOn, { board: boardNamed(promise, boards) });
      if (isRefusal(window)) return [];
      return [{ key: 'Promise', value: `“${quote}”. ${asSentence(window.working)}` }];
    }),
  ];
}

/** What was recorded where not all could be, with where to go on. */
export const showPastedAccount = (c: Context, site: Site, { caseId, lines }: PastedAccount) =>
  showNotice(c, site, 409, {
    title: 'Part of this was recorded',
    children: (
      <>
        <p class="govuk-body">
          The{' '}
          <a class="govuk-link" href={`/cases/${caseId}`}>
            case
          </a>{' '}
          was recorded with the copy of its page. Record what is missing on its own page.
        </p>
        <ul class="govuk-list govuk-list--bullet">
          {lines.map((line) => (
            <li>
              <OneLine line={line} caseId={caseId} />
            </li>
          ))}
        </ul>
      </>
    ),
  });

const OneLine = ({ line, caseId }: { line: PastedLine; caseId: string }) => {
  const { place, number, recorded, refused } = line;
  return (
    <>
      {number ? (
        <a class="govuk-link" href={recommendationHref({ caseId, number })}>{`Recommendation ${place}`}</a>
      ) : (
        `Recommendation ${place}`
      )}
      {recorded.length > 0 ? `: recorded ${recorded.join(' and ')}. ` : ': not recorded. '}
      {refused}
    </>
  );
};
