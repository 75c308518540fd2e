import { describe, expect, test } from 'vitest';
import { asInstant } from '../../../shared/domain/london.ts';
import { countRequest } from '../../../shared/store/limits.ts';
import type { Table } from '../../../shared/store/table.ts';
import { wholeTable } from '../../support/whole-table.ts';

const morning = asInstant('2020-11-20T09:44:30Z');
const nextWindow = asInstant('2020-11-20T09:45:00Z');

export function limitsContract(newTable: () => Promise<Table>): void {
  describe('counting requests', () => {
    test('lets the twentieth attempt through and says of the next how long to wait', async () => {
      const table = await newTable();
      for (let count = 1; count <= 20; count++)
        expect(await countRequest(table, 'attempts', '192.0.2.1', morning)).toBeUndefined();
      expect(await countRequest(table, 'attempts', '192.0.2.1', morning)).toBe(30);
    });

    test('counts each of many at once', async () => {
      const table = await newTable();
      const all = Array.from({ length: 25 }, () => countRequest(table, 'attempts', '192.0.2.1', morning));
      const over = (await Promise.all(all)).filter((wait) => wait !== undefined);
      expect(over).toHaveLength(5);
    });

    test('begins anew with the next window, and for another address or another limit', async () => {
      const table = await newTable();
      for (let count = 1; count <= 21; count++) await countRequest(table, 'attempts', '192.0.2.1', morning);
      expect(await countRequest(table, 'attempts', '192.0.2.1', nextWindow)).toBeUndefined();
      expect(await countRequest(table, 'attempts', '192.0.2.2', morning)).toBeUndefined();
      expect(await countRequest(table, 'address', '192.0.2.1', morning)).toBeUndefined();
    });

    test('keeps no address, and nothing for longer than a minute after its window', async () => {
      const table = await newTable();
      await countRequest(table, 'attempts', '192.0.2.1', morning);
      const [counter, ...others] = await wholeTable(table);
      expect(others).toEqual([]);
      expect(counter).not.toContain('192.0.2.1');
      expect(JSON.parse(counter!)).toMatchObject({
        count: 1,
        expiresAt: Date.parse(nextWindow) / 1_000 + 60,
      });
    });
  });
}
