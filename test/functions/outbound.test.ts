import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { namedBy } from '../../shared/domain/naming.ts';

/** What is deployed: everything else runs on somebody's own machine. */
const source = globSync('{functions,shared}/**/*.{ts,tsx}').map((file) => ({
  file,
  text: readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''),
}));

const filesWith = (pattern: RegExp) =>
  source.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

describe('what is deployed', () => {
  it('is looked at', () => {
    expect(source.length).toBeGreaterThan(400);
    expect(filesWith(/@aws-sdk\/client-dynamodb/)).toContain('shared/store/table.ts');
  });

  it('asks nobody but the services of AWS and the identity provider, and those by their own clients', () => {
    expect(filesWith(/(?<![.\w])fetch\(|XMLHttpRequest|new WebSocket|EventSource\(/)).toEqual([]);
    expect(
      filesWith(/from ['"](?:node:)?(?:https?|http2|net|tls|dgram|dns|undici|axios|got)(?:\/\w+)?['"]/),
    ).toEqual([]);
    expect(
      filesWith(/['"]openid-client['"]/).filter((file) => !file.startsWith('functions/web/identity/')),
    ).toEqual([]);
  });

  it('checks every certificate', () => {
    expect(filesWith(/rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED/)).toEqual([]);
  });

  it('starts no process, and runs no words as a program', () => {
    expect(filesWith(/node:child_process|node:vm|node:worker_threads/)).toEqual([]);
    expect(filesWith(/(?<![.\w])eval\(|new Function\(|setTimeout\(\s*['"`]/)).toEqual([]);
  });

  it('makes a regular expression of our own words only, and of a name where each sign of it is escaped', () => {
    const made = filesWith(/new RegExp\(/);
    const ours = /^shared\/(extract\/(page|body-in-title|printed-day|commitments)|domain\/contact\.ts)/;
    expect(made.filter((file) => !ours.test(file))).toEqual(['shared/domain/naming.ts']);
    expect(namedBy('Ann.*', { id: 'x', email: 'x@sample.example', name: 'Ann.*' })).toEqual(['name']);
    expect(namedBy('Annette', { id: 'x', email: 'x@sample.example', name: 'Ann.*' })).toEqual([]);
  });

  it('puts finished HTML into a page in three known files only', () => {
    expect(filesWith(/(?<![.\w])raw\(|dangerouslySetInnerHTML/).sort()).toEqual([
      'functions/web/layout.tsx',
      'functions/web/pages/mail-preview.tsx',
      'shared/mail/frame.ts',
    ]);
  });
});
