import { describe, expect, test } from 'vitest';
import { asDay } from '../../../../shared/domain/day.ts';
import { fifthLines } from './fifth-lines.ts';
import { firstLines } from './first-lines.ts';
import { fourthLines } from './fourth-lines.ts';
import { readsAs } from './reads-as.ts';
import { secondLines } from './second-lines.ts';
import { sixthLines } from './sixth-lines.ts';
import { thirdLines } from './third-lines.ts';

const sets: Readonly<Record<string, readonly (readonly [text: string, promise: string, on?: string])[]>> = {
  'the first fresh lines': firstLines,
  'the second fresh lines': secondLines,
  'the third fresh lines': thirdLines,
  'the fourth fresh lines': fourthLines,
  'the fifth fresh lines': fifthLines,
  'the sixth fresh lines': sixthLines,
};

describe.each(Object.entries(sets))('%s', (_, lines) => {
  test.each(lines.map(([text, promise, on = '2020-11-20']) => [text, promise, on] as const))(
    '%s → %s',
    (text, promise, on) => {
      expect(promise.split('|')).toContain(readsAs(text, asDay(on)));
    },
  );
});
