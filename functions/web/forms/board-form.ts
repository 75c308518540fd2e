import {
  type BoardInput,
  boardInput,
  type MeetingInput,
  meetingInput,
} from '../../../shared/domain/board.ts';
import { type Checked, checkForm } from './checked-form.ts';
import type { FieldPlace } from './field-errors.ts';
import type { PostedForm } from './posted-form.ts';
import { readDate } from './typed-date.ts';

/** The fields in the order of the page. */
export const boardFields: readonly FieldPlace[] = [{ name: 'name' }, { name: 'chairId' }];

export const readBoardForm = (form: PostedForm): Checked<BoardInput> =>
  checkForm(boardInput, Object.fromEntries(boardFields.map(({ name }) => [name, form.get(name)])), {});

export const meetingFields: readonly FieldPlace[] = [{ name: 'on', date: true }];

export function readMeetingForm(form: PostedForm): Checked<MeetingInput> {
  const on = readDate(form, 'on', 'The date of the meeting');
  return checkForm(meetingInput, { on: on.day }, { on });
}
