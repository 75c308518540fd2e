import { scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Code, cannotBeTyped, newCode, tried } from '../domain/code.ts';
import type { Instant } from '../domain/london.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { sha256 } from './digest.ts';
import { codeKey } from './keys.ts';
import { read } from './read.ts';
import { toItem } from './records.ts';
import type { Table } from './table.ts';

/** Under what the code of an address is kept, so that no address stands in a key. */
export const codeIdOf = (email: string): string => sha256(email.toLowerCase());

/** Whom a code is for and what it is: `browser` is the secret of the browser, kept only there; `chance` is new for each write. */
export type Typed = { id: string; browser: string; digits: string; chance: string };

/** Puts a new code in the place of the one before, so that only the newest counts; or says why there is none. */
export async function putCode(
  table: Table,
  { id, browser, digits, chance }: Typed,
  now: Instant,
): Promise<Refusal | undefined> {
  const made = { id, browser: sha256(browser), digits: await slowHash(digits, browser), writtenBy: chance };
  for (;;) {
    const before = await read(table, 'code', codeKey(id));
    const after = newCode(before, made, now);
    if (isRefusal(after)) return after;
    if (await replaced(table, before, after)) return undefined;
  }
}

/**
 * Takes one of the tries of a code; with the right digits it is used, once. Each try is written on condition that nobody has written since
 * it was read: of two at once the other reads again, and finds it used, or one try fewer.
 *
 * @param isKnown whether anybody who may sign in has the address: where nobody has, no digits are right
 */
export async function redeemCode(
  table: Table,
  { id, browser, digits, chance }: Typed,
  isKnown: boolean,
  now: Instant,
): Promise<Refusal | undefined> {
  let hashed: string | undefined;
  // Others can come between eighteen times at most: with five tries of each of three codes, and with the codes.
  for (;;) {
    const before = await read(table, 'code', codeKey(id));
    const refused = cannotBeTyped(before, sha256(browser), now);
    if (!before || refused) return refused;
    hashed ??= await slowHash(digits, browser);
    const { after, refusal } = tried(before, isSame(hashed, before.digits) && isKnown, chance, now);
    if (await replaced(table, before, after)) return refusal;
  }
}

// Slow, so that whoever has the table and a browser of their own finds no digits within ten minutes; and whoever has the table alone lacks
// the salt, which only the browser keeps.
const slow = promisify<string, string, number, Buffer>(scrypt);
const slowHash = async (digits: string, browser: string): Promise<string> =>
  (await slow(digits, browser, 32)).toString('hex');

// In constant time: the salt is known to whoever asked, so how far two hashes agree would tell them of the digits.
const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Writes a code unless somebody has written it since it was read. Where the reply was lost, what chance wrote tells that it was us. */
async function replaced(table: Table, before: Code | undefined, after: Code): Promise<boolean> {
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: toItem('code', after),
        ...(before
          ? {
              ConditionExpression: 'version = :version AND writtenBy = :writtenBy',
              ExpressionAttributeValues: { ':version': before.version, ':writtenBy': before.writtenBy },
            }
          : { ConditionExpression: 'attribute_not_exists(pk)' }),
      }),
    );
    return true;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return (await read(table, 'code', codeKey(after.id)))?.writtenBy === after.writtenBy;
  }
}
