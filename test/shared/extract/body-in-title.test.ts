import { describe, expect, test } from 'vitest';
import { bodyInTitle } from '../../../shared/extract/body-in-title.ts';

describe('the body in a title', () => {
  test.each([
    ['Recommendations - Gwent Police, February 2021', 'Gwent Police'],
    [
      "National recommendation - National Police Chiefs' Council, November 2020",
      "National Police Chiefs' Council",
    ],
    ['Recommendation - British Transport Police - July 2015', 'British Transport Police'],
    ['Recommendation - November 2015, Hertfordshire Constabulary', 'Hertfordshire Constabulary'],
    ['Handling of missing person’s report - West Yorkshire Police, November', 'West Yorkshire Police'],
    ['Response to a report - North Yorkshire Police, January–February 2017', 'North Yorkshire Police'],
    ['Handling of reports of dangerous driving - Sussex Police, 2013/16', 'Sussex Police'],
    ['Collision - no injury - Kent Police, May 2016', 'Kent Police'],
    ['Police response to a concern for welfare – Essex Police, August 2020', 'Essex Police'],
  ])('%s', (title, body) => {
    const found = bodyInTitle(title)!;
    expect(found.body).toBe(body);
    expect(title.slice(found.start, found.end)).toBe(body);
  });

  test.each(['Gwent Police', 'A review of custody', 'Stop - and search'])('is not in “%s”', (title) =>
    expect(bodyInTitle(title)).toBeUndefined(),
  );
});
