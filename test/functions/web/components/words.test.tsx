import { describe, expect, it } from 'vitest';
import { ErrorSummary } from '../../../../functions/web/components/error-summary.tsx';
import { InsetText } from '../../../../functions/web/components/inset-text.tsx';
import { Quote } from '../../../../functions/web/components/quote.tsx';
import { StandingTag } from '../../../../functions/web/components/standing-tag.tsx';
import { Strip } from '../../../../functions/web/components/strip.tsx';
import { Tag } from '../../../../functions/web/components/tag.tsx';
import { type Standing, standings } from '../../../../shared/domain/standing.ts';
import { readHtml, textOf } from '../../../support/html-tree.ts';

it('an error summary is not there when nothing is wrong', () => {
  expect(String(<ErrorSummary errors={[]} />)).toBe('');
});

describe('our own parts', () => {
  it.each(Object.keys(standings) as Standing[])(
    'the tag of the standing "%s" says it in words',
    (standing) => {
      expect(textOf(readHtml(String(<StandingTag standing={standing} />)))).toBe(standings[standing]);
    },
  );

  it('a quote keeps the words and says whose they are', () => {
    const html = String(
      <Quote source="Northshire Police, 20 November 2020">{'Within 3 months.\n<b>Signed</b>'}</Quote>,
    );
    expect(html).toContain('Within 3 months.\n&lt;b&gt;Signed&lt;/b&gt;</blockquote>');
    expect(html).toContain('<figcaption class="tracker-quote__source">Northshire Police, 20 November 2020');
  });

  it('the strip is a named region of the page', () => {
    const html = String(<Strip label="Practice" text="The date here is 24 November 2020." />);
    expect(html).toMatch(/^<section[^>]* aria-label="Practice"/);
  });

  it('what people type never becomes markup', () => {
    const typed = '"><script>alert(1)</script>';
    expect(String(<Tag>{typed}</Tag>)).not.toContain('<script');
    expect(String(<ErrorSummary errors={[{ message: typed, href: typed }]} />)).not.toContain('<script');
    expect(String(<InsetText id={typed}>{typed}</InsetText>)).not.toContain('<script');
  });
});
