import { notByRecorder } from '../../../shared/domain/closure.ts';
import { type Day, inWords, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { holdOn } from '../../../shared/domain/hold.ts';
import { causeInWords } from '../../../shared/domain/request-for-date.ts';
import { undatedInWords } from '../../../shared/domain/undated-words.ts';
import type { DeadlineView, RecommendationView } from '../case-view.ts';
import { fromDue } from './deadline-words.ts';
import { type Contacts, ownerTrouble, personInWords } from './names.ts';

/**
 * What happens next with a recommendation, as one or two sentences: the date that comes first and when its owner is written to; and
 * what waits for a decision, by anybody but who is signed in (`byId`) where that is of their own making.
 *
 * @example 'The window opens on Saturday 20 March 2021. The owner, Jane Smith, Head of Training, is written to on Monday 22 March 2021.'
 */
export function whatHappensNext(
  view: RecommendationView,
  contacts: Contacts,
  today: Day,
  byId?: string,
): string {
  const open = view.deadlines.filter(({ state, kind }) => state === 'open' && kind !== 'publication');
  const [first] = open.toSorted((a, b) => (comesOn(a) < comesOn(b) ? -1 : 1));
  if (view.standing === 'closed') return 'It is closed, so nothing is asked of the owner.';
  if (view.standing === 'withdrawn') return 'It was withdrawn, so nothing is asked of anybody.';
  if (!first) return nothingOpen(view);
  return [
    decisions(view, byId),
    dateSentence(first, open, today),
    alsoDated(first, open, today),
    heldSentence(first, today),
    reminderSentence(first, contacts),
  ]
    .filter(Boolean)
    .join(' ');
}

/** What waits for somebody to decide. */
function decisions({ recommendation, proposals }: RecommendationView, byId: string | undefined): string {
  const { closure } = recommendation;
  const dates = proposals
    .filter(({ state }) => state === 'waiting')
    .map(({ dueOn, proposedBy }) => `${proposedBy} proposes ${inWords(dueOn)} instead: decide on it.`);
  const own = notByRecorder(recommendation, byId);
  const closing =
    closure &&
    `${closure.proposedBy} proposed to close it, so somebody else must decide.${own ? ` ${own.message}.` : ''}`;
  return [...(closing ? [closing] : []), ...dates].join(' ');
}

const nothingOpen = ({ standing }: RecommendationView): string =>
  standing === 'not-accepted'
    ? 'The recommendation was not accepted, so nothing is asked of the owner.'
    : 'Nothing is left to wait for: decide whether to close the recommendation.';

const comesOn = ({ nextMail, opensOn, dueOn, anchorOn }: DeadlineView): string =>
  nextMail?.on ?? opensOn ?? dueOn ?? anchorOn;

function dateSentence(deadline: DeadlineView, all: readonly DeadlineView[], today: Day): string {
  const { kind, opensOn, dueOn, nextMail, standing, pausedOn } = deadline;
  if (pausedOn !== null)
    return `The period for the response has been paused for judicial review since ${inWordsWithWeekday(pausedOn)}.`;
  if (dueOn === null) {
    if (kind === 'response') return 'No law or page sets a date for the response.';
    const asked = 'so the owner is asked for';
    const some = undatedInWords(all);
    if (some) return `${some}, ${asked} ${some.startsWith('1 ') ? 'a date' : 'dates'}.`;
    return deadline.cause
      ? `${causeInWords(deadline.cause)}, ${asked} a date.`
      : `No date was promised, ${asked} one.`;
  }
  const due = inWordsWithWeekday(dueOn);
  if (standing === 'response-overdue')
    return `The response was due by ${due} and is overdue, ${fromDue(deadline, today)}.`;
  if (standing === 'lapsed')
    return `The update was due by ${due} and has not come: it is ${fromDue(deadline, today)}.`;
  if (kind === 'response') return `The response is due by ${due}.`;
  return opensOn && nextMail?.stage === 'opens'
    ? `The window opens on ${inWordsWithWeekday(opensOn)}.`
    : `The update is due by ${due}.`;
}

/** Beside what has no date, the first of what has one. */
function alsoDated({ dueOn }: DeadlineView, all: readonly DeadlineView[], today: Day): string {
  const [dated] = all
    .filter((each) => each.kind === 'update' && each.dueOn !== null)
    .toSorted((a, b) => (a.dueOn! < b.dueOn! ? -1 : 1));
  return dueOn === null && dated ? dateSentence(dated, all, today) : '';
}

function heldSentence(deadline: DeadlineView, today: Day): string {
  const hold = holdOn(deadline, today);
  return hold ? `Liaison staff hold its reminders back until ${inWordsWithWeekday(hold.until)}.` : '';
}

function reminderSentence({ nextMail, ownerId }: DeadlineView, contacts: Contacts): string {
  const trouble = ownerTrouble(ownerId, contacts);
  const owner = contacts.get(ownerId ?? '');
  if (trouble || !nextMail || !owner) return `${trouble ?? 'Nobody owns it'}, so nobody is written to.`;
  return `The owner, ${personInWords(owner, contacts)}, is written to on ${inWordsWithWeekday(nextMail.on)}.`;
}
