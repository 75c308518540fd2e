import { EvidenceList } from '../pages/evidence-list.tsx';
import { itemHref, type MyItem } from './my-item.ts';

/** The evidence there is. A file is opened by those who act on it; who only reads it sees its name. */
export const EvidenceGiven = ({ item: { entry } }: { item: MyItem }) =>
  entry.evidence.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Evidence</h2>
      <EvidenceList evidence={entry.evidence} hrefOf={itemHref} />
    </>
  );
