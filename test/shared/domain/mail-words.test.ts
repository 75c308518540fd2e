import { describe, expect, test } from 'vitest';
import { aboutPart, blanks, type MailPart, mailPartNames } from '../../../shared/domain/mail-parts.ts';
import {
  filled,
  mailWording,
  ourWords,
  partWordsInput,
  wordsChangeInput,
  wordsInForce,
  wordsResetInput,
} from '../../../shared/domain/mail-words.ts';

const tried = (part: MailPart, to: object) => {
  const parsed = partWordsInput(part).safeParse(to);
  return parsed.success ? parsed.data : parsed.error.issues.map(({ message }) => message);
};
const words = (part: MailPart, text: string) => tried(part, { words: text });

describe('our words', () => {
  test.each(mailPartNames)('for %s could have been chosen by an organisation', (part) => {
    expect(tried(part, ourWords[part])).toEqual(ourWords[part]);
  });

  test('may have at most what can be filled in, and must have nothing they may not have', () => {
    for (const part of mailPartNames) {
      const { mayHave, mustHave } = aboutPart(part);
      for (const blank of mayHave) expect(Object.keys(blanks)).toContain(blank);
      for (const blank of mustHave) expect(mayHave).toContain(blank);
    }
  });
});

describe('words that an organisation chooses', () => {
  test.each<[MailPart, string]>([
    ['response-due', 'Send the answer of {body} by {due date}.'],
    ['paused', 'Wait.'],
    ['lapsed', '“Late” is late: see https://force.example/late?a=1&b=2 for {due date}.'],
    ['greeting', '{name}: good morning'],
    ['greeting-team', 'Hello {name},'],
    ['closing', 'Yours, {organisation}'],
  ])('%s may say %j', (part, text) => {
    expect(words(part, text)).toEqual({ words: text });
  });

  test.each<[MailPart, string, string]>([
    [
      'response-due',
      'Send {answer} of {body}.',
      'There is no {answer}. What can be filled in here is {body} and {due date}',
    ],
    [
      'response-asked',
      'Answer for {body} by {due date}.',
      'There is no {due date}. What can be filled in here is {body}',
    ],
    [
      'lapsed',
      'See {Due Date}.',
      'There is no {Due Date}. What can be filled in here is {body} and {due date}',
    ],
    ['lapsed', 'See {} now.', 'There is no {}. What can be filled in here is {body} and {due date}'],
    ['response-due', 'Send it.', 'Say {body}: no mail can go without it'],
    ['greeting', 'Hello,', 'Say {name}: no mail can go without it'],
    ['closing', 'Yours.', 'Say {organisation}: no mail can go without it'],
    [
      'lapsed',
      'Half a {brace',
      'Write { and } only around what is to be filled in. What can be filled in here is {body} and {due date}',
    ],
    [
      'lapsed',
      'Two {{body}}',
      'Write { and } only around what is to be filled in. What can be filled in here is {body} and {due date}',
    ],
    ['lapsed', 'Say <b>now</b>.', 'Write plain words, without HTML: they would be shown as they are'],
    ['lapsed', 'Fish &amp; chips', 'Write plain words, without HTML: they would be shown as they are'],
    ['lapsed', 'One\nTwo', 'The words must be on one line'],
    ['lapsed', 'x'.repeat(601), 'The words must be 600 characters or fewer'],
    ['lapsed', '  ', 'Enter the words'],
    ['lapsed', '-----', 'Begin the words with a word'],
    ['lapsed', '2019/127918 recommendation 1', 'Begin the words with a word'],
    [
      'closing',
      'What to do: pay {organisation}',
      'Begin the words with other words: a mail has a part that begins so already',
    ],
    [
      'lapsed',
      'what was Promised: much',
      'Begin the words with other words: a mail has a part that begins so already',
    ],
    ...[
      'For your information: pay',
      'An answer on this recommendation waits',
      'The response itself goes to us',
      'See it and answer here: evil.example',
      'See it here: evil.example',
      'See it, and record what you will',
    ].map((text): [MailPart, string, string] => [
      'lapsed',
      text,
      'Begin the words with other words: a mail has a part that begins so already',
    ]),
    [
      'lapsed',
      'How the date is reached: by bus',
      'Begin the words with other words: a mail has a part that begins so already',
    ],
  ])('%s may not say %j', (part, text, message) => {
    expect(words(part, text)).toContain(message);
  });

  test('may be 600 characters long, and the added sentence 300', () => {
    expect(words('lapsed', 'x'.repeat(600))).toEqual({ words: 'x'.repeat(600) });
    expect(tried('lapsed', { words: 'x', added: 'y'.repeat(300) })).toMatchObject({ added: 'y'.repeat(300) });
    expect(tried('lapsed', { words: 'x', added: 'y'.repeat(301) })).toEqual([
      'The added sentence must be 300 characters or fewer',
    ]);
  });

  test('add a sentence by the same rules, which need not name what the words must', () => {
    expect(tried('response-due', { words: '{body}', added: 'By {due date}.' })).toMatchObject({
      added: 'By {due date}.',
    });
    expect(tried('response-due', { words: '{body}', added: 'For {name}.' })).toEqual([
      'There is no {name}. What can be filled in here is {body} and {due date}',
    ]);
    expect(tried('response-due', { words: '{body}', added: ' ' })).toEqual({
      words: '{body}',
      added: undefined,
    });
  });

  test('add none to the first and last lines', () => {
    expect(tried('closing', { words: '{organisation}', added: 'More' })).toEqual([
      'There is no field called added',
    ]);
  });
});

describe('what is filled in', () => {
  test('stands in its place, each time, and is not filled in again', () => {
    expect(filled('{body} asks {body} on {due date}', { body: '{due date}', 'due date': 'Monday' })).toBe(
      '{due date} asks {due date} on Monday',
    );
  });
});

describe('the wording in force', () => {
  test('is ours, but for what was chosen', () => {
    expect(wordsInForce(undefined)).toEqual(ourWords);
    const own = { words: 'Wait.' };
    expect(wordsInForce({ parts: { paused: own } })).toEqual({ ...ourWords, paused: own });
  });

  test.each([
    [{ parts: {} }, true],
    [{ parts: { paused: { words: 'Wait.' } } }, true],
    [{ parts: { paused: { words: 'Wait, {name}.' } } }, false],
    [{ parts: { nothing: { words: 'Wait.' } } }, false],
    [{ parts: { paused: 'Wait.' } }, false],
  ])('kept as %j is valid: %s', (kept, isValid) => {
    expect(mailWording.safeParse({ settings: 'wording', version: 1, ...kept }).success).toBe(isValid);
  });
});

test('a change names the version it was decided on', () => {
  const change = wordsChangeInput('paused');
  expect(change.safeParse({ to: { words: 'Wait.' }, version: 0, why: ' ' }).data).toEqual({
    to: { words: 'Wait.' },
    version: 0,
    why: undefined,
  });
  for (const version of [-1, 0.5, undefined])
    expect(change.safeParse({ to: { words: 'Wait.' }, version }).success).toBe(false);
});

test('a reset is of one part that there is, or of all', () => {
  expect(wordsResetInput.safeParse({ part: 'paused', version: 1 }).success).toBe(true);
  expect(wordsResetInput.safeParse({ version: 1 }).success).toBe(true);
  expect(wordsResetInput.safeParse({ part: 'nothing', version: 1 }).error?.issues[0]?.message).toBe(
    'There is no such part',
  );
});
