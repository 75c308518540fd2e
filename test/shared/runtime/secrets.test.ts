import { expect, test } from 'vitest';
import { newDigits, newSecret } from '../../../shared/runtime/secrets.ts';

test('a secret has 256 bits, as a cookie takes them, and no two are the same', () => {
  const secrets = Array.from({ length: 1_000 }, newSecret);
  for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/);
  expect(new Set(secrets).size).toBe(1_000);
});

test('a code has eight digits, each of them anything from 0 to 9 in every place', () => {
  const codes = Array.from({ length: 20_000 }, newDigits);
  for (const code of codes) expect(code).toMatch(/^\d{8}$/);
  for (let place = 0; place < 8; place++) {
    for (const digit of '0123456789') {
      // 2,000 are to be expected; ten times the usual distance from that is never seen by chance.
      const found = codes.filter((code) => code[place] === digit).length;
      expect(Math.abs(found - 2_000)).toBeLessThan(425);
    }
  }
});
