import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = { id: string; help: string; nodes: { html: string }[] };

/** What axe finds wrong with a page by WCAG 2.2 AA and its best practices, in words. The page's own scripts stay off; axe is the browser's. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(script);
  const found = await page.evaluate(
    `axe.run({ resultTypes: ['violations'], runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] }).then((r) => r.violations)`,
  );
  return (found as Violation[]).map(
    ({ id, help, nodes }) => `${id}: ${help} ${nodes.map(({ html }) => html).join(' ')}`,
  );
}
