import type { Contact } from '../domain/contact.ts';
import { type Day, inWordsWithWeekday, isAfter, later, weekday } from '../domain/day.ts';
import { actionOn, type Exception, exceptionKinds } from '../domain/exception.ts';
import { allOfKindPath, gatherByKind } from '../domain/exception-groups.ts';
import { ourWords } from '../domain/mail-words.ts';
import type { Night } from '../domain/night.ts';
import type { Sending } from '../domain/sending.ts';
import type { SummaryReason } from '../domain/summary.ts';
import type { Trouble } from '../domain/watch.ts';
import { counted, daysWithoutRun, heldBackByLast, nightsInWords } from './night-words.ts';
import { greeting } from './parts.ts';
import { attention, comingOrUndated, held, lateOrWaiting, type Outstanding } from './summary-attention.ts';
import { isOfToday, trouble, whoGetsMail } from './summary-notices.ts';

/** An open exception with what it is about and what to do, in words, and the London day it was raised. */
export type NamedException = { exception: Exception; about: string; todo: string; since: Day };

/**
 * Some days and their runs. `began`: the day of the first run there ever was, before which none was missed. `keptBack`: mails that this
 * tracker was set not to send.
 */
export type Week = {
  first: Day;
  last: Day;
  began: Day | undefined;
  nights: readonly Night[];
  keptBack: number;
};

/** All that a summary is written from. */
export type SummaryFacts = {
  recipient: Contact;
  today: Day;
  reason: SummaryReason;
  trouble: Trouble | undefined;
  nights: readonly Night[];
  /** The seven days before today, where the summary is the weekly one. */
  week: Week | undefined;
  /** To whom mail goes now. */
  sending: Sending;
  outstanding: Outstanding;
  exceptions: readonly NamedException[];
  serviceUrl: string;
  organisation: string;
};

export type Entry = { title: string; says: string; link: string };
export type Section = { heading: string; sentences: string[]; entries: Entry[] };

/** A summary in the pieces that both the text and the html part show, so that the two say the same. */
export type SummaryParts = { subject: string; opening: string[]; sections: Section[]; closing: string[] };

export const summaryParts = (facts: SummaryFacts): SummaryParts => ({
  subject: subjectOf(facts),
  opening: [greeting({ ...facts, words: ourWords }), opening(facts)],
  sections: [
    ...trouble(facts),
    ...whoGetsMail(facts),
    attention(facts),
    ...held(facts),
    ...exceptions(facts),
    statement(facts),
  ],
  closing: closing(facts),
});

const isQuiet = (facts: SummaryFacts): boolean =>
  !facts.trouble &&
  facts.exceptions.length === 0 &&
  facts.outstanding.counts.length === 0 &&
  notSent(facts).length === 0;

const notSent = ({ week }: SummaryFacts): string[] =>
  week && week.keptBack > 0 ? [`${counted(week.keptBack, 'mail')} kept back`] : [];

/**
 * @example 'Monday summary: 3 overdue, 2 exceptions'
 * @example 'Something needs you: 1 exception'
 */
function subjectOf(facts: SummaryFacts): string {
  const { reason, today } = facts;
  const wrong = facts.trouble
    ? [isOfToday(facts.trouble) ? 'trouble with today’s run' : 'trouble with the tracker']
    : [];
  const excepted = facts.exceptions.length > 0 ? [counted(facts.exceptions.length, 'exception')] : [];
  if (reason === 'daily') return `Something needs you: ${[...wrong, ...excepted].join(', ')}`;
  const says = isQuiet(facts)
    ? ['nothing needs you']
    : [
        ...wrong,
        ...lateOrWaiting(facts.outstanding),
        ...excepted,
        ...notSent(facts),
        ...comingOrUndated(facts.outstanding),
      ];
  return `${weekday(today)} summary: ${says.join(', ')}`;
}

function opening(facts: SummaryFacts): string {
  const stands = `This is how things stand on the morning of ${inWordsWithWeekday(facts.today)}.`;
  if (facts.reason === 'daily') return `Something needs you. ${stands}`;
  return isQuiet(facts) ? `Nothing needs you. ${stands}` : stands;
}

function statement({ nights, week }: SummaryFacts): Section {
  return {
    heading: 'The runs',
    sentences: [
      [`Last night: ${lowerFirst(nightsInWords(nights))}`, heldBackByLast(nights)].filter(Boolean).join(' '),
      ...(week ? weekSays(week) : []),
    ],
    entries: [],
  };
}

function weekSays({ first, last, began, nights }: Week): string[] {
  if (began === undefined || isAfter(began, last)) return [];
  const without = daysWithoutRun(nights, later(first, began), last);
  return [
    `The seven days to ${inWordsWithWeekday(last)}: ${lowerFirst(nightsInWords(nights))}`,
    ...(nights.length > 0 && without.length > 0 ? [`Without a run: ${without.join('; ')}.`] : []),
  ];
}

function exceptions({ exceptions, serviceUrl }: SummaryFacts): Section[] {
  if (exceptions.length === 0) return [];
  const { shown, more } = gatherByKind(exceptions, ({ exception }) => exception.kind);
  const named = shown.map(({ exception, about, todo, since }) => ({
    title: about,
    says: `${exceptionKinds[exception.kind]} (found on ${inWordsWithWeekday(since)}). ${todo}`,
    link: `${serviceUrl}${actionOn(exception).path}`,
  }));
  const counts = more.map(({ kind, count }) => ({
    title: `And ${count} more`,
    says: `${exceptionKinds[kind]}.`,
    link: `${serviceUrl}${allOfKindPath(kind)}`,
  }));
  return [{ heading: `Exceptions (${exceptions.length})`, sentences: [], entries: [...named, ...counts] }];
}

const closing = ({ organisation, serviceUrl }: SummaryFacts): string[] => [
  `Everything that needs attention: ${serviceUrl}/`,
  'Liaison staff get this mail on the first working day of each week, and on other working days only where there is an exception or something is wrong with the runs.',
  `Recommendation Tracker, ${organisation}`,
];

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
