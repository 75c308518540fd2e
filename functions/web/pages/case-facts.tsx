import type { Case } from '../../../shared/domain/case.ts';
import { clockFor, legalBases, sources } from '../../../shared/domain/clocks.ts';
import { inWordsWithWeekday } from '../../../shared/domain/day.ts';
import type { SummaryRow } from '../components/summary-list.tsx';
import { LongText } from './long-text.tsx';

/** What is known of a case, as rows; what was not given has none. */
export function caseRows(of: Case): SummaryRow[] {
  return [
    { key: 'Reference', value: of.reference },
    ...given('The force’s own reference', of.forceReference),
    { key: 'Source', value: sources[of.source] },
    { key: 'Made under', value: legalBases[of.legalBasis] },
    { key: 'Law on the response', value: clockFor(of).law },
    { key: 'Addressed to', value: of.body },
    ...given('Linked bodies', of.linkedBodies.join(', ')),
    { key: 'Recommendations made', value: inWordsWithWeekday(of.madeOn) },
    ...given('Response due, as published', of.publishedDueOn && inWordsWithWeekday(of.publishedDueOn)),
    ...given('Topics', of.topics.join(', ')),
    ...(of.link ? [{ key: 'Page', value: <OutsideLink href={of.link} /> }] : []),
    ...(of.summary ? [{ key: 'Summary', value: <LongText text={of.summary} /> }] : []),
  ];
}

const given = (key: string, value: string | undefined): SummaryRow[] => (value ? [{ key, value }] : []);

/** An address from the record becomes a link only when a browser may safely be sent there. */
const OutsideLink = ({ href }: { href: string }) =>
  URL.canParse(href) && /^https?:$/.test(new URL(href).protocol) ? (
    <a class="govuk-link" href={href} rel="noreferrer">
      {href}
    </a>
  ) : (
    <span>{href}</span>
  );
