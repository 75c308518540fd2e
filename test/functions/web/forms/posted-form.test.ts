import { describe, expect, it } from 'vitest';
import { formOf, linesOf } from '../../../../functions/web/forms/posted-form.ts';

describe('a posted form', () => {
  it('gives each field exactly as typed, and an empty box for what was not posted', () => {
    const form = formOf({ title: '  Searches\r\n' });
    expect(form.get('title')).toBe('  Searches\r\n');
    expect(form.get('body')).toBe('');
  });

  it('has no fields but those posted, whatever they are called', () => {
    expect(formOf({}).get('constructor')).toBe('');
    expect(formOf({}).get('__proto__')).toBe('');
  });

  it('takes a file or a list for an empty box', () => {
    expect(formOf({ title: new File(['x'], 'x.txt') }).get('title')).toBe('');
    expect(formOf({ title: ['a', 'b'] }).get('title')).toBe('');
  });
});

describe('a box with one thing on each line', () => {
  it('is a list; empty lines and spaces around do not count', () => {
    expect(linesOf('Domestic abuse\r\n\r\n  Training \nCustody\r')).toEqual([
      'Domestic abuse',
      'Training',
      'Custody',
    ]);
    expect(linesOf(' \n ')).toEqual([]);
  });
});
