import { day } from '../../../shared/domain/day.ts';
import { input } from '../../../shared/domain/input.ts';
import { proposalInput } from '../../../shared/domain/proposal.ts';
import {
  acknowledgement,
  doneInput,
  handOverInput,
  notMineInput,
  progressInput,
  type WaitingKind,
  waiting,
} from '../../../shared/domain/report.ts';
import { proposeDate } from '../moves/propose-date.ts';
import { acknowledge, proposeHandOver, reportDone, reportProgress, sayNotMine } from '../moves/report.ts';
import { type Answer, answer } from './answer.ts';
import { askedNow, notSaidDone, onlyDuty, promisesAsked, whichDuty } from './my-duties.ts';
import type { MyItem } from './my-item.ts';
import { firstDate, hasDate, progressWithoutDate } from './without-date.ts';

const staysOpen = 'Nothing is closed yet. The liaison team looks at it and confirms.';
const untilThen = 'Until then it stays yours, and reminders go on.';

const waits = ({ entry }: MyItem, kind: WaitingKind): boolean =>
  waiting(entry.reports).some((each) => each.kind === kind);

/** Where all that was promised is done, nothing is on track and nothing new has come to be seen. */
const isAsked = (item: MyItem): boolean => askedNow(item).length > 0;

const anotherDateInput = input({
  duty: doneInput.shape.duty,
  dueOn: day,
  why: proposalInput.shape.why,
});

/** Everything an owner can answer, in the order in which it is most often so. */
export const answers: readonly Answer[] = [
  answer(
    {
      name: 'done',
      move: 'report-done',
      text: 'It is done',
      hint: 'Say what was done. The liaison team confirms it.',
      title: 'Say that it is done',
      intro: [staysOpen],
      button: 'Say that it is done',
      saved: 'You said that it is done',
      next: `${staysOpen} Until then reminders go on. If there is proof, add it as evidence.`,
      schema: doneInput,
      isOffered: (item) => notSaidDone(item).length > 0,
      given: (item) => onlyDuty(notSaidDone(item)),
      fields: (item) => [
        whichDuty('What is done?', notSaidDone(item), item),
        {
          kind: 'text',
          name: 'text',
          label: 'What has been done?',
          hint: 'A few words are enough, such as “All 240 custody staff were trained by 12 February”',
        },
      ],
    },
    reportDone,
  ),
  answer(
    {
      name: 'progress',
      move: 'report-progress',
      text: 'On track, here is progress',
      hint: 'Say how it goes. The date stays as it is.',
      title: 'Say how it goes',
      intro: ['The date stays as it is, and so do the reminders of it.'],
      button: 'Save',
      saved: 'Your progress is saved',
      next: 'The liaison team can read it. The date stays as it is, and you are reminded of it as before.',
      schema: progressInput,
      isOffered: isAsked,
      wordsOf: (item) => (hasDate(item) || promisesAsked(item).length === 0 ? {} : progressWithoutDate),
      fields: () => [
        {
          kind: 'text',
          name: 'text',
          label: 'How is it going?',
          hint: 'What has been done, and what is left',
        },
      ],
    },
    reportProgress,
  ),
  answer(
    {
      name: 'another-date',
      move: 'propose-date',
      text: 'Need another date',
      hint: 'Propose one and say why. The liaison team decides.',
      title: 'Propose another date',
      intro: [
        'This moves nothing yet: the liaison team decides. Until then the present date stands, and reminders go on.',
      ],
      button: 'Propose this date',
      saved: 'You proposed another date',
      next: 'Nothing has moved yet. The liaison team decides. Until then the present date stands, and reminders go on.',
      schema: anotherDateInput,
      isOffered: (item) => promisesAsked(item).length > 0,
      wordsOf: (item) => (hasDate(item) ? {} : firstDate),
      given: (item) => onlyDuty(promisesAsked(item)),
      fields: (item) => [
        whichDuty('For what?', promisesAsked(item), item),
        {
          kind: 'date',
          name: 'dueOn',
          label: 'By when will it be done?',
          hint: 'For example, 30 4 2021',
          says: 'The date',
        },
        {
          kind: 'text',
          name: 'why',
          label: hasDate(item) ? 'Why is another date needed?' : 'Why this date?',
        },
      ],
    },
    (desk, { caseId, number, byId }, { duty, ...proposed }) =>
      proposeDate(desk, caseId, number, sequenceIn(duty), { ...proposed, proposedBy: desk.by, byId }),
  ),
  answer(
    {
      name: 'hand-over',
      move: 'propose-hand-over',
      text: 'Somebody else takes over',
      hint: 'Say who. The liaison team hands it over.',
      title: 'Say who takes over',
      intro: [`The liaison team hands it over. ${untilThen}`],
      button: 'Say who takes over',
      saved: 'You said who takes over',
      next: `Nothing has been handed over yet. The liaison team does that. ${untilThen}`,
      schema: handOverInput,
      isOffered: (item) => !waits(item, 'hand-over'),
      fields: () => [
        { kind: 'line', name: 'name', label: 'What is their name?' },
        { kind: 'line', name: 'post', label: 'What post do they hold? (optional)' },
        { kind: 'email', name: 'email', label: 'What is their work email address?' },
        { kind: 'text', name: 'text', label: 'Anything to add? (optional)' },
      ],
    },
    proposeHandOver,
  ),
  answer(
    {
      name: 'not-mine',
      move: 'say-not-mine',
      text: 'Not mine',
      hint: 'Say why. The liaison team finds whose it is.',
      title: 'Say that it is not yours',
      intro: [`The liaison team finds whose it is. ${untilThen}`],
      button: 'Say that it is not mine',
      saved: 'You said that it is not yours',
      next: `The liaison team finds whose it is. ${untilThen}`,
      schema: notMineInput,
      isOffered: (item) => !waits(item, 'not-mine'),
      fields: () => [
        {
          kind: 'text',
          name: 'text',
          label: 'Why is it not yours?',
          hint: 'If you know whose it is, name them',
        },
      ],
    },
    sayNotMine,
  ),
  answer(
    {
      name: 'acknowledge',
      move: 'acknowledge',
      text: 'I have seen this',
      hint: 'Nothing more to say yet.',
      title: 'Say that you have seen this',
      intro: ['The liaison team then knows that it has reached you. Nothing else changes.'],
      button: 'I have seen this',
      saved: 'You said that you have seen this',
      next: 'You are reminded as before. Come back when there is something to say.',
      schema: acknowledgement,
      isOffered: (item) => isAsked(item) && !item.entry.reports.some(({ byId }) => byId === item.mine.as.id),
      fields: () => [],
    },
    acknowledge,
  ),
];

// The promise of the duty 'update-2' is number 2.
const sequenceIn = (duty: string): number => Number(duty.slice(duty.lastIndexOf('-') + 1));
