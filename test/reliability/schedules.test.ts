import { describe, expect, test } from 'vitest';
import { dice, faultsIn, type Service } from './faults.ts';
import { allFurther, sampleFurther, spaceOf } from './schedules.ts';
import { Turns } from './turns.ts';

const calls: Service[] = ['read', 'write', 'mail', 'event'];
const none = [{ faults: [], calls }];

describe('the schedules', () => {
  test('of one fault are every kind at every call', () => {
    expect(allFurther(none).map(({ faults }) => faults)).toEqual(faultsIn(calls).map((fault) => [fault]));
    expect(spaceOf(none)).toBe(5 + 6 + 5 + 3);
  });

  test('of two have the second after the first', () => {
    const one = allFurther(none).map(({ faults }) => ({ faults, calls }));
    for (const { faults } of allFurther(one)) expect(faults[1]!.at).toBeGreaterThan(faults[0]!.at);
    expect(spaceOf(one)).toBe(5 * 14 + 6 * 8 + 5 * 3);
  });

  test('sampled are different ones, the same for the same seed, and all where there are no more', () => {
    const one = allFurther(none).map(({ faults }) => ({ faults, calls }));
    const sample = sampleFurther(one, 40, 1).map(({ faults }) => JSON.stringify(faults));
    expect(new Set(sample).size).toBe(40);
    expect(sampleFurther(one, 40, 1).map(({ faults }) => JSON.stringify(faults))).toEqual(sample);
    expect(sampleFurther(one, 40, 2).map(({ faults }) => JSON.stringify(faults))).not.toEqual(sample);
    expect(sampleFurther(one, 133, 1)).toHaveLength(133);
    expect(sampleFurther(one, 132, 1)).toHaveLength(132);
    expect(sampleFurther(one, 1_000, 1)).toEqual(allFurther(one));
  });
});

describe('turns', () => {
  const inTurn = async (seed: number): Promise<string> => {
    const turns = new Turns(dice(seed));
    let told = '';
    const worker = async (id: string) => {
      for (let call = 0; call < 4; call++) {
        await turns.mine(id);
        told += id;
      }
      turns.leave();
    };
    for (let each = 0; each < 3; each++) turns.enter();
    await Promise.all(['a', 'b', 'c'].map(worker));
    return told;
  };

  test('interleave every worker’s calls, in an order that the seed decides', async () => {
    const orders = await Promise.all([1, 1, 2, 3].map(inTurn));
    expect(orders[0]).toBe(orders[1]);
    expect(new Set(orders).size).toBe(3);
    for (const order of orders) expect([...order].sort().join('')).toBe('aaaabbbbcccc');
  });
});
