import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, asDay } from '../../../shared/domain/day.ts';
import type { MailPart } from '../../../shared/domain/mail-parts.ts';
import { type MailWords, ourWords } from '../../../shared/domain/mail-words.ts';
import { wordingOf } from '../../../shared/mail/wording.ts';
import { anyDeadline } from '../domain/any-deadline.ts';
import { contact, dutyBy, essexRecommendation, responseDuty } from '../domain/essex.ts';
import { composed, itemFor, plain, readable } from './letters.ts';

const withWords = (part: MailPart, words: string, added?: string): MailWords => ({
  ...ourWords,
  [part]: { words, added },
});
const said = (words: MailWords, today: string, role: 'owner' | 'manager' = 'owner', duty = responseDuty()) =>
  wordingOf(itemFor(duty, { role }), asDay(today), words);

describe('an organisation’s own words', () => {
  const words = withWords('response-due', 'Answer for {body} by {due date}.', 'Ring us about {body}.');

  test('stand where ours did, with the facts in their places; what the law adds stays', () => {
    expect(said(words, '2020-11-09')).toMatchObject({
      state: 'response due in 14 days, by 23 November 2020',
      action:
        'Answer for Essex Police by Monday 23 November 2020. If more time is needed, the IOPC must receive an application for an extension by the end of Monday 23 November 2020.',
      added: 'Ring us about Essex Police.',
    });
  });

  test('name the later of two dates once the earlier has passed', () => {
    expect(said(words, '2020-11-24').action).toMatch(
      /^Answer for Essex Police by Tuesday 24 November 2020\./,
    );
  });

  test('of one kind of mail say nothing in another', () => {
    expect(said(words, '2020-11-25')).toMatchObject({
      action: expect.stringContaining('Reply with the response.'),
      added: undefined,
    });
  });

  test('are quoted whole to whoever gets a copy', () => {
    expect(said(words, '2020-11-09', 'manager')).toMatchObject({
      action: expect.stringMatching(/was asked: “Answer for Essex Police.* Ring us about Essex Police\.”$/),
      added: undefined,
    });
  });

  test('fill in nothing that stands in a fact', () => {
    const recommendation = { ...essexRecommendation, addressee: '{due date} {name}' };
    const item = itemFor(responseDuty(), {}, { recommendation });
    expect(wordingOf(item, asDay('2020-11-09'), words).added).toBe('Ring us about {due date} {name}.');
  });

  test.each<[MailPart, string]>([
    ['window-open', '2021-05-01'],
    ['update-due', '2021-05-10'],
    ['update-due', '2021-05-20'],
    ['lapsed', '2021-05-21'],
  ])('%s are said on %s', (part, today) => {
    const own = withWords(part, 'Our words.');
    expect(said(own, today, 'owner', dutyBy('2021-05-20', '2021-04-01')).action).toBe('Our words.');
  });

  test('begin and end a mail; whom the team is greeted as is theirs too', () => {
    const own: MailWords = {
      ...ourWords,
      greeting: { words: 'Good morning {name}' },
      'greeting-team': { words: 'Good morning all' },
      closing: { words: 'Yours, {organisation}' },
    };
    const item = itemFor(dutyBy('2021-05-20'));
    const { text } = composed([item], '2021-05-10', { words: own });
    expect(text).toMatch(/^Good morning DI Sam Field \(Detective Inspector, Public Protection\)\n/);
    expect(text).toMatch(/\nYours, Essex Police\n\nRecommendation Tracker, Essex Police\n$/);
    const team = contact('team', { kind: 'team' });
    expect(composed([item], '2021-05-10', { words: own, recipient: team }).text).toMatch(
      /^Good morning all\n/,
    );
  });

  test('are the same in text and in html, whatever the duty and the day', () => {
    const everywhere = Object.fromEntries(
      Object.entries(ourWords).map(([part, { words: ours }]) => [
        part,
        { words: ours, added: `More & more <${part}>` },
      ]),
    ) as MailWords;
    fc.assert(
      fc.property(anyDeadline, fc.nat(400), (deadline, days) => {
        const today = addDays(deadline.plannedFromOn, days);
        const { text, html } = composed([itemFor(deadline)], today, { words: everywhere });
        expect(text).toContain('More & more <');
        expect(readable(html)).toBe(plain(text));
      }),
      { numRuns: 200 },
    );
  });
});
