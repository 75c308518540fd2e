import { expect, test } from 'vitest';
import { codeMail } from '../../../shared/mail/code-mail.ts';
import { plain, readable } from './letters.ts';

const digits = '01234567';
const { subject, text, html, entries } = codeMail({ digits, organisation: 'Essex Police' });

test('the digits stand alone on a line, in both parts, with nothing between them', () => {
  expect(text.split('\n').filter((line) => line.includes('0'))).toContain(digits);
  expect(html.match(/>01234567</g)).toHaveLength(1);
});

test('says what the code is for, how long it counts, and what to do where nobody asked for it', () => {
  expect(text.split('\n\n')).toEqual([
    'Here is your code to sign in to the Recommendation Tracker of Essex Police, where you see and answer the recommendations you are named for:',
    digits,
    'Type it where you asked for it. It works once, on that browser only, for 10 minutes after you asked; a newer code takes its place.',
    'Keep it to yourself: nobody at the tracker will ever ask you for it.',
    'If you did not ask for it, ignore this mail. Nobody has got in.',
    'Recommendation Tracker, Essex Police\n',
  ]);
});

test('the html part says what the text says', () => {
  expect(readable(html)).toBe(plain(text));
});

test('the subject, which a locked screen shows, tells no digits; there is no link and nothing for a calendar', () => {
  expect(subject).toBe('Your code for the Recommendation Tracker');
  expect(subject).not.toMatch(/\d/);
  expect(html).not.toContain('href');
  expect(entries).toBeUndefined();
});

test('an organisation with markup in its name is words', () => {
  const hostile = codeMail({ digits, organisation: '<script>alert(1)</script>' });
  expect(hostile.html).not.toContain('<script>');
});
