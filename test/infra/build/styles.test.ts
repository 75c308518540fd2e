import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keepRules } from '../../../infra/build/css-rules.ts';
import { composeStyles } from '../../../infra/build/styles.ts';

const css = await composeStyles();

/** Classes that only name a part; govuk-frontend itself gives them no rules. */
const WITHOUT_RULES = [
  'govuk-file-upload--error',
  'govuk-service-navigation__text',
  'govuk-summary-card__action',
  'govuk-template__footer',
  'govuk-template__header',
];

/** Not a class: an id, and the name of the package in a comment. */
const NOT_CLASSES = ['govuk-notification-banner-title', 'govuk-frontend'];

describe('the stylesheet', () => {
  it('has rules for every class that the pages and parts use', () => {
    const source = globSync('functions/web/**/*.tsx').map((path) => readFileSync(path, 'utf8'));
    const used = source.join('\n').matchAll(/(?<![\w-])((?:govuk|tracker)-[a-z0-9_-]*[a-z0-9])(?=[\s'"`])/g);
    const missing = [...new Set([...used].map(([, name]) => name!))].filter(
      (name) => !css.includes(`.${name}`),
    );
    expect(missing.filter((name) => ![...WITHOUT_RULES, ...NOT_CLASSES].includes(name))).toEqual([]);
  });

  it('holds nothing that only GOV.UK may show', () => {
    expect(css).not.toMatch(/GDS Transport|@font-face|crown\b.*\{|crest/);
  });

  it('fetches nothing', () => {
    expect(css).not.toMatch(/url\(|@import/);
  });

  it('stays small enough to send with the first page', () => {
    expect(css.length).toBeLessThan(96_000);
  });
});

describe('colours that carry words stand out by at least 4.5 to 1 (WCAG 2.2, 1.4.3)', () => {
  it.each([
    ['header', '#ffffff', '--govuk-brand-colour'],
    ['links', '--govuk-link-colour', '#ffffff'],
    ['links on a tinted ground', '--govuk-link-colour', '--govuk-surface-background-colour'],
    ['quiet words on a tinted ground', '--govuk-secondary-text-colour', '--govuk-surface-background-colour'],
    ['primary button', '#ffffff', '#0a6770'],
    ['strip', '#0b0c0c', '--tracker-strip-colour'],
  ])('%s', (_, front, back) => {
    expect(css).toContain('#0a6770');
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(4.5);
  });
});

describe('picking rules', () => {
  const keeps = (name: string) => name === 'kept' || name === 'kept--big';

  it.each([
    ['a rule about a kept class stays, one about another goes', '.kept{a:b}.gone{a:b}', '.kept{a:b}'],
    ['of several selectors the kept ones stay', '.gone,.kept a,.kept .gone{a:b}', '.kept a{a:b}'],
    ['a rule about no class stays', ':root{--a:b}', ':root{--a:b}'],
    [
      'a media block stays while it has a rule',
      '@media print{.gone{a:b}.kept{a:b}}',
      '@media print{.kept{a:b}}',
    ],
    ['a media block with no rule left goes', '@media print{.gone{a:b}}', ''],
    [
      'a block for every browser but old Edge stays',
      '@supports not (-ms-ime-align:auto){.kept{a:b}}',
      '@supports not (-ms-ime-align:auto){.kept{a:b}}',
    ],
    ['a block for Internet Explorer goes', '@media screen\\0 {.kept{a:b}}', ''],
    ['a font goes', '@font-face{src:url(x)}.kept{a:b}', '.kept{a:b}'],
    ['what a rule is not about does not count', '.kept:not(:has(.gone)){a:b}', '.kept:not(:has(.gone)){a:b}'],
    ['a comma inside brackets does not split', '.kept:is(a,b){a:b}', '.kept:is(a,b){a:b}'],
    ['an escaped sign belongs to the name', '.kept--big\\!x{a:b}.kept--big{a:b}', '.kept--big{a:b}'],
  ])('%s', (_, given, expected) => {
    expect(keepRules(given, keeps)).toBe(expected);
  });

  it('a block that never closes is a fault', () => {
    expect(() => keepRules('.kept{a:b', keeps)).toThrow('never closes');
  });
});

/** The last value given to a custom property is the one that counts. */
function colour(nameOrValue: string): string {
  if (nameOrValue.startsWith('#')) return nameOrValue;
  const value = [...css.matchAll(new RegExp(`${nameOrValue}:\\s*(#[0-9a-f]{3,6})`, 'g'))].at(-1)![1]!;
  return value.length === 4 ? value.replace(/[0-9a-f]/g, '$&$&') : value;
}

function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
