import type { Board } from '../../../shared/domain/board.ts';
import { type Day, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { Button } from '../components/button.tsx';
import { DateInput } from '../components/date-input.tsx';
import { Details } from '../components/details.tsx';
import { Offered } from '../components/may-follow.tsx';
import { Table } from '../components/table.tsx';
import { errorOf, type FieldErrors } from '../forms/field-errors.ts';
import { FormProof } from '../forms/form-proof.tsx';
import type { PostedForm } from '../forms/posted-form.ts';
import { typedDate } from '../forms/typed-date.ts';
import type { Site } from './site.tsx';

/** The days on which a board meets from today on, each with the way to take it back. */
export const Meetings = ({ site, board, days }: { site: Site; board: Board; days: readonly Day[] }) =>
  days.length === 0 ? (
    <p class="govuk-body">None entered.</p>
  ) : (
    <Table
      caption="Meetings to come"
      captionHidden
      columns={[{ text: 'Day' }, { text: 'Change' }]}
      rows={days.map((on) => [
        inWordsWithWeekday(on),
        <Offered href={`/boards/${board.id}/change`}>
          <Remove site={site} board={board} on={on} />
        </Offered>,
      ])}
    />
  );

const Remove = ({ site, board, on }: { site: Site; board: Board; on: Day }) => (
  <form method="post" action={`/boards/${board.id}/meetings/remove`} class="tracker-row-action">
    <FormProof site={site} />
    <input type="hidden" name="on" value={on} />
    <button type="submit" class="tracker-link-button">
      Remove
      <span class="govuk-visually-hidden">{` the meeting on ${inWordsWithWeekday(on)}`}</span>
    </button>
  </form>
);

/** The boxes in which one more day is entered. */
export const AddMeeting = (props: { site: Site; board: Board; form: PostedForm; errors: FieldErrors }) => (
  <form method="post" action={`/boards/${props.board.id}/meetings`} novalidate>
    <FormProof site={props.site} />
    <DateInput
      name="on"
      legend="Add a meeting"
      legendSize="s"
      hint="For example, 3 12 2020. To move a meeting, add its new day first, then remove the old one"
      values={typedDate(props.form, 'on')}
      {...errorOf(props.errors, 'on')}
    />
    <Button>Add</Button>
  </form>
);

/** The days on which it has met: they stay on the record. */
export const HeldMeetings = ({ days }: { days: readonly Day[] }) =>
  days.length === 0 ? null : (
    <Details summary={days.length === 1 ? 'One meeting in the past' : `${days.length} meetings in the past`}>
      <ul class="govuk-list">
        {days.toReversed().map((on) => (
          <li>{inWordsWithWeekday(on)}</li>
        ))}
      </ul>
    </Details>
  );
