import type * as z from 'zod';
import { type CaseRow, caseRow, type RecommendationRow, type Row, recommendationRow } from '../domain/row.ts';
import { keyInLine } from './keys.ts';
import type { Item, Key } from './records.ts';
import { rowsWrittenSince } from './rows.ts';
import type { Table } from './table.ts';

/** Every recommendation as a list needs it, as it is now. What is unchanged is the very same object as before, the whole list too. */
export type Catalogue = { rows(): Promise<readonly Row[]> };

type Log = { error(message: string, facts: Record<string, unknown>): void };

const second = 1_000;

/**
 * How much further back than the last look each look goes. It covers a writer whose clock is behind, a write that took its time (a
 * request to the pages is given 15 seconds) and an index that is behind the table.
 */
const overlap = 60 * second;

/** After this long everything is read anew, for what came later still. */
const anewEvery = 60 * 60 * second;

/**
 * Opens the list of every recommendation. It is kept in memory and each look asks the index only for what was written since the last; who
 * asks while a look is on its way waits for the next one, which begins after what they have just saved, and shares it with whoever else asks.
 * A row that is damaged, or whose case is not there, is left out and logged: one bad record must not take the list from everybody.
 */
export function openCatalogue(table: Table, log: Log): Catalogue {
  const shelf = new Shelf(log);
  let [lookedAt, anewAt] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<readonly Row[]> | undefined;
  const look = async (): Promise<readonly Row[]> => {
    next = undefined;
    const at = table.now();
    const isAnew = !(at >= lookedAt && at - anewAt < anewEvery);
    shelf.take(await rowsWrittenSince(table, isAnew ? 0 : lookedAt - overlap), isAnew);
    lookedAt = at;
    if (isAnew) anewAt = at;
    return shelf.rows();
  };
  return {
    rows() {
      next ??= last.then(look, look);
      last = next;
      return next;
    },
  };
}

type Kept<R> = { says: string; row: R };
type Joined = { own: Kept<RecommendationRow>; shared: Kept<CaseRow>; row: Row };

/** The rows as they were last seen, each recommendation joined with what it shares with its case. */
class Shelf {
  readonly #log: Log;
  readonly #told = new Set<string>();
  #cases = new Map<unknown, Kept<CaseRow>>();
  #recommendations = new Map<string, Kept<RecommendationRow>>();
  #joined = new Map<string, Joined>();
  #rows: readonly Row[] = [];
  #isStale = false;

  constructor(log: Log) {
    this.#log = log;
  }

  /** @param isAnew these are all there are, and not only what changed */
  take(items: readonly Item[], isAnew: boolean): void {
    const [cases, recommendations] = [this.#cases, this.#recommendations];
    if (isAnew) [this.#cases, this.#recommendations, this.#isStale] = [new Map(), new Map(), true];
    for (const item of items) {
      const name = nameOf(item);
      if (item.record === 'case-row')
        set(this.#cases, item.pk, this.#kept(caseRow, item, cases.get(item.pk)));
      else set(this.#recommendations, name, this.#kept(recommendationRow, item, recommendations.get(name)));
    }
  }

  rows(): readonly Row[] {
    if (this.#isStale) this.#join();
    return this.#rows;
  }

  /** What was kept already, where it says the same. */
  #kept<R>(schema: z.ZodType<R>, item: Item, before: Kept<R> | undefined): Kept<R> | undefined {
    const says = String(item.says);
    if (before?.says === says) return before;
    this.#isStale = true;
    const row = rowIn(schema, says);
    if (!row) this.#tell('A row of the list is damaged', `${nameOf(item)} ${says}`, nameOf(item));
    return row && { says, row };
  }

  #join(): void {
    const joined = new Map<string, Joined>();
    for (const [name, own] of this.#recommendations) {
      const shared = this.#cases.get(name.slice(0, name.indexOf(' ')));
      const before = this.#joined.get(name);
      if (!shared) this.#tell('A row of the list has no case', name, name);
      else if (before?.own === own && before.shared === shared) joined.set(name, before);
      else joined.set(name, { own, shared, row: { ...shared.row, ...own.row } });
    }
    this.#joined = joined;
    this.#rows = inOrder(joined);
    this.#isStale = false;
  }

  #tell(message: string, what: string, row: string): void {
    if (!this.#told.has(what)) this.#log.error(message, { row });
    this.#told.add(what);
  }
}

function set<K, V>(map: Map<K, V>, key: K, value: V | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}

const nameOf = (item: Item): string => keyInLine(item as Key);

const inOrder = (joined: ReadonlyMap<string, Joined>): Row[] =>
  [...joined.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { row }]) => row);

function rowIn<R>(schema: z.ZodType<R>, says: string): R | undefined {
  try {
    return schema.safeParse(JSON.parse(says)).data;
  } catch {
    return undefined;
  }
}
