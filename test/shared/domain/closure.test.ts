import { describe, expect, test } from 'vitest';
import { close, closing, declineClosure, proposeClosure } from '../../../shared/domain/closure.ts';
import { asDay } from '../../../shared/domain/day.ts';
import type { Evidence } from '../../../shared/domain/evidence.ts';
import { standingOf } from '../../../shared/domain/standing.ts';
import { allowed, responseDuty } from './essex.ts';
import { answeredEssex, on, unansweredEssex } from './held.ts';

const closure = { proposedOn: asDay('2020-12-01'), proposedBy: 'Sam Okoye' };
const shown = { note: 'The new procedure, seen on 3 December.', links: [] };
const met = { state: 'met', metOn: asDay('2021-01-15') } as const;

describe('proposing to close', () => {
  test('keeps who and when, and leaves every deadline as it is', () => {
    const decided = allowed(proposeClosure(answeredEssex(), { proposedBy: 'Sam Okoye' }, on('2020-12-01')));
    expect(decided.recommendation.closure).toEqual(closure);
    expect([decided.changed, decided.added]).toEqual([[], []]);
  });

  test('before the response is refused', () => {
    expect(proposeClosure(unansweredEssex(), { proposedBy: 'Sam' }, on('2020-11-01'))).toMatchObject({
      refused: 'not-from-here',
      message: 'This recommendation stands as “Awaiting response”, so “Propose closure” is not possible now',
    });
  });
});

describe('declining to close', () => {
  const decline = { why: 'The training has not been seen.' };

  test('goes back to the promise that is open', () => {
    const held = answeredEssex({ closure });
    const decided = allowed(declineClosure(held, decline, on('2020-12-08')));
    expect(decided.recommendation.closure).toBeUndefined();
    expect([decided.changed, decided.added]).toEqual([[], []]);
    expect(standingOf(decided.recommendation, held.deadlines, asDay('2020-12-08'))).toBe('promise-running');
  });

  test('asks for a date from that day where no promise is open, under a number not used before', () => {
    const { added, recommendation } = allowed(
      declineClosure(answeredEssex({ closure }, met), decline, on('2021-02-01')),
    );
    expect(added).toMatchObject([
      {
        id: '2019-127918.1.update-2',
        sequence: 2,
        dueOn: null,
        anchorOn: '2021-02-01',
        cause: 'closure-declined',
        state: 'open',
        working: ['It was proposed to close this, and that was declined, so the owner is asked for a date'],
      },
    ]);
    expect(standingOf(recommendation, added, asDay('2021-02-01'))).toBe('no-date');
  });

  describe('where it is known who recorded the proposal', () => {
    const recorded = answeredEssex({ closure: { ...closure, recordedBy: 'staff:1' } });
    const by = (byId?: string) =>
      close(recorded, { closedBy: 'Kim', ...shown }, { ...on('2020-12-08'), byId });

    test('is refused to them, whatever name they type', () => {
      expect(by('staff:1')).toMatchObject({ refused: 'same-person', field: 'closedBy' });
    });

    test('is for anybody else', () => {
      expect(by('staff:2')).not.toHaveProperty('refused');
      expect(by(undefined)).not.toHaveProperty('refused');
    });

    test('who that was is kept with the proposal', () => {
      const proposed = proposeClosure(
        answeredEssex(),
        { proposedBy: 'Jane' },
        { ...on('2020-12-08'), byId: 'staff:1' },
      );
      expect(allowed(proposed).recommendation.closure).toEqual({
        proposedOn: '2020-12-08',
        proposedBy: 'Jane',
        recordedBy: 'staff:1',
      });
    });
  });

  test('without a proposal is refused', () => {
    expect(declineClosure(answeredEssex(), decline, on('2020-12-08'))).toMatchObject({
      refused: 'not-from-here',
    });
  });

  test('asks nothing of a body that did not accept', () => {
    const held = { ...answeredEssex({ closure, acceptance: 'not-accepted' }), deadlines: [] };
    const decided = allowed(declineClosure(held, decline, on('2021-02-01')));
    expect(decided.added).toEqual([]);
    expect(standingOf(decided.recommendation, [], asDay('2021-02-01'))).toBe('not-accepted');
  });
});

describe('closing', () => {
  test('by somebody else keeps who, when, and what shows it, and ends what was waited for', () => {
    const links = ['https://force.example/procedure'];
    const decided = allowed(
      close(answeredEssex({ closure }), { closedBy: 'Kim Lee', note: shown.note, links }, on('2020-12-08')),
    );
    expect(decided.recommendation.closed).toEqual({
      on: '2020-12-08',
      by: 'Kim Lee',
      note: shown.note,
      links,
    });
    expect(decided.changed).toMatchObject([{ kind: 'update', state: 'ended', nextActionOn: null }]);
    expect(decided.added).toEqual([]);
  });

  test('does not end the liaison team’s duty to publish', () => {
    const held = answeredEssex({ closure });
    const publication = { ...responseDuty(), id: 'p', kind: 'publication' } as never;
    const ended = allowed(
      close(
        { ...held, deadlines: [...held.deadlines, publication] },
        { closedBy: 'Kim', ...shown },
        on('2020-12-08'),
      ),
    );
    expect(ended.changed.map(({ id }) => id)).toEqual(['2019-127918.1.update-1']);
  });

  test.each(['Sam Okoye', ' sam  OKOYE'])('by the proposer, as %j, is refused', (closedBy) => {
    expect(close(answeredEssex({ closure }), { closedBy, ...shown }, on('2020-12-08'))).toEqual({
      refused: 'same-person',
      message: 'Sam Okoye proposed to close this, so somebody else must close it',
      field: 'closedBy',
    });
  });

  test('without a proposal is refused', () => {
    expect(close(answeredEssex(), { closedBy: 'Kim', ...shown }, on('2020-12-08'))).toMatchObject({
      refused: 'not-from-here',
    });
  });

  const minutes: Evidence = {
    id: 'e1',
    caseId: '2019-127918',
    number: 1,
    kind: 'text',
    text: 'The board agreed the procedure on 3 December.',
    addedOn: asDay('2020-12-03'),
    addedBy: 'Lee',
    version: 1,
  };
  const by = (typed: object, evidence: Evidence[]) =>
    close(
      { ...answeredEssex({ closure }), evidence },
      closing.parse({ closedBy: 'Kim Lee', ...typed }),
      on('2020-12-08'),
    );

  test.each([{ note: '' }, { note: ' ' }, {}])('needs something that shows that it is done: %j', (typed) => {
    expect(by(typed, [])).toEqual({
      refused: 'nothing-shows-it',
      message: 'Enter what shows that it is done, or add evidence to the recommendation first',
      field: 'note',
    });
  });

  test.each([
    ['a note', { note: 'Seen on site.' }, []],
    ['a link', { links: ['https://force.example/procedure'] }, []],
    ['evidence that was added before', {}, [minutes]],
  ])('is shown by %s', (_, typed, evidence) => {
    expect(allowed(by(typed, evidence)).recommendation.closed).toEqual({
      on: '2020-12-08',
      by: 'Kim Lee',
      links: [],
      ...typed,
    });
  });
});
