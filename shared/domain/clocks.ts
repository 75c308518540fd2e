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

/**
 * One row: what the law asks of learning from `source` made on `legalBasis`.
 *
 * - `days`: the period for the response; null where no law sets one, and then `law` says so in plain words.
 * - `counted`: 'beginning-with' makes the day it was made day 1; 'after' does not count that day.
 * - `extension`: who may lengthen the period, and whether an application that comes after its end still can.
 * - `pause`: the law by which judicial review proceedings lengthen the period.
 * - `publication`: the days, beginning with receipt, in which whoever made it publishes the response.
 */
export type Clock = {
  source: Source;
  legalBasis: LegalBasis;
  days: number | null;
  counted: 'beginning-with' | 'after';
  law: string;
  extension?: { by: string; afterItsEnd: boolean; law: string };
  pause?: { law: string };
  publication?: { by: string; days: number; law: string };
};

const noPeriod = 'No period is set in law';

const untimed = (source: Source, legalBasis: LegalBasis = 'none', law = noPeriod): Clock => ({
  source,
  legalBasis,
  days: null,
  counted: 'beginning-with',
  law,
});

/**
 * The clocks, one row for each source and legal basis. Only a paragraph 28A recommendation starts the IOPC's 56 days: section
 * 10(1)(e) advice and quick time learning do not (Police Reform Act 2002, Schedule 3, paragraph 28B(2)). Adding one is adding a row.
 *
 * Section 55(5A) of the Police Act 1996 binds the local policing body, whose comments on a report, with those of the chief officer, must be
 * published in that time and answer each recommendation (section 55(5B)); for a force it is the last day on which its comments help.
 * A coroner may extend the 56 days also where the application comes after they have ended (regulation 29(5)).
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
    extension: {
      by: 'the IOPC',
      afterItsEnd: false,
      law: 'Police Reform Act 2002, Schedule 3, paragraph 28B(3)',
    },
    pause: { law: 'Police Reform Act 2002, Schedule 3, paragraph 28B(4)' },
    publication: {
      by: 'the IOPC',
      days: 21,
      law: 'Police Reform Act 2002, Schedule 3, paragraph 28B(5)',
    },
  },
  untimed(
    'iopc',
    'section-10-advice',
    'Police Reform Act 2002, section 10(1)(e): no period is set in law for an answer to advice',
  ),
  untimed('iopc', 'quick-time-learning', 'No period is set in law for an answer to quick time learning'),
  untimed('iopc'),
  {
    source: 'hmicfrs',
    legalBasis: 'section-55-report',
    days: 56,
    counted: 'beginning-with',
    law: 'Police Act 1996, section 55(5A): comments are published within 56 days beginning with the day the report is published',
  },
  untimed('hmicfrs'),
  {
    source: 'coroner',
    legalBasis: 'regulation-28-report',
    days: 56,
    counted: 'after',
    law: 'Coroners (Investigations) Regulations 2013, regulation 29(4): 56 days of the date the report is sent',
    extension: {
      by: 'the coroner',
      afterItsEnd: true,
      law: 'Coroners (Investigations) Regulations 2013, regulation 29(5)',
    },
  },
  untimed('coroner'),
  untimed(
    'domestic-homicide-review',
    'none',
    'Domestic Violence, Crime and Victims Act 2004, section 9: no period is set in law for the actions of a review',
  ),
  untimed('internal-audit'),
  untimed('other'),
];

/** The clock of a case. Learning that no row is about has no period in law. */
export const clockFor = ({ source, legalBasis }: Pick<Case, 'source' | 'legalBasis'>): Clock =>
  clocks.find((clock) => clock.source === source && clock.legalBasis === legalBasis) ??
  untimed(source, legalBasis);
