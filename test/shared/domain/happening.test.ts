import { describe, expect, test } from 'vitest';
import { type AsAt, asAt } from '../../../shared/domain/as-at.ts';
import { type AuditEvent, moves } from '../../../shared/domain/audit-event.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { historyOf } from '../../../shared/domain/happening.ts';
import { recommendationMoves } from '../../../shared/domain/moves.ts';
import { movesBeside } from '../../../shared/domain/moves-beside.ts';
import type { Kept } from '../../../shared/domain/recommendation-kept.ts';
import type { Revision } from '../../../shared/domain/revision.ts';
import {
  essexCase,
  essexRecommendation,
  promisedDuty,
  responseDuty,
  undatedDuty,
  withinThreeMonths,
} from './essex.ts';
import { inOrder, keptOf, moved, nameOf } from './told.ts';

const names = new Map([['bill', 'Bill Abbot']]);
const personOf = (id: string) => names.get(id);
const historyAsAt = (kept: Kept, events: readonly AuditEvent[], on = '2021-12-31') =>
  historyOf(asAt(kept, events, { day: asDay(on), madeOn: essexCase.madeOn, nameOf }) as AsAt, personOf);
const says = (kept: Kept, ...events: AuditEvent[]) =>
  historyAsAt(kept, inOrder(...events)).map((each) => each.says);

const response = (of: Partial<NonNullable<Kept['response']>> = {}): NonNullable<Kept['response']> => ({
  caseId: essexCase.id,
  number: 1,
  respondedOn: asDay('2020-11-20'),
  acceptance: 'accepted',
  text: 'We accept it.',
  representations: false,
  version: 1,
  ...of,
});
const accepted = {
  ...essexRecommendation,
  acceptance: 'accepted' as const,
  acceptanceHistory: [{ acceptance: 'accepted' as const, on: asDay('2020-11-20'), by: 'Lee' }],
};

describe('a history in brief', () => {
  test('tells on which day each thing happened, and when it was typed where that was later', () => {
    const events = inOrder(
      moved('record-recommendation', '2020-10-01', {}, { why: 'From the list of the force' }),
      moved('record-response', '2020-11-23', {
        changed: [['recommendation', essexRecommendation, accepted]],
      }),
      moved('reassign-owner', '2020-11-24'),
    );
    expect(historyAsAt(keptOf({ recommendation: accepted, response: response() }), events)).toEqual([
      { on: '2020-09-29', recordedOn: '2020-10-01', says: 'Recommendation made.' },
      { on: '2020-11-20', recordedOn: '2020-11-23', says: 'Response received: accepted.' },
      { on: '2020-11-24', says: 'Owner changed.' },
    ]);
  });

  test('leaves out what changes no date, no standing and nobody’s work', () => {
    const told = Object.keys(moves).filter(
      (move) => says(keptOf(), moved(move as AuditEvent['move'], '2020-12-01')).length > 0,
    );
    const leftOut = Object.keys(moves).filter((move) => !told.includes(move));
    expect(leftOut.sort()).toEqual(
      [
        ...Object.keys(movesBeside).filter((move) => move !== 'add-evidence'),
        'acknowledge',
        'amend-case',
        'clear-exception',
        'change-stages',
      ].sort(),
    );
    expect(told).toEqual(expect.arrayContaining(Object.keys(recommendationMoves).slice(0, 10)));
  });

  test('says which promise it is about, and why', () => {
    expect(
      says(
        keptOf(),
        moved('record-update', '2021-02-15', {}, { sequence: 2 }),
        moved('close', '2021-03-01', {}, { why: 'The new procedure' }),
        moved('reopen', '2021-04-01', {}, { why: 'It happened again.' }),
      ),
    ).toEqual(['Update received (promise 2).', 'Closed: The new procedure.', 'Reopened: It happened again.']);
  });

  test('is of sentences on one line, each ended once', () => {
    const why = (words: string) => says(keptOf(), moved('withdraw', '2021-03-01', {}, { why: words }))[0];
    expect(
      ['Made\n  twice', 'Is it ours?', 'No!', 'It was made twice and …', 'Twice. ', 'a.b'].map(why),
    ).toEqual([
      'Withdrawn: Made twice.',
      'Withdrawn: Is it ours?',
      'Withdrawn: No!',
      'Withdrawn: It was made twice and …',
      'Withdrawn: Twice.',
      'Withdrawn: a.b.',
    ]);
  });

  test('names the answer, the new owner and the evidence, where they are known', () => {
    const owned = (ownerId: string | undefined) => ({ ...essexRecommendation, ownerId });
    const to = (ownerId: string | undefined) =>
      ['recommendation', essexRecommendation, owned(ownerId)] as [string, object, object];
    const beside = ['deadline', responseDuty(), { ...responseDuty(), ownerId: 'bill' }] as [
      string,
      object,
      object,
    ];
    const refused = { ...essexRecommendation, acceptance: 'not-accepted' };
    expect(
      says(
        keptOf(),
        moved('reassign-owner', '2020-12-01', { changed: [beside, to('bill')] }),
        moved('hand-over', '2020-12-02', { changed: [to('bill')] }),
        moved('reassign-owner', '2020-12-03', { changed: [to('somebody-else')] }),
        moved('change-acceptance', '2020-12-05', {
          changed: [beside, ['recommendation', essexRecommendation, refused]],
        }),
        moved('add-evidence', '2020-12-06', {}, { what: 'minutes.pdf' }),
        moved('add-evidence', '2020-12-07'),
      ),
    ).toEqual([
      'Owner changed to Bill Abbot.',
      'Everything handed over to Bill Abbot.',
      'Owner changed.',
      'Acceptance changed: not accepted.',
      'Evidence added: minutes.pdf.',
      'Evidence added.',
    ]);
    expect(says(keptOf(), moved('change-acceptance', '2020-12-05'))).toEqual(['Acceptance changed.']);
    expect(historyOf({ ...keptOf(), told: [] }, () => 'Nobody')).toEqual([]);
  });

  test('names nobody where there is no new owner', () => {
    const owned = { ...essexRecommendation, ownerId: 'bill' };
    const { ownerId: _, ...ownerless } = owned;
    const events = inOrder(
      moved('reassign-owner', '2020-12-01', { changed: [['recommendation', essexRecommendation, owned]] }),
      moved('reassign-owner', '2020-12-02', { changed: [['recommendation', owned, ownerless]] }),
      moved('reassign-owner', '2020-12-03'),
    );
    const whoever = (id: string) => (id === '' ? undefined : `“${id}”`);
    const told = events.map((event) => ({ event, on: asDay('2020-12-03'), recordedOn: asDay('2020-12-03') }));
    expect(historyOf({ ...keptOf(), told }, whoever).map(({ says }) => says)).toEqual([
      'Owner changed to “bill”.',
      'Owner changed.',
      'Owner changed.',
    ]);
  });
});

describe('a date that moved', () => {
  const duty = promisedDuty(withinThreeMonths);
  const dates = (dueOn: string | null) => ({
    opensOn: null,
    dueOn: dueOn === null ? null : asDay(dueOn),
    lateAfterOn: dueOn === null ? null : asDay(dueOn),
  });
  const revision = (before: string | null, after: string | null, of: Partial<Revision> = {}): Revision => ({
    caseId: essexCase.id,
    number: 1,
    deadlineId: duty.id,
    revision: 2,
    how: 're-plan',
    on: asDay('2021-02-10'),
    before: dates(before),
    after: dates(after),
    by: 'Kim Lee',
    ...of,
  });
  const rePlanned = moved(
    're-plan',
    '2021-02-10',
    {
      changed: [
        ['recommendation', essexRecommendation, { ...essexRecommendation, revision: 3 }],
        ['deadline', duty, { ...duty, revision: 2 }],
      ],
    },
    { why: 'A new system.' },
  );
  const movedTo = (...revisions: Revision[]) => says(keptOf({ revisions }), rePlanned)[0];

  test('is told with both its days', () => {
    expect(movedTo(revision('2021-02-20', '2021-04-30'))).toBe(
      'Date moved from 20 February 2021 to 30 April 2021: A new system.',
    );
    expect(movedTo(revision(null, '2021-04-30'))).toBe('Date moved to 30 April 2021: A new system.');
    expect(movedTo(revision('2021-02-20', null))).toBe(
      'Date moved from 20 February 2021 to no date: A new system.',
    );
  });

  test('is told without days where the day is the same', () => {
    expect(movedTo(revision('2021-02-20', '2021-02-20'))).toBe('Date moved: A new system.');
    expect(movedTo(revision(null, null))).toBe('Date moved: A new system.');
  });

  test('is told with the days of that change of that deadline', () => {
    const others = [
      revision('2020-01-01', '2020-01-02', { revision: 3 }),
      revision('2020-01-01', '2020-01-02', { deadlineId: 'update-1' }),
      revision('2020-01-01', '2020-01-02', { deadlineId: 'another' }),
    ];
    expect(movedTo(...others)).toBe('Date moved: A new system.');
    expect(movedTo(...others, revision('2021-02-20', '2021-04-30'))).toBe(
      'Date moved from 20 February 2021 to 30 April 2021: A new system.',
    );
    const kept = keptOf({ revisions: [revision('2021-02-20', '2021-04-30')] });
    expect(says(kept, moved('re-plan', '2021-02-10'))).toEqual(['Date moved.']);
  });
});

describe('what no move tells of is told from the records', () => {
  const met = (duty: ReturnType<typeof responseDuty>, on: string) => ({
    ...duty,
    state: 'met' as const,
    metOn: asDay(on),
  });
  const closed = { on: asDay('2021-03-01'), by: 'Kim', links: [] };
  const withdrawn = { on: asDay('2021-03-01'), by: 'Kim', why: 'Made twice' };

  test('the response, with what it first answered', () => {
    const changed = {
      ...accepted,
      acceptance: 'not-accepted' as const,
      acceptanceHistory: [
        ...accepted.acceptanceHistory,
        { acceptance: 'not-accepted' as const, on: asDay('2020-12-03'), by: 'Lee' },
      ],
    };
    expect(says(keptOf({ recommendation: changed, response: response() }))).toEqual([
      'Response received: accepted.',
    ]);
    const unsaid = keptOf({ response: response({ acceptance: 'partly-accepted' }) });
    expect(says(unsaid)).toEqual(['Response received: partly accepted.']);
  });

  test('each promise that was kept, but neither the response’s duty nor one that is open', () => {
    const second = { ...undatedDuty(), sequence: 2 };
    const deadlines = [
      met(responseDuty(), '2020-11-20'),
      met(promisedDuty(withinThreeMonths), '2021-02-15'),
      second,
    ];
    expect(historyAsAt(keptOf({ deadlines }), [])).toEqual([{ on: '2021-02-15', says: 'Promise 1 kept.' }]);
  });

  test('its closing with its note, and its withdrawal with why', () => {
    const ended = (of: object) => says(keptOf({ recommendation: { ...essexRecommendation, ...of } }));
    expect(ended({ closed })).toEqual(['Closed.']);
    expect(ended({ closed: { ...closed, note: 'Seen on a visit' } })).toEqual(['Closed: Seen on a visit.']);
    expect(ended({ withdrawn })).toEqual(['Withdrawn: Made twice.']);
  });

  test('but not what a move tells of', () => {
    const kept = keptOf({
      recommendation: { ...accepted, closed, withdrawn },
      response: response(),
      deadlines: [
        met(promisedDuty(withinThreeMonths), '2021-02-15'),
        { ...met(promisedDuty(withinThreeMonths), '2021-02-16'), sequence: 2 },
      ],
    });
    expect(
      says(
        kept,
        moved('record-response', '2020-11-20'),
        moved('record-update', '2021-02-15', {}, { sequence: 1 }),
        moved('close', '2021-03-01'),
        moved('withdraw', '2021-03-01'),
      ),
    ).toEqual([
      'Response received.',
      'Update received (promise 1).',
      'Promise 2 kept.',
      'Closed.',
      'Withdrawn.',
    ]);
  });

  test('and stands among the moves on its day, after those of the same day', () => {
    const kept = keptOf({ recommendation: { ...essexRecommendation, closed } });
    expect(
      says(
        kept,
        moved('reassign-owner', '2021-02-28'),
        moved('set-board', '2021-03-01'),
        moved('reassign-owner', '2021-03-02'),
      ),
    ).toEqual(['Owner changed.', 'Board changed.', 'Closed.', 'Owner changed.']);
  });
});
