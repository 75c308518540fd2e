import { entriesOf } from './calendar.ts';
import { htmlOf } from './html.ts';
import type { Composed, Letter } from './letter.ts';
import { subjectOf } from './subject.ts';
import { textOf } from './text.ts';
import { compareItems } from './urgency.ts';

/** Writes the mail: one digest of everything this recipient must hear of today, the most urgent first. */
export function compose(letter: Letter): Composed {
  const sorted = { ...letter, items: letter.items.toSorted((a, b) => compareItems(a, b, letter.today)) };
  return {
    subject: subjectOf(sorted),
    text: textOf(sorted),
    html: htmlOf(sorted),
    entries: entriesOf(sorted),
  };
}
