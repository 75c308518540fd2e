import type { MoveRow } from '../../../shared/domain/move-row.ts';
import { recommendationMoves } from '../../../shared/domain/moves.ts';
import { standingOf } from '../../../shared/domain/standing.ts';
import { classNames } from '../components/class-names.ts';
import type { Answer } from './answer.ts';
import type { MyItem } from './my-item.ts';

type Choice = { name: string; text: string; hint: string };

const evidence: Choice = {
  name: 'evidence/new',
  text: 'Add evidence',
  hint: 'Words, a link or a file that shows what was done.',
};

/** What can be answered, each a page of its own: to open one does nothing. */
export const YourAnswers = (props: { answers: readonly Answer[]; href: string; item: MyItem }) => {
  const worded = props.answers.map((each) => ({ ...each.wordsOf(props.item), name: each.name }));
  const choices = withEvidence(worded, props.item);
  return choices.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">What would you like to say?</h2>
      <ul class="tracker-answers">
        {choices.map(({ name, text, hint }, index) => (
          <li class={classNames('tracker-answers__item', index === 0 && 'tracker-answers__item--first')}>
            <a class="govuk-link tracker-answers__link" href={`${props.href}/${name}`}>
              {text}
            </a>
            <span class="tracker-under">{hint}</span>
          </li>
        ))}
      </ul>
    </>
  );
};

// After what is said of the work and before what is said of whose it is.
function withEvidence(answers: readonly Choice[], { entry, today }: MyItem): Choice[] {
  const { from }: MoveRow = recommendationMoves['add-evidence'];
  if (!from.includes(standingOf(entry.recommendation, entry.deadlines, today))) return [...answers];
  const after = answers.findIndex(({ name }) => ['hand-over', 'not-mine', 'acknowledge'].includes(name));
  const at = after < 0 ? answers.length : after;
  return [...answers.slice(0, at), evidence, ...answers.slice(at)];
}
