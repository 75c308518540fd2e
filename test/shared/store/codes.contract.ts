import { describe, expect, test } from 'vitest';
import { asInstant } from '../../../shared/domain/london.ts';
import { codeIdOf, putCode, redeemCode, type Typed } from '../../../shared/store/codes.ts';
import { codeKey } from '../../../shared/store/keys.ts';
import { read } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';
import { loseNextReply } from '../../support/lost-replies.ts';

const now = asInstant('2020-11-20T09:00:00.000Z');
const later = asInstant('2020-11-20T09:01:00.000Z');
const id = codeIdOf('anna@force.example');

let writes = 0;
const typed = (of: Partial<Typed> = {}): Typed => ({
  id,
  browser: 'secret',
  digits: '01234567',
  chance: `write-${++writes}`,
  ...of,
});

const wrong = () => typed({ digits: '76543210' });
const redeem = async (table: Table, of: Typed, isKnown = true) =>
  (await redeemCode(table, of, isKnown, later))?.refused ?? 'let in';

/** How often each answer was given. */
const counted = (answers: string[]): Record<string, number> =>
  Object.fromEntries(
    [...new Set(answers)].toSorted().map((each) => [each, answers.filter((one) => one === each).length]),
  );

const atOnce = (count: number, each: () => Promise<string>) =>
  Promise.all(Array.from({ length: count }, each));

export function codesContract(newTable: () => Promise<Table>): void {
  describe('a code', () => {
    const withCode = async (of: Partial<Typed> = {}) => {
      const table = await newTable();
      expect(await putCode(table, typed(of), now)).toBeUndefined();
      return table;
    };

    test('lets its browser in once', async () => {
      const table = await withCode();
      expect(await redeem(table, typed())).toBe('let in');
      expect(await redeem(table, typed())).toBe('already-used');
    });

    test('lets in no other browser, address or digits, and nobody whose address is not known', async () => {
      const table = await withCode();
      expect(await redeem(table, typed({ browser: 'other' }))).toBe('another-browser');
      expect(await redeem(table, typed({ id: codeIdOf('bill@force.example') }))).toBe('another-browser');
      expect(await redeem(table, wrong())).toBe('wrong-code');
      expect(await redeem(table, typed(), false)).toBe('wrong-code');
      expect(await redeem(table, typed())).toBe('let in');
    });

    test('typed right by ten at once lets in one', async () => {
      const table = await withCode();
      const answers = await atOnce(10, () => redeem(table, typed()));
      expect(counted(answers)).toEqual({ 'already-used': 9, 'let in': 1 });
    });

    test('typed wrong by twelve at once has five tries and no more', async () => {
      const table = await withCode();
      const answers = await atOnce(12, () => redeem(table, wrong()));
      expect(counted(answers)).toEqual({ 'too-many-tries': 8, 'wrong-code': 4 });
      expect((await read(table, 'code', codeKey(id)))?.tries).toBe(5);
      expect(await redeem(table, typed())).toBe('too-many-tries');
    });

    test('counts until a newer one is asked for, on the same browser or another', async () => {
      const table = await withCode();
      await putCode(table, typed({ digits: '11111111' }), now);
      expect(await redeem(table, typed())).toBe('wrong-code');
      await putCode(table, typed({ browser: 'other' }), now);
      expect(await redeem(table, typed({ digits: '11111111' }))).toBe('another-browser');
    });

    test('asked for by six at once is given three times', async () => {
      const table = await newTable();
      const answers = await atOnce(6, async () => (await putCode(table, typed(), now))?.refused ?? 'given');
      expect(counted(answers)).toEqual({ given: 3, 'too-many-codes': 3 });
    });

    test('is kept without its digits, the secret of its browser or the address', async () => {
      const table = await withCode({ browser: 'the-secret' });
      const kept = JSON.stringify(await read(table, 'code', codeKey(id)));
      expect(kept).not.toMatch(/01234567|the-secret|force\.example/);
    });

    test('with the same digits on another browser is kept as another hash', async () => {
      const [one, other] = [await withCode(), await withCode({ browser: 'other' })];
      const kept = await Promise.all([one, other].map((table) => read(table, 'code', codeKey(id))));
      expect(kept[0]!.digits).not.toBe(kept[1]!.digits);
    });

    test('lets in also where the reply to its last write was lost, and is not tried twice', async () => {
      const table = await withCode();
      const lost = loseNextReply(table, 'PutItem');
      expect(await redeem(table, wrong())).toBe('wrong-code');
      expect(lost.tries()).toBe(2);
      expect((await read(table, 'code', codeKey(id)))?.tries).toBe(1);
      loseNextReply(table, 'PutItem');
      expect(await redeem(table, typed())).toBe('let in');
    });
  });
}
