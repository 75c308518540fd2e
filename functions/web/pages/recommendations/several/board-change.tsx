import { recommendationMoves } from '../../../../../shared/domain/moves.ts';
import { Select } from '../../../components/select.tsx';
import { checkForm } from '../../../forms/checked-form.ts';
import type { FieldPlace } from '../../../forms/field-errors.ts';
import type { Register } from '../../../gather-list.ts';
import { decideBoard, newBoard, setBoard } from '../../../moves/set-board.ts';
import { asMove, type Change, typed, Why, why } from './change.tsx';

const boardFields: readonly FieldPlace[] = [{ name: 'boardId' }, { name: 'reason' }];

/** Another board for each. */
export const boardChange: Change = {
  asks: 'Give them another board',
  title: 'Choose a board',
  done: recommendationMoves['set-board'].says,
  next: 'The chair of the board is written to once something is long late, from the day the reminder stages say.',
  intro:
    'The chair of the board you choose is written to once something is long late, from the day the reminder stages say. What was promised, and by when, stays as it is.',
  fields: boardFields,
  Fields: (filled) => (
    <>
      <Select
        name="boardId"
        label="Which board oversees them from now on?"
        labelSize="s"
        items={[
          { value: '', text: 'Choose a board' },
          ...[...filled.boards.values()].map(({ id, name }) => ({ value: id, text: name })),
        ]}
        value={filled.form.get('boardId')}
        error={filled.errors.boardId?.message}
      />
      <Why {...filled} />
    </>
  ),
  read: (form) =>
    asMove(checkForm(newBoard, typed(boardFields, form), {}), (input) => ({
      decide: (desk, { caseId, number }) => decideBoard(desk, caseId, number, input),
      make: (desk, { caseId, number }) => setBoard(desk, caseId, number, input),
    })),
  rows: (form, register) => [
    { key: 'New board', value: boardNamed(form.get('boardId'), register) },
    ...why(form, 'reason', 'Why'),
  ],
  now: { heading: 'Board now', of: ({ boardId }, register) => boardNamed(boardId, register) },
};

const boardNamed = (id: string | undefined, { boards }: Register): string =>
  boards.get(id ?? '')?.name ?? 'None';
