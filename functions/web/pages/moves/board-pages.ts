import { newBoard, setBoard } from '../../moves/set-board.ts';
import { type MovePage, onRecommendation } from './move-page.ts';

/** Which board oversees a recommendation. */
export const boardMovePages: readonly MovePage[] = [
  onRecommendation(
    {
      move: 'set-board',
      title: ({ entry }) => (entry.recommendation.boardId ? 'Choose another board' : 'Choose a board'),
      intro: [
        'The chair of the board you choose is written to once something is long late, from the day the reminder stages say. What was promised, and by when, stays as it is, also what was promised for the next meeting of another board.',
      ],
      fields: [
        {
          kind: 'board',
          name: 'boardId',
          label: 'Which board oversees it from now on?',
          hint: 'One that is not in the list can be added under Boards first.',
        },
        { kind: 'line', name: 'reason', label: 'Why? (optional)', hint: 'It is kept in the history' },
      ],
      schema: newBoard,
    },
    setBoard,
  ),
];
