import { type Standing, standings } from '../../../shared/domain/standing.ts';
import { undatedInWords } from '../../../shared/domain/undated-words.ts';
import { Tag, type TagColour } from './tag.tsx';

/** Red is late, orange is soon, yellow wants somebody to act, blue runs by itself, grey is at rest; green is kept for what was done. */
const COLOURS: Record<Standing, TagColour | undefined> = {
  'response-overdue': 'red',
  lapsed: 'red',
  'response-due-soon': 'orange',
  'due-soon': 'orange',
  'window-open': 'yellow',
  'no-date': 'purple',
  'proposed-for-closure': 'teal',
  'awaiting-response': undefined,
  paused: 'grey',
  'promise-running': undefined,
  'not-accepted': 'grey',
  closed: 'green',
  withdrawn: 'grey',
};

/** Where something stands. With the duties of a recommendation, how many of its promises have no date where only some have none. */
export const StandingTag = ({ standing, duties = [] }: { standing: Standing; duties?: Duties }) => (
  <Tag colour={COLOURS[standing]}>
    {(standing === 'no-date' && undatedInWords(duties)) || standings[standing]}
  </Tag>
);

type Duties = Parameters<typeof undatedInWords>[0];
