import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { aboutPart, type MailPart, mailPartNames } from '../../../shared/domain/mail-parts.ts';
import { ourWords } from '../../../shared/domain/mail-words.ts';
import { compose } from '../../../shared/mail/compose.ts';
import { sampleLetter } from '../../../shared/mail/sample-letters.ts';

const shared = { serviceUrl: 'https://tracker.example', organisation: 'Essex Police' };
const days = ['2020-11-24', '2024-02-29', '2021-05-31', '2021-03-28'].map(asDay);
const marked = (part: MailPart) => {
  const mark = `Marked words of ${part}`;
  const needed = aboutPart(part)
    .mustHave.map((blank) => `{${blank}}`)
    .join(' ');
  return { mark, words: { ...ourWords, [part]: { words: `${mark} ${needed}` } } };
};

describe.each(mailPartNames)('the sample for %s', (part) => {
  test.each(days)('on %s has its words, and says what every mail says', (today) => {
    const { mark, words } = marked(part);
    const { subject, text, html } = compose(sampleLetter(part, { ...shared, today, words }));
    // To the liaison team the last lines are ours.
    expect(text).toContain(mark);
    expect(html).toContain(mark);
    expect(subject).toMatch(/^SAMPLE\/000123 recommendation 1: /);
    expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
  });

  test('in our words names nothing that is not filled in', () => {
    const { text } = compose(sampleLetter(part, { ...shared, today: days[0]!, words: ourWords }));
    expect(text).not.toMatch(/[{}]/);
  });
});
