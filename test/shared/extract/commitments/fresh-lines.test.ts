import { describe, expect, test } from 'vitest';
import { firstLines } from './first-lines.ts';
import { readsAs } from './reads-as.ts';
import { secondLines } from './second-lines.ts';

describe.each([
  ['the first fresh lines', firstLines],
  ['the second fresh lines', secondLines],
])('%s', (_, lines) => {
  test.each(lines)('%s → %s', (text, promise) => {
    expect(promise.split('|')).toContain(readsAs(text));
  });
});
