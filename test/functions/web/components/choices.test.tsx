import { expect, it } from 'vitest';
import { Radios } from '../../../../functions/web/components/radios.tsx';

it('checks no radio button when no answer was given', () => {
  const items = [
    { value: 'accepted', text: 'Accepted' },
    { value: 'not-accepted', text: 'Not accepted' },
  ];
  expect(String(<Radios name="acceptance" legend="Answer" items={items} />)).not.toContain('checked');
});
