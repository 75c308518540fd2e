import { describe, expect, it } from 'vitest';
import { asSentence } from '../../../../functions/web/pages/deadline-words.ts';
import {
  plannedStage,
  reminderAlone,
  reminderInWords,
  stageInWords,
} from '../../../../functions/web/pages/stage-words.ts';
import {
  momentInWords,
  monthInWords,
  monthsLater,
  spanInWords,
} from '../../../../functions/web/pages/time-words.ts';

describe('a stage is said as people say it', () => {
  it.each([
    ['opens', 'window opens'],
    ['-28', '28 days before it is due'],
    ['-1', '1 day before it is due'],
    ['+1', '1 day late'],
    ['+14', '14 days late'],
    ['review+28', 'asks for a date'],
    ['review+118', 'asks for a date'],
    ['paused+28', 'review while paused'],
    ['published-7', '7 days before the published date'],
    ['law-1', '1 day before the law’s last day'],
  ])('%s: %s', (stage, words) => {
    expect(stageInWords(stage)).toBe(words);
  });
});

describe('the stage a mail is planned for stays true when the mail goes on another day', () => {
  it.each([
    ['opens', 'window opens'],
    ['-1', 'planned for 1 day before it is due'],
    ['-28', 'planned for 28 days before it is due'],
    ['published-7', 'planned for 7 days before the published date'],
    ['law-1', 'planned for 1 day before the law’s last day'],
    ['+1', 'planned for 1 day after its last day'],
    ['+14', 'planned for 14 days after its last day'],
    ['review+28', 'asks for a date'],
    ['paused+28', 'review while paused'],
    ['nudge-2020-11-16', 'asked for by liaison staff'],
  ])('%s: %s', (stage, words) => {
    expect(plannedStage(stage)).toBe(words);
  });
});

describe('a reminder is named by what it is of', () => {
  it.each([
    ['response-1', '-1', 'response, planned for 1 day before it is due'],
    ['publication-1', '+42', 'publication, planned for 42 days after its last day'],
    ['update-2', '-7', 'update 2, planned for 7 days before it is due'],
    ['update-12', 'opens', 'update 12, window opens'],
    ['update-1', 'review+28', 'update 1, asks for a date'],
    ['response-1', 'review+28', 'response, asks for the response'],
  ])('%s, %s: %s', (duty, stage, words) => {
    const reminder = { caseId: '2019-127918', number: 1, deadlineId: `2019-127918.1.${duty}`, stage };
    expect(reminderInWords(reminder)).toBe(words);
    expect(reminderAlone(reminder)).toBe(`${words.charAt(0).toUpperCase()}${words.slice(1)}`);
  });
});

describe('a moment is said in London’s time', () => {
  it.each([
    ['2020-11-09T06:10:00.000Z', 'Monday 9 November 2020 at 06:10'],
    ['2020-09-28T23:30:00Z', 'Tuesday 29 September 2020 at 00:30'],
    ['2021-03-28T00:59:00Z', 'Sunday 28 March 2021 at 00:59'],
    ['2021-03-28T01:00:00Z', 'Sunday 28 March 2021 at 02:00'],
  ])('%s: %s', (at, words) => {
    expect(momentInWords(at)).toBe(words);
  });
});

describe('a span of time is said in one line', () => {
  it.each([
    ['2020-11-09T06:10:00Z', '2020-11-09T06:12:00Z', 'Monday 9 November 2020 from 06:10 to 06:12'],
    [
      '2020-11-09T23:59:00Z',
      '2020-11-10T00:01:00Z',
      'Monday 9 November 2020 from 23:59 to Tuesday 10 November 2020 at 00:01',
    ],
  ])('%s to %s', (from, to, words) => {
    expect(spanInWords(from, to)).toBe(words);
  });
});

describe('a month', () => {
  it('is said without a day', () => {
    expect(monthInWords('2020-11')).toBe('November 2020');
  });

  it('has a next across the year, and none outside the years that are kept', () => {
    expect(monthsLater('2020-12', 1)).toBe('2021-01');
    expect(monthsLater('1900-01', -1)).toBeUndefined();
    expect(monthsLater('2999-12', 1)).toBeUndefined();
  });
});

describe('a sentence of working', () => {
  it('begins with a capital and ends with one full stop', () => {
    expect(asSentence('opens on 1 March 2021')).toBe('Opens on 1 March 2021.');
    expect(asSentence('Done.')).toBe('Done.');
  });
});
