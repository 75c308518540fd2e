import { describe, expect, it } from 'vitest';
import { SummaryList } from '../../../../functions/web/components/summary-list.tsx';
import { caseRows } from '../../../../functions/web/pages/case-facts.tsx';
import { sampleCase } from '../../../support/sample-records.ts';

const shown = (link: string) => String(<SummaryList rows={caseRows(sampleCase('2019/127918', { link }))} />);

describe('the address of a case’s page', () => {
  it.each(['https://www.policeconduct.gov.uk/case', 'http://example.org/'])('%s is a link', (link) => {
    expect(shown(link)).toContain(`href="${link}"`);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'www.policeconduct.gov.uk'])(
    '%s is words alone',
    (link) => {
      expect(shown(link)).toContain(link);
      expect(shown(link)).not.toContain('href');
    },
  );
});

describe('what a case was made under', () => {
  it('names the law that sets the date for its response, or says that none does', () => {
    const words = (legalBasis: 'paragraph-28A' | 'section-10-advice') =>
      String(<SummaryList rows={caseRows(sampleCase('2019/127918', { legalBasis }))} />);
    expect(words('paragraph-28A')).toContain('Police Reform Act 2002, Schedule 3, paragraph 28B(2)');
    expect(words('section-10-advice')).toContain('no period is set in law for an answer to advice');
  });
});
