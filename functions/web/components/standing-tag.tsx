import { type Standing, standings } from '../../../shared/domain/standing.ts';
import { Tag, type TagColour } from './tag.tsx';

/** Red is late, orange is soon, yellow wants somebody to act, green and blue run by themselves, grey is at rest. */
const COLOURS: Record<Standing, TagColour | undefined> = {
  'response-overdue': 'red',
  lapsed: 'red',
  'response-due-soon': 'orange',
  'due-soon': 'orange',
  'window-open': 'yellow',
  'no-date': 'purple',
  'proposed-for-closure': 'teal',
  'awaiting-response': undefined,
  'promise-running': 'green',
  'not-accepted': 'grey',
};

export const StandingTag = (props: { standing: Standing }) => (
  <Tag colour={COLOURS[props.standing]}>{standings[props.standing]}</Tag>
);
