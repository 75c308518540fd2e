import { globSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { FILE_CALLS } from '../../../infra/aws/evidence-access.ts';
import { INDEXES_READ, TABLE_CALLS } from '../../../infra/aws/table-access.ts';
import { bundle, entries } from '../../../infra/build/bundle.ts';

/** The permission each command of the SDK needs; a transaction needs those of its parts. */
const PERMISSIONS = {
  GetCommand: 'GetItem',
  BatchGetCommand: 'BatchGetItem',
  PutCommand: 'PutItem',
  UpdateCommand: 'UpdateItem',
  DeleteCommand: 'DeleteItem',
  ScanCommand: 'Scan',
} as const;
const PARTS = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
} as const;

const outdir = mkdtempSync(join(tmpdir(), 'tracker-calls-'));

beforeAll(() => bundle({ outdir, entries }), 60_000);

/** Our own lines of a bundle: what is never reached has already been dropped from it, and each file is headed by its name. */
function ownLines(name: string): string {
  const texts = globSync(join(outdir, name, '*.mjs')).map((path) => readFileSync(path, 'utf8'));
  const files = texts.join('\n').split(/^\/\/ (?=[\w.@/-]+\.(?:m?js|cjs|tsx?)$)/m);
  return files.filter((file) => /^(?:shared|functions)\//.test(file)).join('\n');
}

function found(lines: string, what: Readonly<Record<string, string>>, pattern: (word: string) => string) {
  return Object.entries(what)
    .filter(([word]) => new RegExp(pattern(word)).test(lines))
    .map(([, permission]) => permission);
}

/** What each way to a file needs: a signed form is a permission to put, lent to whoever holds it. */
const WAYS_TO_FILES = {
  'new GetObjectTaggingCommand': 'GetObjectTagging',
  'new GetObjectCommand': 'GetObject',
  'new PutObjectCommand': 'PutObject',
  createPresignedPost: 'PutObject',
} as const;

describe.each(Object.keys(TABLE_CALLS) as (keyof typeof TABLE_CALLS)[])('the %s function', (name) => {
  it('may make the calls that its bundle makes to the table, no fewer and no more', () => {
    const lines = ownLines(name);
    const calls = [
      ...found(lines, PERMISSIONS, (command) => `new ${command}\\d*\\(`),
      ...found(lines, PARTS, (part) => `\\b${part}: [{\\w]`),
      ...(asksTheTableItself(lines) ? ['Query'] : []),
    ];
    expect([...new Set(calls)].toSorted()).toEqual([...TABLE_CALLS[name]]);
  });

  it('may make the calls that its bundle makes to the files of evidence', () => {
    const lines = ownLines(name);
    const ways = found(lines, WAYS_TO_FILES, (way) => `\\b${way}\\(`);
    const calls = /new GetObjectCommand\(\{[^}]*VersionId/.test(lines) ? [...ways, 'GetObjectVersion'] : ways;
    const allowed = name === 'web' ? Object.values(FILE_CALLS).flat() : [];
    expect([...new Set(calls)].toSorted()).toEqual([...new Set(allowed)].toSorted());
  });

  it('may query the indexes that its bundle queries', () => {
    const indexes = [...ownLines(name).matchAll(/IndexName: "(\w+)"/g)].map(([, index]) => index);
    expect([...new Set(indexes)].toSorted()).toEqual([...INDEXES_READ[name]]);
  });
});

const MAIL_CALLS = { GetSendQuotaCommand: 'GetSendQuota', SendRawEmailCommand: 'SendRawEmail' } as const;

describe('the mail service', () => {
  it.each([
    ['nightly', ['GetSendQuota']],
    ['sender', ['GetSendQuota', 'SendRawEmail']],
    ['web', ['GetSendQuota', 'SendRawEmail']],
    ['feedback', []],
    ['watchdog', []],
  ])(
    'is called by the %s function for %j, which it may (permissions.test.ts), and nothing else',
    (name, calls) => {
      expect(found(ownLines(name), MAIL_CALLS, (command) => `new ${command}\\d*\\(`)).toEqual(calls);
    },
  );
});

/** Whether there is a query by `pk`, the table's own key; the others are by the key of an index. */
function asksTheTableItself(lines: string): boolean {
  return /KeyConditionExpression: ["`]pk\b/.test(lines);
}
