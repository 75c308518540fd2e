import { describe, expect, test } from 'vitest';
import { asDay } from '../../../../shared/domain/day.ts';
import { readsAs } from './reads-as.ts';

/** One row of the grammar of times, one row here: the response is of Friday 20 November 2020. */
describe('a time after "We will report", from a response of 20 November 2020', () => {
  test.each([
    ['within 3 months', 'within 3 month'],
    ['in 4-6mths', 'between 4 6 month'],
    ['between four and six months', 'between 4 6 month'],
    ['over the next six months', 'within 6 month'],
    ['in twenty-four weeks', 'in 24 week'],
    ['within six (6) weeks', 'within 6 week'],
    ['in a month or two', 'between 1 2 month'],
    ['in a couple of weeks', 'in 2 week'],
    ['within half a year', 'within 6 month'],
    ['in six weeks’ time', 'in 6 week'],
    ['six months from now', 'in 6 month'],
    ['by 31/03/21', 'by 2021-03-31'],
    ['by 31-03-2021', 'by 2021-03-31'],
    ['by 2021-03-31', 'by 2021-03-31'],
    ['by March 31, 2021', 'by 2021-03-31'],
    ['by the 31st of March', 'by 2021-03-31'],
    ['by April', 'by 2021-04-30'],
    ['by Mar 21', 'by 2021-03-31'],
    ['by the end of November', 'by 2020-11-30'],
    ['prior to March 2021', 'by 2021-02-28'],
    ['before 1 March 2021', 'by 2021-02-28'],
    ['before the end of March 2021', 'by 2021-03-31'],
    ['March 2021 at the latest', 'by 2021-03-31'],
    ['by March 2021 at the latest', 'by 2021-03-31'],
    ['in the next financial year', 'in 2021-04-01..2022-03-31'],
    ['in this financial year', 'in 2020-04-01..2021-03-31'],
    ['by the end of the financial year', 'by 2021-03-31'],
    ['by financial year end', 'by 2021-03-31'],
    ['in 2021/22', 'in 2021-04-01..2022-03-31'],
    ['by Q2 2021/22', 'by 2021-09-30'],
    ['in Q3 of 2021', 'in 2021-07-01..2021-09-30'],
    ['in Q4', 'in 2021-01-01..2021-03-31'],
    ['in the final quarter of 2020/21', 'in 2021-01-01..2021-03-31'],
    ['next quarter', 'in 2021-01-01..2021-03-31'],
    ['in H2 2021', 'in 2021-07-01..2021-12-31'],
    ['in early 2021', 'in 2021-01-01..2021-03-31'],
    ['in mid-2021', 'in 2021-06-01..2021-07-31'],
    ['in late 2021', 'in 2021-10-01..2021-12-31'],
    ['in early March', 'in 2021-03-01..2021-03-10'],
    ['in the spring', 'in 2021-03-01..2021-05-31'],
    ['in the winter of 2021', 'in 2021-12-01..2022-02-28'],
    ['in the new year', 'in 2021-01-01..2021-01-31'],
    ['later this year', 'in 2020-11-21..2020-12-31'],
    ['next month', 'in 1 month'],
    ['next year', 'in 2021-01-01..2021-12-31'],
    ['in April next year', 'in 2021-04-01..2021-04-30'],
    ['in November/December', 'in 2020-11-01..2020-12-31'],
    ['in December or January', 'in 2020-12-01..2021-01-31'],
    ['between 1 April and 30 June 2021', 'between 2021-04-01..2021-06-30'],
    ['between December and February 2021', 'between 2020-12-01..2021-02-28'],
    ['in the week commencing 4 January 2021', 'in 2021-01-04..2021-01-10'],
    ['on Monday', 'in 2020-11-23..2020-11-23'],
    ['by close of play Friday', 'by 2020-11-27'],
    ['by Easter 2022', 'by 2022-04-17'],
    ['tomorrow', 'in 1 day'],
    ['three months after implementation', 'none'],
    ['once national guidance is available', 'none'],
    ['at the next meeting of the board', 'none'],
    ['in due course', 'none'],
    ['by 31 June 2021', 'by null'],
    ['every six months', 'no'],
    ['annually', 'no'],
  ])('%s → %s', (time, promise) => {
    expect(readsAs(`We will report ${time}.`)).toBe(promise);
  });
});

describe('months are counted from the response, and land as Dodds v Walker has them', () => {
  test.each([
    ['2020-11-30', 'in 3 months', '2021-02-28'],
    ['2020-09-30', 'in 4 months', '2021-01-30'],
    ['2020-02-29', 'in 12 months', '2021-02-28'],
  ])('responded %s, %s → %s', async (on, time, due) => {
    const { commitmentsIn } = await import('../../../../shared/extract/commitments.ts');
    expect(commitmentsIn(`An update will follow ${time}.`, asDay(on))[0]?.dueOn).toBe(due);
  });
});
