import { describe, expect, test } from 'vitest';
import {
  clockFor,
  clocks,
  type LegalBasis,
  legalBases,
  type Source,
  sources,
} from '../../../shared/domain/clocks.ts';

describe('the clock of a case', () => {
  test.each([
    ['iopc', 'paragraph-28A', 56, 'beginning-with'],
    ['hmicfrs', 'section-55-report', 56, 'beginning-with'],
    ['coroner', 'regulation-28-report', 56, 'after'],
  ] as const)('%s, %s: %i days, %s the day made', (source, legalBasis, days, counted) => {
    expect(clockFor({ source, legalBasis })).toMatchObject({ days, counted });
  });

  test.each([
    ['iopc', 'section-10-advice', 'section 10(1)(e)'],
    ['iopc', 'quick-time-learning', 'quick time learning'],
    ['iopc', 'none', 'No period is set in law'],
    ['domestic-homicide-review', 'none', 'Domestic Violence, Crime and Victims Act 2004, section 9'],
    ['internal-audit', 'none', 'No period is set in law'],
    ['other', 'none', 'No period is set in law'],
  ] as const)('%s, %s has no period, and says so in words: %s', (source, legalBasis, law) => {
    const clock = clockFor({ source, legalBasis });
    expect(clock.days).toBeNull();
    expect(clock.law).toContain(law);
    expect(clock.law).toMatch(/no period is set in law/i);
  });

  test('a basis in law starts the clock of its own source only', () => {
    const timed = (Object.keys(sources) as Source[]).flatMap((source) =>
      (Object.keys(legalBases) as LegalBasis[])
        .filter((legalBasis) => clockFor({ source, legalBasis }).days !== null)
        .map((legalBasis) => `${source} ${legalBasis}`),
    );
    expect(timed).toEqual([
      'iopc paragraph-28A',
      'hmicfrs section-55-report',
      'coroner regulation-28-report',
    ]);
    expect(clockFor({ source: 'iopc', legalBasis: 'section-55-report' }).law).toBe('No period is set in law');
  });

  test('only paragraph 28B has a pause and a publication; a coroner extends also after the end', () => {
    const names = (having: (clock: (typeof clocks)[number]) => unknown) =>
      clocks.filter(having).map(({ legalBasis }) => legalBasis);
    expect(names(({ pause }) => pause)).toEqual(['paragraph-28A']);
    expect(names(({ publication }) => publication)).toEqual(['paragraph-28A']);
    expect(names(({ extension }) => extension?.afterItsEnd === false)).toEqual(['paragraph-28A']);
    expect(names(({ extension }) => extension?.afterItsEnd)).toEqual(['regulation-28-report']);
  });

  test('every source has a row, every period names its law, and no two rows are for the same learning', () => {
    for (const { law, days } of clocks) if (days !== null) expect(law).toMatch(/\d{4}/);
    const keys = clocks.map(({ source, legalBasis }) => `${source} ${legalBasis}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(clocks.map(({ source }) => source))).toEqual(new Set(Object.keys(sources)));
  });
});
