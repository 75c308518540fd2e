import { type Context, Hono } from 'hono';
import type { Board, BoardInput } from '../../../shared/domain/board.ts';
import type { Contact } from '../../../shared/domain/contact.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { listContacts } from '../../../shared/store/lists.ts';
import { Button } from '../components/button.tsx';
import { Input } from '../components/input.tsx';
import { Select } from '../components/select.tsx';
import { boardFields, readBoardForm } from '../forms/board-form.ts';
import { errorsFromRefusal, type FieldErrors, noErrors } from '../forms/field-errors.ts';
import { emptyForm, formOf, type PostedForm, readForm } from '../forms/posted-form.ts';
import { addBoard } from '../moves/add-board.ts';
import { changeBoard } from '../moves/change-board.ts';
import { statusOf } from '../refused.ts';
import { findBoardAt, toBoards } from './addressed.ts';
import { contactChoice } from './contact-choice.ts';
import { type FormPage, showForm } from './form-page.tsx';
import { showRefusal } from './notice-page.tsx';
import { deskAt } from './seen.tsx';
import type { Site } from './site.tsx';

const change = '/boards/:id/change';

/** The forms that add a board and change its name and chair. */
export const boardFormPages = (site: Site): Hono =>
  new Hono()
    .get('/boards/new', (c) => showBoardForm(c, site, adding, untouched(emptyForm)))
    .post('/boards', (c) => saveForm(c, site, adding, (value) => addBoard(deskAt(c, site), value)))
    .get(change, async (c) => {
      const board = await findBoardAt(site.table, c.req.param('id'));
      if (isRefusal(board)) return showRefusal(c, site, board, toBoards);
      return showBoardForm(c, site, changing(board), untouched(formOf(board)));
    })
    .post(change, async (c) => {
      const board = await findBoardAt(site.table, c.req.param('id'));
      if (isRefusal(board)) return showRefusal(c, site, board, toBoards);
      return saveForm(c, site, changing(board), (value) => changeBoard(deskAt(c, site), board.id, value));
    });

/** Which of the two forms it is. */
type Which = Pick<FormPage, 'title' | 'back' | 'action'> & {
  caption?: string;
  saved: string;
  chairId?: string | undefined;
};

const adding: Which = { title: 'Add a board', back: '/boards', action: '/boards', saved: 'board' };

const changing = ({ id, name, chairId }: Board): Which => ({
  title: 'Change a board',
  caption: name,
  back: `/boards/${id}`,
  action: `/boards/${id}/change`,
  saved: 'board-changed',
  chairId,
});

type Filled = { form: PostedForm; errors: FieldErrors; status: FormPage['status'] };

const untouched = (form: PostedForm): Filled => ({ form, errors: noErrors, status: 200 });

async function saveForm(
  c: Context,
  site: Site,
  which: Which,
  move: (value: BoardInput) => Promise<Board | Refusal>,
) {
  const form = await readForm(c);
  const { value, errors } = readBoardForm(form);
  if (errors) return showBoardForm(c, site, which, { form, errors, status: 422 });
  const saved = await move(value);
  if (isRefusal(saved)) {
    const refused = { form, errors: errorsFromRefusal(saved), status: statusOf(saved) };
    return showBoardForm(c, site, which, refused);
  }
  return c.redirect(`/boards/${saved.id}?saved=${which.saved}`, 303);
}

async function showBoardForm(c: Context, site: Site, which: Which, filled: Filled) {
  const contacts = await listContacts(site.table);
  const { saved: _, chairId, ...page } = which;
  return showForm(c, site, {
    ...page,
    current: '/boards',
    fields: boardFields,
    ...filled,
    children: <BoardFields {...filled} contacts={contacts} chairId={chairId} />,
  });
}

const BoardFields = (props: Filled & { contacts: readonly Contact[]; chairId: string | undefined }) => {
  const { form, errors, contacts, chairId } = props;
  const field = (name: string) => ({ name, value: form.get(name), error: errors[name]?.message });
  return (
    <>
      <Input {...field('name')} label="Name of the board" hint="Such as Learning the Lessons board" />
      <Select
        {...field('chairId')}
        label="Who chairs it?"
        hint="The chair is written to once something is long late, from the day the reminder stages say"
        items={contactChoice(contacts, 'Nobody yet', chairId)}
      />
      <Button>Save</Button>
    </>
  );
};
