import type { Case } from './case.ts';

/** Where learning comes from. A force keeps all of it in one list. */
export const sources = {
  iopc: 'IOPC',
  hmicfrs: 'HMICFRS',
  coroner: 'Coroner (prevention of future deaths)',
  'domestic-homicide-review': 'Domestic homicide review',
  'internal-audit': 'Internal audit',
  other: 'Other',
} as const;

export type Source = keyof typeof sources;

/** What the recommendation was made under: this decides which clock runs, if any. */
export const legalBases = {
  'paragraph-28A': 'Paragraph 28A recommendation',
  'section-10-advice': 'Section 10(1)(e) advice',
  'quick-time-learning': 'Quick time learning',
  'section-55-report': 'Police Act 1996 section 55 report',
  'regulation-28-report': 'Coroner’s regulation 28 report',
  none: 'No legal basis',
} as const;

export type LegalBasis = keyof typeof legalBases;

/** One row: learning from `source` on `legalBasis` must be answered in `days`, counted beginning with the day it was made. */
export type Clock = {
  source: Source;
  legalBasis: LegalBasis;
  days: number;
  counted: 'beginning-with' | 'after';
  law: string;
};

/**
 * The clocks the law sets. Only a paragraph 28A recommendation starts the IOPC's 56 days: section 10(1)(e) advice and
 * quick time learning do not (Police Reform Act 2002, Schedule 3, paragraph 28B(2)). Adding a clock is adding a row.
 *
 * @example made 29 September 2020 under paragraph 28A → last day 23 November 2020
 */
export const clocks: readonly Clock[] = [
  {
    source: 'iopc',
    legalBasis: 'paragraph-28A',
    days: 56,
    counted: 'beginning-with',
    law: 'Police Reform Act 2002, Schedule 3, paragraph 28B(2)',
  },
  {
    source: 'hmicfrs',
    legalBasis: 'section-55-report',
    days: 56,
    counted: 'beginning-with',
    law: 'Police Act 1996, section 55: 56 days beginning with publication',
  },
  {
    source: 'coroner',
    legalBasis: 'regulation-28-report',
    days: 56,
    counted: 'after',
    law: 'Coroners (Investigations) Regulations 2013, regulation 29(4): 56 days of the date the report is sent',
  },
];

/** The clock that runs for a case, or undefined where no law sets one. */
export const clockFor = (learning: Pick<Case, 'source' | 'legalBasis'>): Clock | undefined =>
  clocks.find((clock) => clock.source === learning.source && clock.legalBasis === learning.legalBasis);
