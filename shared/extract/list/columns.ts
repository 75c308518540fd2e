/**
 * The columns of our own list, in order: one recommendation on each line, with its case. Several topics or bodies stand one on each line of their
 * cell. `promises` is JSON, because a promise has parts.
 */
export const columns = [
  'reference',
  'forceReference',
  'title',
  'summary',
  'topics',
  'source',
  'legalBasis',
  'body',
  'linkedBodies',
  'madeOn',
  'publishedDueOn',
  'link',
  'number',
  'text',
  'addressee',
  'owner',
  'board',
  'priority',
  'theme',
  'acceptance',
  'respondedOn',
  'response',
  'reasons',
  'representations',
  'promises',
  'closedOn',
  'closedBy',
  'closedNote',
  'withdrawnOn',
  'withdrawnBy',
  'withdrawnWhy',
] as const;

export type Column = (typeof columns)[number];

/** The cells of one line by the names of our own columns; what the line does not have is empty. */
export type Cells = Partial<Record<Column, string>>;

/** Without these no line can be taken in. */
export const neededColumns = [
  'reference',
  'title',
  'source',
  'legalBasis',
  'body',
  'madeOn',
  'text',
] as const;
