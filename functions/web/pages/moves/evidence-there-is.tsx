import { EvidenceList } from '../evidence-list.tsx';
import { recommendationHref } from '../names.ts';
import type { Asked } from './move-page.ts';

/** The evidence on a recommendation, where somebody decides by it; more can be added first. */
export const EvidenceThereIs = ({ asked: { entry } }: { asked: Asked }) => (
  <>
    <h2 class="govuk-heading-m">Evidence</h2>
    <EvidenceList evidence={entry.evidence} />
    <p class="govuk-body">
      {entry.evidence.length === 0 && 'Say below what shows that it is done, or '}
      <a class="govuk-link" href={`${recommendationHref(entry.recommendation)}/evidence/new`}>
        {entry.evidence.length === 0 ? 'add evidence first' : 'Add more evidence first'}
      </a>
      {entry.evidence.length === 0 && ': a text, a link or a file.'}
    </p>
  </>
);
