/**
 * Picks rules out of a minified stylesheet by the classes they speak of.
 *
 * A selector stays when every class in it passes `keeps`; a rule stays while one of its selectors does; an `@media` or
 * `@supports` block while it has a rule left. `@font-face` and the blocks for browsers that are gone (Internet
 * Explorer, old Firefox) go. What stands inside `:not(…)` says what a rule is not about, so it is not looked at.
 */
export function keepRules(css: string, keeps: (className: string) => boolean): string {
  let kept = '';
  for (const { prelude, body } of blocks(css)) {
    if (/^@(media|supports)/.test(prelude)) {
      const inner = GONE.test(prelude) ? '' : keepRules(body, keeps);
      if (inner) kept += `${prelude}{${inner}}`;
    } else if (!prelude.startsWith('@')) {
      const selectors = splitSelectors(prelude).filter((selector) => classesIn(selector).every(keeps));
      if (selectors.length > 0) kept += `${selectors.join(',')}{${body}}`;
    }
  }
  return kept;
}

const GONE = /\\0|-ms-high-contrast|caret-color|not \(text-wrap:balance\)/;

type Block = { prelude: string; body: string };

/** Cuts a stylesheet into its outermost `prelude{body}` blocks. */
function* blocks(css: string): Generator<Block> {
  const source = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@charset[^;]*;/, '');
  let from = 0;
  for (;;) {
    const open = source.indexOf('{', from);
    if (open === -1) return;
    const close = closingBrace(source, open);
    yield { prelude: source.slice(from, open).trim(), body: source.slice(open + 1, close) };
    from = close + 1;
  }
}

function closingBrace(source: string, open: number): number {
  let depth = 0;
  for (let at = open; at < source.length; at += 1) {
    if (source[at] === '{') depth += 1;
    if (source[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`The stylesheet has a block that never closes, at character ${open}.`);
}

/** Splits at the commas between selectors, not at those inside brackets. */
function splitSelectors(prelude: string): string[] {
  return prelude.split(/,(?![^([]*[)\]])/);
}

function classesIn(selector: string): string[] {
  const positive = selector.replace(/:not\((?:[^()]|\([^()]*\))*\)/g, '');
  return [...positive.matchAll(/\.((?:\\.|[\w-])+)/g)].map(([, name]) => name!.replaceAll('\\', ''));
}
