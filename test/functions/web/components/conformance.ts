import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'vitest';
import { type HtmlNode, readHtml } from '../../../support/html-tree.ts';

const require = createRequire(import.meta.url);

// biome-ignore lint/suspicious/noExplicitAny: each example's options have a shape of their own, read only in the tests
export type Options = any;

type Example = { name: string; html: string; options: Options };

/** A component as hono/jsx gives it: something that turns into HTML. */
type Rendered = { toString(): unknown } | null;

/** One of the named examples that govuk-frontend ships for its own tests: options in, HTML out. */
export function example(component: string, name: string): Example {
  const path = require.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`);
  const { fixtures } = JSON.parse(readFileSync(path, 'utf8')) as { fixtures: Example[] };
  const found = fixtures.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`govuk-frontend has no example "${name}" of ${component}`);
  return found;
}

/**
 * Expects the same elements, roles, ids, names, ARIA attributes, classes and words as govuk-frontend. Left out on both
 * sides: `data-` attributes, which only its scripts read, and our own `tracker-` classes, which add to its look.
 */
export function expectSame(ours: Rendered, theirs: string): void {
  expect(comparable(String(ours))).toEqual(comparable(theirs));
}

/** The size in "govuk-label--l". */
export function sizeOf(part: { classes?: string } | undefined) {
  return /--(s|m|l|xl)$/.exec(part?.classes ?? '')?.[1] as 's' | 'm' | 'l' | 'xl' | undefined;
}

function comparable(html: string): HtmlNode[] {
  return readHtml(html).map(withoutScriptHooks);
}

function withoutScriptHooks(node: HtmlNode): HtmlNode {
  if (typeof node === 'string') return node;
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(node.attributes)) {
    if (!name.startsWith('data-')) attributes[name] = name === 'class' ? sharedClasses(value) : value;
  }
  return { ...node, attributes, children: node.children.map(withoutScriptHooks) };
}

/** `--hidden` goes because it hides an answer's fields only where a script can show them again. */
function sharedClasses(value: string): string {
  const names = value.split(/\s+/);
  return names
    .filter((name) => !name.startsWith('tracker-') && !name.endsWith('__conditional--hidden'))
    .sort()
    .join(' ');
}
