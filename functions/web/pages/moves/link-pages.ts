import { linkInput, linkKinds, linkTarget } from '../../../../shared/domain/link.ts';
import { recommendationMoves } from '../../../../shared/domain/moves.ts';
import type { MoveChoice } from '../../forms/move-form.ts';
import { link } from '../../moves/link.ts';
import { unlink } from '../../moves/unlink.ts';
import { type MovePage, onRecommendation } from './move-page.ts';

const kinds: readonly MoveChoice[] = [
  { value: 'risk', text: linkKinds.risk },
  { value: 'action-plan', text: linkKinds['action-plan'] },
  {
    value: 'same-as',
    text: linkKinds['same-as'],
    hint: 'Made in another case, or to another body. The link is shown on both.',
  },
];

/** What a recommendation is linked to. */
export const linkMovePages: readonly MovePage[] = [
  onRecommendation(
    {
      move: 'link',
      title: recommendationMoves.link.asks,
      intro: ['The recommendation then stands on the page of what it is linked to. No date changes.'],
      fields: [
        { kind: 'choice', name: 'kind', label: 'What is it linked to?', choices: kinds },
        {
          kind: 'line',
          name: 'ref',
          label: 'Its reference',
          hint: 'The number of the risk or the plan, such as 1606. For a recommendation, its case and number, such as 2019-127918/2.',
        },
        { kind: 'text', name: 'note', label: 'Anything to note? (optional)' },
      ],
      schema: linkInput,
    },
    link,
  ),
  onRecommendation(
    {
      move: 'unlink',
      title: 'Remove a link',
      intro: [
        'That it was linked stays in the history. A link to the same recommendation is removed from both.',
      ],
      fields: ({ entry }) => [
        { kind: 'linked', name: 'which', label: 'Which link is removed?', links: entry.links },
      ],
      schema: linkTarget,
    },
    unlink,
  ),
];
