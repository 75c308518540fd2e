import { describe, expect, test } from 'vitest';
import { clockFor, clocks, legalBases, type Source, sources } from '../../../shared/domain/clocks.ts';

describe('the clock of a case', () => {
  test.each([
    ['iopc', 'paragraph-28A', 56, 'beginning-with'],
    ['hmicfrs', 'section-55-report', 56, 'beginning-with'],
    ['coroner', 'regulation-28-report', 56, 'after'],
  ] as const)('%s, %s: %i days, %s the day made', (source, legalBasis, days, counted) => {
    expect(clockFor({ source, legalBasis })).toMatchObject({ days, counted });
  });

  test.each(['section-10-advice', 'quick-time-learning', 'none'] as const)(
    'the IOPC’s %s starts none',
    (legalBasis) => {
      expect(clockFor({ source: 'iopc', legalBasis })).toBeUndefined();
    },
  );

  test('a basis in law starts the clock of its own source only', () => {
    for (const source of Object.keys(sources) as Source[])
      expect(clockFor({ source, legalBasis: 'paragraph-28A' }) !== undefined).toBe(source === 'iopc');
    expect(clockFor({ source: 'iopc', legalBasis: 'section-55-report' })).toBeUndefined();
  });

  test('every clock names its law, and no two are for the same learning', () => {
    for (const { law } of clocks) expect(law).toMatch(/\d{4}/);
    const keys = clocks.map(({ source, legalBasis }) => `${source} ${legalBasis}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(clocks.every(({ legalBasis }) => legalBasis in legalBases)).toBe(true);
  });
});
