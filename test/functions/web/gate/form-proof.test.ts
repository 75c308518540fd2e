import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formsIn, wrongProof } from '../../../support/forms-in.ts';
import { elements, readHtml } from '../../../support/html-tree.ts';

const pages = globSync('functions/web/**/*.{ts,tsx}').map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));

/** Where a form goes that proves nothing: elsewhere, to the store of files; or to where nobody is signed in yet. */
const without = ['functions/web/mine/sign-in.tsx', 'functions/web/pages/choose-file.tsx'];

test('every form in every page that posts brings its proof, but for the two that could not', () => {
  const forms = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/<form\b[^>]*method="post"[^>]*>([\s\S]*?)<\/form>/g)].map(([, inside]) => ({
      path,
      proves: /<FormProof |<FormToken |name=\{tokenField\}/.test(inside!),
    })),
  );
  expect(forms.length).toBeGreaterThan(10);
  expect(
    forms
      .filter(({ proves }) => !proves)
      .map(({ path }) => path)
      .sort(),
  ).toEqual(without);
});

test('every move of a page is made at the desk of its form; only a look, or what goes on by itself, is not', () => {
  const calls = pages.flatMap(({ text }) =>
    [...text.matchAll(/\b(\w+)\(site\.desk\b/g)].map(([, name]) => name!),
  );
  expect([...new Set(calls)].sort()).toEqual([
    'askingFor',
    'checkPasted',
    'mayAddTo',
    'weighMany',
    'workOnList',
  ]);
});

test.each([
  ['no proof', '/contacts', ''],
  ['no showing', '/contacts', '<input name="token" value="x"/>'],
  [
    'two tokens',
    '/contacts',
    '<input name="token"/><input name="token"/><input name="once" value="0123456789abcdef"/>',
  ],
  ['a showing that is none', '/contacts', '<input name="token"/><input name="once" value="1"/>'],
  ['the proof in a form that goes elsewhere', 'https://files.example/', '<input name="token"/>'],
])('a form with %s is found wrong wherever a test looks at it', (_, action, inside) => {
  const html = `<form method="post" action="${action}">${inside}</form>`;
  const [form] = formsIn([...elements(readHtml(html))]);
  expect(wrongProof(form!)).toContain(`The form to ${action}`);
});
