import { raw } from 'hono/html';
import { describe, expect, it } from 'vitest';
import { Checkboxes } from '../../../../functions/web/components/checkboxes.tsx';
import { Radios } from '../../../../functions/web/components/radios.tsx';
import { example, expectSame, type Options, sizeOf } from './conformance.ts';

/** What the options of radios and check boxes have in common. */
const group = (options: Options) => ({
  id: options.idPrefix,
  name: options.name,
  legend: options.fieldset?.legend.text,
  legendSize: sizeOf(options.fieldset?.legend),
  legendIsHeading: options.fieldset?.legend.isPageHeading,
  hint: options.hint?.text,
  error: options.errorMessage?.text,
  describedBy: options.fieldset?.describedBy ?? options.describedBy,
  small: options.classes?.includes('--small'),
  items: options.items.map((item: Options) =>
    item.divider
      ? { divider: item.divider }
      : {
          value: String(item.value),
          text: item.text ?? raw(item.html),
          hint: item.hint?.text,
          disabled: item.disabled,
          conditional: item.conditional && raw(item.conditional.html),
        },
  ),
});

describe('radio buttons have the structure of govuk-frontend', () => {
  it.each([
    'default',
    'with hint',
    'inline',
    'small inline',
    'with legend as page heading',
    'with a divider',
    'with fieldset and error message',
    'with hint, error message and describedBy',
    'with hints on parent and items',
    'with very long option text',
    'with conditional items',
    'with conditional item checked',
  ])('%s', (name) => {
    const { options, html } = example('radios', name);
    const checked = options.items.find((item: Options) => item.checked)?.value;
    const inline = options.classes?.includes('--inline');
    expectSame(<Radios {...group(options)} value={options.value ?? checked} inline={inline} />, html);
  });

  it('checks none when no answer was given', () => {
    const items = [
      { value: 'accepted', text: 'Accepted' },
      { value: 'not-accepted', text: 'Not accepted' },
    ];
    expect(String(<Radios name="acceptance" legend="Answer" items={items} />)).not.toContain('checked');
  });
});

describe('check boxes have the structure of govuk-frontend', () => {
  it.each([
    'default',
    'with hint',
    'with pre-checked values',
    'with divider and None',
    'with legend as a page heading',
    'with conditional items',
    'small',
    'with idPrefix',
    'with error message and hint',
    'with error, hint and fieldset describedBy',
    "with single option set 'aria-describedby' on input, and describedBy",
    "with single option (and hint) set 'aria-describedby' on input, and describedBy",
  ])('%s', (name) => {
    const { options, html } = example('checkboxes', name);
    expectSame(<Checkboxes {...group(options)} values={options.values} />, html);
  });
});
