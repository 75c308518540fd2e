import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MoveRow } from '../../../../shared/domain/move-row.ts';
import { recommendationMoves } from '../../../../shared/domain/moves.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { type Standing, standingOf, standings } from '../../../../shared/domain/standing.ts';
import { readCaseFile } from '../../../../shared/store/case-file.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { everyMove, madeFirst } from '../../../support/every-move.ts';
import { everyHistory, wrongIn } from '../../../support/histories.ts';
import { interrupted } from '../../../support/interrupted.ts';
import { board, contacts } from '../../../support/recorded.ts';
import { sampleContact } from '../../../support/sample-records.ts';
import { copyOf, type StandingAt, standingAt } from '../../../support/standing-at.ts';

type Move = keyof typeof everyMove;
const moves = Object.keys(everyMove) as Move[];
const everywhere = Object.keys(standings) as Standing[];
const isAllowed = (move: Move, standing: Standing) =>
  (recommendationMoves[move] as MoveRow).from.includes(standing);

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
  table = await tables.newTable();
  await contacts(table, sampleContact('anna'), sampleContact('bill'));
  await board(table, 'learning');
});
afterAll(() => tables.stop());

let count = 0;
const made = new Map<Standing, Promise<StandingAt>>();
async function bring(standing: Standing): Promise<StandingAt> {
  const pattern = made.get(standing) ?? standingAt(table, standing, `pattern-of-${standing}`);
  made.set(standing, pattern);
  return copyOf(await pattern, `case-${++count}`);
}
const fileOf = async ({ caseId }: StandingAt) => (await readCaseFile(table, caseId))!;

/** Refusals that say more than that a move cannot be made from where it stands. */
const better: Partial<Record<Move, string>> = {
  'record-response': 'already-responded',
  'record-update': 'unknown-promise',
  'propose-date': 'unknown-promise',
  'decline-date': 'unknown-promise',
  're-plan': 'unknown-promise',
};

describe.each(everywhere)('what stands as %s', (standing) => {
  test('stands so', async () => {
    const at = await bring(standing);
    const { recommendation, deadlines } = (await fileOf(at)).recommendations[0]!;
    expect(standingOf(recommendation, deadlines, at.today)).toBe(standing);
  });

  test.each(moves.filter((move) => isAllowed(move, standing)))('allows to %s', async (move) => {
    const at = await bring(standing);
    const before = await fileOf(at);
    const result = await everyMove[move](at);
    expect(isRefusal(result) ? result : undefined).toBeUndefined();
    const after = await fileOf(at);
    const earlier = new Set(before.events.map(({ id }) => id));
    const told = after.events.filter(({ id }) => !earlier.has(id)).map((event) => event.move);
    expect(told.filter((each) => each !== madeFirst[move])).toEqual([move]);
  });

  test('refuses everything else, and changes nothing', async () => {
    const at = await bring(standing);
    const before = await fileOf(at);
    for (const move of moves.filter((each) => !isAllowed(each, standing))) {
      const result = await everyMove[move](at);
      expect(['not-from-here', better[move]], move).toContain(isRefusal(result) && result.refused);
    }
    expect(await fileOf(at)).toEqual(before);
  });
});

test('whatever was made from wherever, every history is whole and tells each move once', async () => {
  const fresh = await tables.newTable();
  await contacts(fresh, sampleContact('anna'), sampleContact('bill'));
  await board(fresh, 'learning');
  for (const [index, standing] of everywhere.entries()) {
    for (const move of moves.filter((each) => isAllowed(each, standing))) {
      const at = await standingAt(fresh, standing, `history-${index}-${move}`);
      await everyMove[move](at);
    }
  }
  // The contacts and the board are put in beside the moves.
  const wrong = wrongIn(await everyHistory(fresh)).filter((each) => !/^(Contact|Board) /.test(each));
  expect(wrong).toEqual([]);
});

/** Where a move leads that leaves the standing it was made from: what could not be done before may follow it. */
const leadsTo: Partial<Record<Move, Standing>> = {
  'record-response': 'promise-running',
  'change-acceptance': 'not-accepted',
  'propose-closure': 'proposed-for-closure',
  'decline-closure': 'promise-running',
  close: 'closed',
  reopen: 'no-date',
  withdraw: 'withdrawn',
};

const canFollow = (first: Move, second: Move, standing: Standing): boolean =>
  isAllowed(first, standing) &&
  (isAllowed(second, standing) || isAllowed(second, leadsTo[first] ?? standing));

describe.each(everywhere)('two moves at once on what stands as %s', (standing) => {
  const pairs = moves.flatMap((first) => moves.map((second) => [first, second] as const));
  const possible = pairs.filter(
    ([first, second]) => canFollow(first, second, standing) || canFollow(second, first, standing),
  );

  test.each(possible)('%s, interrupted by %s: as if one had come after the other', async (first, second) => {
    const at = await bring(standing);
    let other: object = {};
    const meanwhile = async () => {
      other = await everyMove[second](at);
    };
    const own = await everyMove[first]({ ...at, table: interrupted(table, meanwhile) });
    const after = await inOrder(standing, second, first);
    const before = await inOrder(standing, first, second);
    expect([before, { ...after, told: after.told.toReversed() }]).toContainEqual(
      await outcomeOf(at, [own, other]),
    );
  });
});

type Outcome = Awaited<ReturnType<typeof outcomeOf>>;
const orders = new Map<string, Promise<Outcome>>();

/** What comes of two moves one after the other; worked out once. */
function inOrder(standing: Standing, earlier: Move, later: Move): Promise<Outcome> {
  const key = `${standing} ${earlier} ${later}`;
  const outcome = orders.get(key) ?? oneAfterTheOther(standing, earlier, later);
  orders.set(key, outcome);
  return outcome;
}

async function oneAfterTheOther(standing: Standing, earlier: Move, later: Move): Promise<Outcome> {
  const at = await bring(standing);
  return outcomeOf(at, [await everyMove[earlier](at), await everyMove[later](at)]);
}

/** What each was told, and all that is recorded then, whichever case it is of. */
async function outcomeOf(at: StandingAt, results: object[]) {
  const { recommendations, events } = await fileOf(at);
  const told = results.map((result) => (isRefusal(result) ? result.refused : 'made'));
  const { reminders: _, evidence, reports, ...rest } = recommendations[0]!;
  const entry = {
    ...rest,
    evidence: evidence.map(({ id, ...each }) => each),
    // Of one moment here, so that their order says nothing.
    reports: reports.map(({ id, ...each }) => each).sort((a, b) => (inText(a) < inText(b) ? -1 : 1)),
  };
  return {
    told,
    events: events.length,
    entry: JSON.parse(JSON.stringify(entry).replaceAll(at.caseId, 'case')),
  };
}

const inText = (value: object): string => JSON.stringify(Object.entries(value).sort());
