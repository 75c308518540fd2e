import { raw } from 'hono/html';
import { describe, expect, it } from 'vitest';
import { Details } from '../../../../functions/web/components/details.tsx';
import { ErrorMessage } from '../../../../functions/web/components/error-message.tsx';
import { ErrorSummary } from '../../../../functions/web/components/error-summary.tsx';
import { InsetText } from '../../../../functions/web/components/inset-text.tsx';
import { NotificationBanner } from '../../../../functions/web/components/notification-banner.tsx';
import { Panel } from '../../../../functions/web/components/panel.tsx';
import { Quote } from '../../../../functions/web/components/quote.tsx';
import { StandingTag } from '../../../../functions/web/components/standing-tag.tsx';
import { Strip } from '../../../../functions/web/components/strip.tsx';
import { Tag, type TagColour } from '../../../../functions/web/components/tag.tsx';
import { WarningText } from '../../../../functions/web/components/warning-text.tsx';
import { type Standing, standings } from '../../../../shared/domain/standing.ts';
import { readHtml, textOf } from '../../../support/html-tree.ts';
import { example, expectSame, type Options } from './conformance.ts';

describe('an error summary has the structure of govuk-frontend', () => {
  it.each(['default', 'without links', 'mixed with and without links', 'with everything'])('%s', (name) => {
    const { options, html } = example('error-summary', name);
    const errors = options.errorList.map(({ text, href }: Options) => ({ message: text, href }));
    expectSame(<ErrorSummary description={options.descriptionText} errors={errors} />, html);
  });

  it('is not there when nothing is wrong', () => {
    expect(String(<ErrorSummary errors={[]} />)).toBe('');
  });
});

describe('single parts have the structure of govuk-frontend', () => {
  it('error message', () => {
    const { options, html } = example('error-message', 'id');
    expectSame(<ErrorMessage id={options.id}>{options.text}</ErrorMessage>, html);
  });

  it.each(['default', 'grey', 'turquoise', 'green', 'purple', 'pink', 'red', 'orange', 'yellow'])(
    'tag: %s',
    (name) => {
      const { options, html } = example('tag', name);
      const colour = /--(\w+)/.exec(options.classes ?? '')?.[1] as TagColour | undefined;
      expectSame(<Tag colour={colour}>{options.text}</Tag>, html);
    },
  );

  it.each(['default', 'expanded', 'id'])('details: %s', (name) => {
    const { options, html } = example('details', name);
    const { id, open, summaryText, text } = options;
    expectSame(
      <Details id={id} open={open} summary={summaryText}>
        {text}
      </Details>,
      html,
    );
  });

  it.each(['default', 'id'])('inset text: %s', (name) => {
    const { options, html } = example('inset-text', name);
    expectSame(<InsetText id={options.id}>{options.text}</InsetText>, html);
  });

  it.each(['default', 'with type as success', 'custom title', 'custom title id'])(
    'notification: %s',
    (name) => {
      const { options, html } = example('notification-banner', name);
      const { type, titleText, titleId, text } = options;
      expectSame(<NotificationBanner type={type} title={titleText} titleId={titleId} heading={text} />, html);
    },
  );

  it('warning', () => {
    const { options, html } = example('warning-text', 'default');
    expectSame(<WarningText>{options.text}</WarningText>, html);
  });

  it.each(['default', 'title with no body text', 'custom heading level'])('panel: %s', (name) => {
    const { options, html } = example('panel', name);
    const ours = (
      <Panel title={options.titleText ?? raw(options.titleHtml)} headingLevel={options.headingLevel}>
        {options.html ? raw(options.html) : options.text}
      </Panel>
    );
    expectSame(ours, html);
  });
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
