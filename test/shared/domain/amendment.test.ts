import { describe, expect, test } from 'vitest';
import { amend, amendCase, amendment, caseAmendment } from '../../../shared/domain/amendment.ts';
import { asDay } from '../../../shared/domain/day.ts';
import type { Response } from '../../../shared/domain/response.ts';
import { allowed, essexCase, essexRecommendation } from './essex.ts';

const why = 'A slip in typing';
const response: Response = {
  caseId: essexCase.id,
  number: 1,
  respondedOn: asDay('2020-11-20'),
  acceptance: 'accepted',
  text: 'We accept it.',
  representations: false,
  version: 1,
};
const recorded = { recommendation: essexRecommendation, response };

describe('amending the words', () => {
  test('changes the text that is given and nothing else', () => {
    expect(amend(recorded, { text: 'Review searches.', why })).toEqual({
      recommendation: { ...essexRecommendation, text: 'Review searches.' },
      response,
    });
    expect(amend(recorded, { responseText: 'We accept it in full.', why })).toEqual({
      recommendation: essexRecommendation,
      response: { ...response, text: 'We accept it in full.' },
    });
  });

  test.each([
    [{}, 'nothing-amended'],
    [{ text: essexRecommendation.text }, 'nothing-amended'],
    [{ text: essexRecommendation.text, responseText: response.text }, 'nothing-amended'],
  ])('to %j, which is what is there, is refused', (typed, refused) => {
    expect(amend(recorded, { ...typed, why })).toMatchObject({ refused });
  });

  test('of a response that has not come is refused at its box', () => {
    const unanswered = { recommendation: essexRecommendation, response: undefined };
    expect(amend(unanswered, { responseText: 'We accept.', why })).toEqual({
      refused: 'no-response',
      message: 'No response has been recorded, so it cannot be amended',
      field: 'responseText',
    });
    expect(amend(unanswered, { why })).toMatchObject({ refused: 'nothing-amended' });
    expect(allowed(amend(unanswered, { text: 'Review searches.', why })).response).toBeUndefined();
  });

  test.each([
    [{ text: ' ', why }, 'Enter the text of the recommendation'],
    [{ responseText: '', why }, 'Enter the words of the response'],
    [{ text: 'Review searches.', why: '' }, 'Enter why it is amended'],
    [{ text: 'Review searches.' }, 'Enter why it is amended'],
    [{ text: 'x'.repeat(20_001), why }, 'The text of the recommendation must be 20,000 characters or fewer'],
  ])('by %j is refused', (typed, message) => {
    expect(amendment.safeParse(typed).error?.issues[0]?.message).toBe(message);
  });
});

describe('amending a case', () => {
  test('changes what is given, and never its address', () => {
    const given = { reference: '2019/127919', why };
    expect(amendCase(essexCase, given)).toEqual({ ...essexCase, reference: '2019/127919' });
    expect(amendCase(essexCase, { summary: 'Abandoned calls.', why })).toEqual({
      ...essexCase,
      summary: 'Abandoned calls.',
    });
  });

  test('leaves what is not given as it is', () => {
    const given = { reference: '2019/127919', title: undefined, summary: undefined, why };
    expect(amendCase(essexCase, given)).toEqual({ ...essexCase, reference: '2019/127919' });
    expect(amendCase(essexCase, { title: undefined, why })).toMatchObject({ refused: 'nothing-amended' });
  });

  test.each([{}, { title: essexCase.title, reference: essexCase.reference }])(
    'to %j, which is what is there, is refused',
    (typed) => {
      expect(amendCase(essexCase, { ...typed, why })).toMatchObject({ refused: 'nothing-amended' });
    },
  );

  test.each([
    [{ reference: '///', why }, 'The reference must contain letters or numbers, like 2019/127918'],
    [{ title: '', why }, 'Enter the title'],
    [{ summary: ' ', why }, 'Enter the summary'],
    [{ title: 'Searches', why: ' ' }, 'Enter why it is amended'],
  ])('by %j is refused', (typed, message) => {
    expect(caseAmendment.safeParse(typed).error?.issues[0]?.message).toBe(message);
  });
});
