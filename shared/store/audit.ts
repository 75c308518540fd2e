import type { ChainHead } from '../domain/audit-chain.ts';
import type { AuditEvent, LeftRecord } from '../domain/audit-event.ts';
import { isAudited } from '../domain/audited.ts';
import { brokenLinks, type Entry, type Finding } from '../domain/broken-chain.ts';
import { chainKey, chainKeyOfRecord, isAboutSomething } from './chain-keys.ts';
import { digestOf, sha256 } from './digest.ts';
import { keyInLine } from './keys.ts';
import { liaisonTeamKey } from './liaison-team.ts';
import { queryAll } from './read.ts';
import { contentOf, type Item, type Key, keyOf, recordIn } from './records.ts';
import type { Table } from './table.ts';

/** The history of one subject, in order, and all that is wrong with it or with the records it tells of. */
export type History = { name: string; events: AuditEvent[]; findings: Finding[] };

type Chain = { entries: Entry[]; head?: ChainHead; findings: Finding[] };

/**
 * Every history of one partition (a case with its recommendations, a contact), checked. Reads the partition as it is at this moment and
 * believes nothing in it: each event's hash is worked out from everything in its item, and each record is compared with what the last
 * event about it says it left.
 */
export async function auditOf(table: Table, partition: string): Promise<History[]> {
  const items = await Array.fromAsync(
    queryAll(table, {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': partition },
      ConsistentRead: true,
    }),
  );
  const chains = new Chains();
  for (const item of items) {
    if (item.record === 'event') takeEvent(chains, item);
    if (item.record === 'chain') takeHead(chains, item);
  }
  compareRecords(chains, items);
  return chains.histories();
}

/** The history of one subject of a partition: with nothing in it where nothing has been told. */
export async function historyOf(table: Table, key: Key): Promise<History> {
  const name = keyInLine(key);
  const all = await auditOf(table, key.pk);
  return all.find((each) => each.name === name) ?? { name, events: [], findings: [] };
}

class Chains {
  readonly #byName = new Map<string, Chain>();

  of(key: Key): Chain {
    const name = keyInLine(key);
    const chain = this.#byName.get(name) ?? { entries: [], findings: [] };
    this.#byName.set(name, chain);
    return chain;
  }

  entries(): { key: Key; entry: Entry }[] {
    return [...this.#byName.values()].flatMap(({ entries }) =>
      entries.map((entry) => ({ key: chainKey(entry.event), entry })),
    );
  }

  histories(): History[] {
    return [...this.#byName].map(([name, { entries, head, findings }]) => ({
      name,
      events: entries.map(({ event }) => event).toSorted((a, b) => a.position - b.position),
      findings: [...brokenLinks(entries, head, sha256), ...findings],
    }));
  }
}

function takeEvent(chains: Chains, item: Item): void {
  const event = recordIn('event', item);
  const own = { pk: String(item.pk), sk: String(item.sk) };
  if (!event || !isAboutSomething(event)) {
    chains.of(chainKeyOfRecord(own)).findings.push({ says: `what lies at ${own.sk} is not an entry` });
    return;
  }
  const inPlace = keyInLine(keyOf('event', event)) === keyInLine(own);
  chains.of(chainKey(event)).entries.push({ event, content: contentOf(item), inPlace });
}

function takeHead(chains: Chains, item: Item): void {
  const chain = chains.of({ pk: String(item.pk), sk: String(item.sk) });
  const head = recordIn('chain', item);
  if (head) chain.head = head;
}

type Left = LeftRecord & { chain: Key; position: number };

function compareRecords(chains: Chains, items: readonly Item[]): void {
  const last = new Map<string, Left>();
  for (const { key: chain, entry } of chains.entries()) {
    for (const left of entry.event.left) {
      if (left.version >= (last.get(left.key)?.version ?? 0))
        last.set(left.key, { ...left, chain, position: entry.event.position });
    }
  }
  const here = items.filter(({ record }) => isAudited(String(record))) as (Item & Key)[];
  for (const item of here) compareRecord(chains, item, last.get(keyInLine(item)));
  const present = new Set(here.map(keyInLine));
  const partition = `${items[0]?.pk} `;
  for (const [key, { record, chain, position }] of last) {
    const isGone = isAudited(record) && key.startsWith(partition) && !present.has(key);
    if (isGone) {
      const says = `left the ${record} ${key.slice(partition.length)}, which is gone`;
      chains.of(chain).findings.push({ position, says });
    }
  }
}

function compareRecord(chains: Chains, item: Item & Key, left: Left | undefined): void {
  if (keyInLine(item) === keyInLine(liaisonTeamKey)) return;
  if (!left) {
    const says = `no entry tells of the ${item.record} ${item.sk}`;
    chains.of(chainKeyOfRecord(item)).findings.push({ says });
  } else if (left.digest !== digestOf(left.record, contentOf(item))) {
    const says = `left the ${left.record} ${item.sk} otherwise than it is now: it was changed without an entry`;
    chains.of(left.chain).findings.push({ position: left.position, says });
  }
}
