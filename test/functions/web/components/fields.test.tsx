import { expect, it } from 'vitest';
import { DateInput } from '../../../../functions/web/components/date-input.tsx';
import { Textarea } from '../../../../functions/web/components/textarea.tsx';

it('a text area keeps an empty first line, which browsers would drop', () => {
  expect(String(<Textarea name="words" label="Words" value={'\nWithin 3 months'} />)).toContain(
    '>\n\nWithin',
  );
  expect(String(<Textarea name="words" label="Words" value="Within 3 months" />)).toContain('>Within');
});

it('a date gives back a wrong date just as it was typed', () => {
  const typed = { day: '31', month: 'Feb ', year: "'21" };
  const html = String(<DateInput name="made-on" legend="Made on" values={typed} error="Enter a real date" />);
  expect(html).toContain('value="31"');
  expect(html).toContain('value="Feb "');
  expect(html).toContain('value="&#39;21"');
});
