import type { Pressed } from '../../../../shared/domain/pressing.ts';
import { pressingWords } from '../../../../shared/domain/pressing-words.ts';
import { classNames } from '../../components/class-names.ts';
import { figure } from '../../components/line-plot.tsx';

type Shown = { groups: readonly Pressed[]; said: number; exceptions: number };

/** One glance: how much there is of each, linked to where it stands on the page. */
export const Counts = ({ groups, said, exceptions }: Shown) => (
  <ul class="tracker-counts" aria-label="How much there is of each">
    {said > 0 && (
      <Count
        href="#owners-wait"
        number={said}
        words={said === 1 ? 'Owner waits for you' : 'Owners wait for you'}
      />
    )}
    {groups.map(({ group, count, isLate }) => (
      <Count href={`#${group}`} number={count} words={pressingWords[group].short} isLate={isLate} />
    ))}
    {exceptions > 0 && (
      <Count href="#exceptions" number={exceptions} words={exceptions === 1 ? 'Exception' : 'Exceptions'} />
    )}
  </ul>
);

const Count = (props: { href: string; number: number; words: string; isLate?: boolean }) => (
  <li class={classNames('tracker-counts__item', props.isLate && 'tracker-counts__item--late')}>
    {props.isLate && (
      <span class="tracker-counts__sign" aria-hidden="true">
        !
      </span>
    )}
    <a class="govuk-link" href={props.href}>
      <span class="tracker-counts__number">{figure(props.number)}</span> {props.words}
    </a>
  </li>
);
