import type { Commitment } from './commitment.ts';
import type { Deadline } from './deadline.ts';
import type { Evidence } from './evidence.ts';
import type { Link } from './link.ts';
import type { Proposal } from './proposal.ts';
import type { Recommendation } from './recommendation.ts';
import type { Report } from './report.ts';
import type { Response } from './response.ts';
import type { Revision } from './revision.ts';
import type { Update } from './update.ts';

/** The records of one recommendation that people's moves make and change. */
export type Kept = {
  recommendation: Recommendation;
  response: Response | undefined;
  commitments: Commitment[];
  updates: Update[];
  deadlines: Deadline[];
  /** In the order it was added: an id sorts by the moment it was made. */
  evidence: Evidence[];
  revisions: Revision[];
  proposals: Proposal[];
  reports: Report[];
  links: Link[];
};
