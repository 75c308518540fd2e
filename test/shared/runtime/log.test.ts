import { SESServiceException } from '@aws-sdk/client-ses';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { guarded } from '../../../shared/runtime/guarded.ts';
import { openLog, pathInLog, reasonOf } from '../../../shared/runtime/log.ts';
import { notedLog } from '../../support/noted-log.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const thrownBy = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

describe('a line of the log', () => {
  test('is structured and tells its moment in UTC, whatever zone the machine is in', () => {
    vi.stubEnv('TZ', 'Pacific/Apia');
    vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'INFO');
    const written: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    const before = Date.now();
    openLog('sender').info('Mail sent', { mailId: 'mail-1' });
    const line = JSON.parse(written.join(''));
    expect(line).toMatchObject({ level: 'INFO', message: 'Mail sent', service: 'sender', mailId: 'mail-1' });
    expect(line.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(Date.parse(line.timestamp)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(line.timestamp)).toBeLessThanOrEqual(Date.now());
  });
});

describe('the reason in a log line', () => {
  test('is the words of an error of ours', () => {
    expect(reasonOf(new Error('The queue is down'))).toBe('Error: The queue is down');
  });

  test.each([
    ['nobody at jo.bloggs@force.example, or <jo@force.example>'],
    ['expected one of "Jo Bloggs", “Jo” or \'Jo\' from 192.0.2.17'],
  ])('leaves out addresses and what is quoted: %s', (words) => {
    expect(reasonOf(new Error(words))).not.toMatch(/jo|force|192/i);
  });

  test('is, of a service that quotes what it was given, the name, the numbers and the place alone', () => {
    const error = new SESServiceException({
      name: 'MessageRejected',
      message: 'Email address is not verified: jo@force.example',
      $fault: 'client',
      $metadata: { httpStatusCode: 400, requestId: '7c1e-22' },
    });
    expect(reasonOf(error)).toMatch(/^MessageRejected, status 400, request 7c1e-22, at log\.test\.ts:\d+$/);
  });

  test('is, of a system call, its code', () => {
    const error = Object.assign(new Error('connect ECONNREFUSED jo.example:25'), { code: 'ECONNREFUSED' });
    expect(reasonOf(error)).toMatch(/^Error, ECONNREFUSED, at log\.test\.ts:\d+$/);
  });

  test.each([
    ['JSON', () => JSON.parse('Jo Bloggs <jo@force.example>')],
    ['zod', () => z.strictObject({}).parse({ 'Jo Bloggs': 'jo@force.example' })],
    ['an address of the web', () => new URL('Jo Bloggs')],
    ['a number', () => BigInt('Jo Bloggs')],
  ])('never quotes what %s could not read', (_, act) => {
    const error = thrownBy(act);
    expect(error).toBeInstanceOf(Error);
    expect(reasonOf(error)).toMatch(/^\w*Error, /);
    expect(reasonOf(error)).not.toMatch(/jo/i);
  });

  test('of what is no error says only what it is', () => {
    expect(reasonOf('Jo Bloggs')).toBe('a thrown string');
    expect(reasonOf(undefined)).toBe('a thrown undefined');
  });

  test('takes no name that carries more than a name', () => {
    const error = Object.assign(new Error(''), { name: 'Jo Bloggs <jo@force.example>', stack: '' });
    expect(reasonOf(error)).toBe('JoBloggsjoforce.example');
  });
});

describe('the path in a log line', () => {
  test('keeps references', () => {
    expect(pathInLog('/cases/2019-127918/recommendations/3')).toBe('/cases/2019-127918/recommendations/3');
  });

  test.each([
    ['/contacts/jo@force.example', '/contacts/…'],
    ['/contacts/Jo%20Bloggs/history', '/contacts/…/history'],
    [`/x/${'a'.repeat(64)}`, `/x/${'a'.repeat(64)}`],
    [`/x/${'a'.repeat(65)}`, '/x/…'],
  ])('leaves out what is no reference: %s', (path, told) => {
    expect(pathInLog(path)).toBe(told);
  });
});

describe('what a function throws', () => {
  test('reaches its platform, which logs it, without the words that quote', async () => {
    const log = notedLog();
    const run = guarded(log, async () => JSON.parse('Jo Bloggs'));
    const thrown = await run().catch((error) => error);
    expect(thrown).toBeInstanceOf(Error);
    expect(`${thrown.stack}`).not.toMatch(/jo b/i);
    expect(log.lines).toMatchObject([{ level: 'error', message: 'A run failed' }]);
  });

  test('keeps words of ours, and what comes back is handed on', async () => {
    const log = notedLog();
    const fails = guarded(log, async () => Promise.reject(new Error('2 rows differ')));
    await expect(fails()).rejects.toThrow(/^2 rows differ$/);
    expect(await guarded(notedLog(), async (a: number, b: number) => a + b)(2, 3)).toBe(5);
  });
});
