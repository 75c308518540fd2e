/** What the runs write by themselves: it stands in the ledger, the register of mails and the statements, not in anybody's history. */
const writtenByRuns = ['reminder', 'mail', 'content', 'night', 'exception', 'event', 'chain'];

// The nightly run moves a deadline on, and a bounced mail marks a contact and raises its version.
const rewrittenByRuns: Readonly<Record<string, readonly string[]>> = {
  deadline: ['settledThrough', 'nextActionOn', 'plans'],
  contact: ['delivery', 'version'],
};

/** Is this kind of record written by people's moves alone, so that each must be as the history left it? */
export const isAudited = (record: string): boolean => !writtenByRuns.includes(record);

/** The part of a record that only a person's move may change. */
export const auditedPart = (record: string, content: object): object =>
  Object.fromEntries(Object.entries(content).filter(([field]) => !rewrittenByRuns[record]?.includes(field)));
