import type { AsAt } from './as-at.ts';
import { type Move, moves } from './audit-event.ts';
import { type Day, inWords, isAfter } from './day.ts';
import type { Told } from './happened-on.ts';
import { type Acceptance, acceptances } from './recommendation.ts';

/** One thing that happened to a recommendation. `recordedOn` is given where it was typed on a later day. */
export type Happening = { on: Day; recordedOn?: Day; says: string };

// Told on the day it came, it was received and not recorded.
const cameFromOutside: Partial<Record<Move, string>> = {
  'record-recommendation': 'Recommendation made',
  'record-response': 'Response received',
};

/** A person's name by their id. */
export type PersonOf = (id: string) => string | undefined;

/** What changes no date, no standing and nobody's work is left out of a history in brief. */
const besides: readonly Move[] = [
  'amend',
  'amend-case',
  'link',
  'unlink',
  'hold',
  'release',
  'nudge',
  'acknowledge',
  'clear-exception',
  'change-stages',
];

/**
 * What had happened to a recommendation by a day, one sentence each, the earliest first. What came in one move from a list (its response,
 * the promises kept, its closing) is told from the records, because no move tells of it.
 *
 * @example 'Date moved from 20 February 2021 to 30 April 2021: a new system.'
 */
export function historyOf(kept: AsAt, personOf: PersonOf): Happening[] {
  const told = kept.told.filter(({ event }) => !besides.includes(event.move));
  return [...told.map((each) => happening(each, kept, personOf)), ...untold(kept)].sort((a, b) =>
    a.on === b.on ? 0 : isAfter(a.on, b.on) ? 1 : -1,
  );
}

function happening(told: Told, kept: AsAt, personOf: PersonOf): Happening {
  const { event, on, recordedOn } = told;
  const detail = detailOf(told, kept, personOf);
  const about = event.sequence ? ` (promise ${event.sequence})` : '';
  const what = cameFromOutside[event.move] ?? moves[event.move];
  const why = event.why && event.move !== 'record-recommendation' ? `: ${event.why}` : '';
  return {
    on,
    ...(isAfter(recordedOn, on) ? { recordedOn } : {}),
    says: asSentence(`${what}${about}${detail}${why}`),
  };
}

function detailOf({ event }: Told, { revisions }: AsAt, personOf: PersonOf): string {
  const after = event.changes.find(({ record }) => record === 'recommendation')?.after;
  switch (event.move) {
    case 'record-response':
    case 'change-acceptance':
      return after?.acceptance ? `: ${acceptances[after.acceptance as Acceptance].toLowerCase()}` : '';
    case 'reassign-owner':
    case 'hand-over': {
      const name = personOf(String(after?.ownerId ?? ''));
      return name ? ` to ${name}` : '';
    }
    case 'add-evidence':
      return event.what ? `: ${event.what}` : '';
    default: {
      const changed = event.changes.find(({ record }) => record === 'deadline');
      const about = revisions.find(
        ({ revision, deadlineId }) =>
          revision === changed?.after.revision && changed.key.endsWith(`#${deadlineId}`),
      );
      return about ? fromTo(about.before.dueOn, about.after.dueOn) : '';
    }
  }
}

function fromTo(was: Day | null, is: Day | null): string {
  if (was === is) return '';
  const from = was ? ` from ${inWords(was)}` : '';
  return is ? `${from} to ${inWords(is)}` : `${from} to no date`;
}

function untold({ told, recommendation, response, deadlines }: AsAt): Happening[] {
  const isTold = (move: Move, sequence?: number) =>
    told.some(({ event }) => event.move === move && event.sequence === sequence);
  const { closed, withdrawn, acceptanceHistory } = recommendation;
  const first = acceptanceHistory[0]?.acceptance;
  const kept = deadlines.flatMap(({ kind, sequence, metOn }) =>
    kind === 'update' && metOn && !isTold('record-update', sequence)
      ? [{ on: metOn, says: `Promise ${sequence} kept.` }]
      : [],
  );
  return [
    ...(response && !isTold('record-response')
      ? [
          {
            on: response.respondedOn,
            says: `${cameFromOutside['record-response']}: ${acceptances[first ?? response.acceptance].toLowerCase()}.`,
          },
        ]
      : []),
    ...kept,
    ...(closed && !isTold('close')
      ? [{ on: closed.on, says: asSentence(`Closed${withWhy(closed.note)}`) }]
      : []),
    ...(withdrawn && !isTold('withdraw')
      ? [{ on: withdrawn.on, says: asSentence(`Withdrawn${withWhy(withdrawn.why)}`) }]
      : []),
  ];
}

const withWhy = (why: string | undefined): string => (why ? `: ${why}` : '');

const asSentence = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return /[.!?…]$/.test(line) ? line : `${line}.`;
};
