/**
 * What stands in nobody's history: what the runs write by themselves (it stands in the ledger, the register of mails and the statements),
 * a list on its way in (what comes of it is told in the histories of what it becomes), by which reference a case or by which address a
 * person is found, who is signed in, and the rows of the list, which are made from what is told.
 */
const inNoHistory = [
  'reference',
  'reminder',
  'mail',
  'content',
  'night',
  'comparison',
  'exception',
  'event',
  'chain',
  'list',
  'list-part',
  'case-row',
  'recommendation-row',
  'rows-edition',
  'tally',
  'staff-email',
  'staff-subject',
  'session',
  'sign-in',
];

// The nightly run moves a deadline on, and a bounced mail marks a contact.
const rewrittenByRuns: Readonly<Record<string, readonly string[]>> = {
  deadline: ['settledThrough', 'nextActionOn', 'stagesEdition', 'plans'],
  contact: ['delivery'],
};

/** Is this kind of record written by people's moves alone, so that each must be as the history left it? */
export const isAudited = (record: string): boolean => !inNoHistory.includes(record);

/**
 * The part of a record that only a person's move may change. Its version is not in it: that is also raised to keep a record as it is
 * while another is written, and tells nothing.
 */
export const auditedPart = (record: string, content: object): object =>
  Object.fromEntries(
    Object.entries(content).filter(
      ([field]) => field !== 'version' && !rewrittenByRuns[record]?.includes(field),
    ),
  );
