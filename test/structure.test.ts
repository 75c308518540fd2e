import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** What each part of the tree may import besides itself: one direction, doors → store, mail → domain (docs/decisions). */
const mayImport: Record<string, { own: string[]; packages: RegExp }> = {
  'shared/domain': { own: [], packages: /^(zod|date-fns|@date-fns\/(utc|tz))(\/|$)/ },
  'shared/mail': { own: ['shared/domain'], packages: /^(hono\/html|nodemailer)(\/|$)/ },
  'shared/store': {
    own: ['shared/domain'],
    packages: /^(@aws-sdk\/(client|lib)-dynamodb|node:(crypto|util)|zod)$/,
  },
  'shared/files': {
    own: ['shared/domain'],
    packages: /^(@aws-sdk\/(client-s3|s3-presigned-post|s3-request-presigner)|node:crypto)$/,
  },
  // What more than one door decides by: the night and its preview, the sender and a nudge.
  'shared/engine': {
    own: ['shared/domain', 'shared/store', 'shared/mail', 'shared/runtime'],
    packages: /^$/,
  },
  'shared/extract': { own: ['shared/domain'], packages: /^(htmlparser2|csv-stringify|zod)(\/|$)/ },
  'shared/runtime': {
    own: ['shared/domain'],
    packages: /^(@aws-lambda-powertools\/logger|@aws-sdk\/client-(sqs|ses)|node:crypto|zod)$/,
  },
  functions: { own: ['shared'], packages: /^(?!aws-cdk|vitest|tsx|esbuild|oidc-provider)/ },
  infra: { own: ['shared', 'functions'], packages: /^(?!vitest)/ },
};

const doors = ['web', 'nightly', 'sender', 'feedback', 'watchdog', 'reconcile'];
const source = Object.keys(mayImport).flatMap((part) => globSync(`${part}/**/*.{ts,tsx}`));

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const statements = text.matchAll(
    /^(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gm,
  );
  return [...statements].map(([, from, lazy, bare]) => (from ?? lazy ?? bare)!);
}

const within = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
const partOf = (file: string) => Object.keys(mayImport).findLast((part) => within(file, part))!;

const forbiddenIn = (file: string): string[] =>
  importsOf(file).filter((specifier) => {
    const part = partOf(file);
    const { own, packages } = mayImport[part]!;
    if (!specifier.startsWith('.')) return !packages.test(specifier);
    const target = normalize(join(dirname(file), specifier));
    return ![part, ...own].some((folder) => within(target, folder));
  });

describe('the structure', () => {
  test('has source files to look at, and sees their imports', () => {
    expect(source.length).toBeGreaterThan(50);
    expect(importsOf('shared/domain/deadline.ts')).toContain('./day.ts');
  });

  test('has one direction: doors → store and mail → domain', () => {
    const wrong = source.flatMap((file) =>
      forbiddenIn(file).map((specifier) => `${file} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  test('keeps the doors apart: none imports another', () => {
    const wrong = source.filter((file) => {
      const door = doors.find((each) => within(file, `functions/${each}`));
      const others = doors.filter((each) => each !== door).map((each) => `functions/${each}`);
      return (
        door &&
        importsOf(file).some((from) =>
          others.some((other) => within(normalize(join(dirname(file), from)), other)),
        )
      );
    });
    expect(wrong).toEqual([]);
  });

  test('keeps the domain free of clock, environment and chance', () => {
    const wrong = globSync('shared/domain/**/*.ts').filter((file) =>
      /\bDate\.now\(|new Date\(\)|process\.|Math\.random|randomUUID/.test(readFileSync(file, 'utf8')),
    );
    expect(wrong).toEqual([]);
  });

  test('keeps a Date inside the calendar and the clock', () => {
    const allowed = [
      'shared/domain/day.ts',
      'shared/domain/london.ts',
      'shared/runtime/clock.ts',
      'shared/mail/mime.ts',
    ];
    const wrong = globSync(['shared/**/*.ts', 'functions/**/*.{ts,tsx}'])
      .filter((file) => !allowed.includes(file))
      .filter((file) => /new Date\(|: Date\b/.test(readFileSync(file, 'utf8')));
    expect(wrong).toEqual([]);
  });

  test('keeps every source file under 200 lines and every handler under 20', () => {
    const lines = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1;
    expect(source.filter((file) => lines(file) > 200)).toEqual([]);
    expect(globSync('functions/*/handler.ts').filter((file) => lines(file) > 20)).toEqual([]);
  });
});
