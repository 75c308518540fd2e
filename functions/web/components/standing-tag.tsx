import { type Standing, standings } from '../../../shared/domain/standing.ts';
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

export const StandingTag = (props: { standing: Standing }) => (
  <Tag colour={COLOURS[props.standing]}>{standings[props.standing]}</Tag>
);
