import { describe, expect, it } from 'vitest';
import { Button } from '../../../../functions/web/components/button.tsx';
import { ButtonLink } from '../../../../functions/web/components/button-link.tsx';
import { DateInput } from '../../../../functions/web/components/date-input.tsx';
import { Fieldset } from '../../../../functions/web/components/fieldset.tsx';
import { FileUpload } from '../../../../functions/web/components/file-upload.tsx';
import { Input } from '../../../../functions/web/components/input.tsx';
import { Select } from '../../../../functions/web/components/select.tsx';
import { Textarea } from '../../../../functions/web/components/textarea.tsx';
import { example, expectSame, type Options, sizeOf } from './conformance.ts';

/** What the options of input, textarea and select have in common. */
const field = (options: Options) => ({
  id: options.id,
  name: options.name,
  label: options.label.text,
  labelSize: sizeOf(options.label),
  labelIsHeading: options.label.isPageHeading,
  hint: options.hint?.text,
  error: options.errorMessage?.text,
  describedBy: options.describedBy,
  value: options.value === undefined ? undefined : String(options.value),
  spellcheck: options.spellcheck,
});

describe('a box for a file has the structure of govuk-frontend', () => {
  it.each(['default', 'with hint text', 'with label as page heading'])('%s', (name) => {
    const { options, html } = example('file-upload', name);
    expectSame(<FileUpload {...field(options)} />, html);
  });
});

describe('a text field has the structure of govuk-frontend', () => {
  it.each([
    'default',
    'with hint text',
    'with error message',
    'with error and hint',
    'with error, hint and describedBy',
    'with width-2 class',
    'with width-30 class',
    'with label as page heading',
    'with prefix',
    'with suffix',
    'with prefix and suffix and error',
    'id',
    'value',
    'zero value',
    'inputmode',
    'with autocomplete attribute',
    'with spellcheck enabled',
    'with spellcheck disabled',
    'disabled',
  ])('%s', (name) => {
    const { options, html } = example('input', name);
    const width = /width-(\d+)/.exec(options.classes ?? '')?.[1];
    const ours = (
      <Input
        {...field(options)}
        width={width ? (Number(width) as 2) : undefined}
        prefix={options.prefix?.text}
        suffix={options.suffix?.text}
        inputmode={options.inputmode}
        autocomplete={options.autocomplete}
        disabled={options.disabled}
      />
    );
    expectSame(ours, html);
  });
});

describe('a text area has the structure of govuk-frontend', () => {
  it.each([
    'default',
    'with hint',
    'with error message',
    'with hint, error message and described by',
    'with default value',
    'with custom rows',
    'with label as page heading',
    'with spellcheck disabled',
  ])('%s', (name) => {
    const { options, html } = example('textarea', name);
    expectSame(<Textarea {...field(options)} rows={options.rows} />, html);
  });

  it('keeps an empty first line, which browsers would drop', () => {
    expect(String(<Textarea name="words" label="Words" value={'\nWithin 3 months'} />)).toContain(
      '>\n\nWithin',
    );
    expect(String(<Textarea name="words" label="Words" value="Within 3 months" />)).toContain('>Within');
  });
});

describe('a list to choose from has the structure of govuk-frontend', () => {
  it.each([
    'default',
    'with hint text and error message',
    'with label as page heading',
    'with selected value',
    'hint and describedBy',
    'error and describedBy',
  ])('%s', (name) => {
    const { options, html } = example('select', name);
    const items: Options[] = options.items.map((item: Options) => ({ ...item, value: String(item.value) }));
    const selected = items.find((item) => item.selected)?.value ?? field(options).value;
    expectSame(<Select {...field(options)} items={items} value={selected} />, html);
  });
});

describe('a date has the structure of govuk-frontend', () => {
  it.each([
    'default',
    'with values and name prefix',
    'with values',
    'with error message and hint',
    'with error on day input',
    'with error on month input',
    'with error on year input',
    'with hint and described by',
    'with error message and described by',
  ])('%s', (name) => {
    const { options, html } = example('date-input', name);
    const prefix = options.namePrefix ?? 'made-on';
    const typed = (part: string) => {
      const value = options[part]?.value ?? options.values?.[part] ?? options.values?.[`${prefix}-${part}`];
      return value === undefined ? undefined : String(value);
    };
    const parts = (['day', 'month', 'year'] as const).filter((part) => options[part]?.error);
    const ours = (
      <DateInput
        id={options.id}
        name={prefix}
        legend={options.fieldset.legend.text}
        hint={options.hint?.text}
        error={options.errorMessage?.text}
        errorParts={parts.length > 0 ? parts : undefined}
        describedBy={options.fieldset.describedBy}
        values={{ day: typed('day'), month: typed('month'), year: typed('year') }}
      />
    );
    expectSame(ours, html.replaceAll(/ name="(day|month|year)"/g, ` name="${prefix}-$1"`));
  });

  it('gives back a wrong date just as it was typed', () => {
    const typed = { day: '31', month: 'Feb ', year: "'21" };
    const html = String(
      <DateInput name="made-on" legend="Made on" values={typed} error="Enter a real date" />,
    );
    expect(html).toContain('value="31"');
    expect(html).toContain('value="Feb "');
    expect(html).toContain('value="&#39;21"');
  });
});

describe('a fieldset has the structure of govuk-frontend', () => {
  it.each(['default', 'styled as large text', 'as page heading l', 'with describedBy', 'role'])(
    '%s',
    (name) => {
      const { options, html } = example('fieldset', name);
      const { legend } = options;
      const ours = (
        <Fieldset
          legend={legend.text}
          legendSize={sizeOf(legend)}
          legendIsHeading={legend.isPageHeading}
          describedBy={options.describedBy}
          role={options.role}
        />
      );
      expectSame(ours, html);
    },
  );
});

describe('a button has the structure of govuk-frontend', () => {
  it.each(['default', 'disabled', 'secondary', 'secondary disabled', 'warning', 'name', 'value', 'id'])(
    '%s',
    (name) => {
      const { options, html } = example('button', name);
      const variant = /--(\w+)/.exec(options.classes ?? '')?.[1] as 'secondary' | undefined;
      expectSame(
        <Button {...options} variant={variant}>
          {options.text}
        </Button>,
        html,
      );
    },
  );

  it.each(['link', 'start link'])(
    '%s, but without the role that needs a script for the space bar',
    (name) => {
      const { options, html } = example('button', name);
      const ours = (
        <ButtonLink href={options.href} start={options.isStartButton}>
          {options.text}
        </ButtonLink>
      );
      expectSame(ours, html.replace(' role="button"', ''));
    },
  );
});
