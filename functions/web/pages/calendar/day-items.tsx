import type { Board } from '../../../../shared/domain/board.ts';
import type { Role } from '../../../../shared/domain/deadline.ts';
import type { Entry, MailAhead } from '../../../../shared/domain/forecast.ts';
import type { Duty } from '../../../../shared/domain/row.ts';
import { recommendationHref } from '../names.ts';
import { reminderInWords } from '../stage-words.ts';

/** A board that meets. */
export const MeetingItem = ({ id, name }: Board) => (
  <a class="govuk-link" href={`/boards/${id}`}>
    {name}
  </a>
);

/** A duty of a day: whose it is, and what was promised in its own words. */
export const DutyItem = ({ row, duty }: Entry) => (
  <>
    <RecommendationLink {...{ row, duty }} />
    {`: ${kinds[duty.kind]}`}
    {duty.promise && ` “${shortened(duty.promise)}”`}
  </>
);

const kinds: Record<Duty['kind'], string> = {
  response: 'response',
  update: 'update',
  publication: 'publication of the response',
};

/** One mail: to whom, and of what it tells. Of many things the first few, and where the others are. */
export const MailItem = ({ recipient, about, whole }: MailAhead & { whole: string | undefined }) => {
  const shown = about.slice(0, whole === undefined ? mostOnItsPage : mostBesideOthers);
  const more = about.length - shown.length;
  return (
    <>
      {`${recipient.name}: `}
      {shown.map((each, index) => (
        <>
          {index > 0 && '; '}
          <RecommendationLink {...each} />
          {`: ${reminderInWords({ ...each.row, deadlineId: each.duty.id, stage: each.stage })}${as[each.role]}`}
        </>
      ))}
      {more > 0 && '; '}
      {more > 0 && <More count={more} of={`to ${recipient.name}`} whole={whole} />}
    </>
  );
};

const mostBesideOthers = 3;
const mostOnItsPage = 40;

/** Where the rest of a busy day is; on the page of the day itself, how to come to it. */
export const More = ({ count, of, whole }: { count: number; of: string; whole: string | undefined }) =>
  whole === undefined ? (
    <span>{`and ${count} more. Choose a board or an owner to see them.`}</span>
  ) : (
    <a class="govuk-link" href={whole}>
      {`and ${count} more`}
      <span class="govuk-visually-hidden">{of}</span>
    </a>
  );

const as: Record<Role, string> = { owner: '', manager: ' (as manager)', chair: ' (as chair)' };

const RecommendationLink = ({ row }: Entry) => (
  <a class="govuk-link" href={recommendationHref(row)}>
    {`${row.reference} recommendation ${row.number}`}
  </a>
);

const longest = 70;

const shortened = (words: string) =>
  words.length > longest ? `${words.slice(0, longest).trimEnd()}…` : words;
