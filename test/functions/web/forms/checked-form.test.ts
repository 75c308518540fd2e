import { describe, expect, it } from 'vitest';
import { checkForm } from '../../../../functions/web/forms/checked-form.ts';
import { asDay } from '../../../../shared/domain/day.ts';
import { updateInput } from '../../../../shared/domain/update.ts';

const receivedOn = { day: asDay('2021-02-19') };

describe('checking a form', () => {
  it('gives the record its schema makes', () => {
    const checked = checkForm(updateInput, { receivedOn: '2021-02-19', text: ' Done ' }, { receivedOn });
    expect(checked.value).toEqual({ receivedOn: '2021-02-19', text: 'Done' });
  });

  it('says of a date what is wrong with it as typed, and nothing else', () => {
    const wrong = { day: undefined, error: { message: 'The date must include a year' } };
    const checked = checkForm(updateInput, { receivedOn: undefined, text: 'Done' }, { receivedOn: wrong });
    expect(checked.errors).toEqual({ receivedOn: { message: 'The date must include a year' } });
  });

  it('refuses a wrong date even where the record could do without it', () => {
    const wrong = { day: undefined, error: { message: 'The other date must include a year' } };
    const checked = checkForm(updateInput, { receivedOn: '2021-02-19', text: 'Done' }, { otherOn: wrong });
    expect(checked.errors).toEqual({ otherOn: { message: 'The other date must include a year' } });
  });

  it('keeps the first error of each field', () => {
    const checked = checkForm(
      updateInput,
      { receivedOn: '2021-02-19', text: `\u0007${'x'.repeat(20_001)}` },
      {},
    );
    expect(Object.keys(checked.errors!)).toEqual(['text']);
    expect(checked.errors!.text!.message).toContain('cannot be shown');
  });
});
