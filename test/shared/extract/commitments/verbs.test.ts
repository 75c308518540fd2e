import { describe, expect, test } from 'vitest';
import { readsAs } from './reads-as.ts';

/** One row of the grammar of verbs, and beside it what is near it and reads otherwise; the response is of Friday 20 November 2020. */
describe('from a response of 20 November 2020', () => {
  test.each([
    [
      'a "will" ends a condition of time',
      'Once approved the procedure will be shared with all staff.',
      'none',
    ],
    ['a condition alone', 'Once it is approved by March 2021.', 'no'],
    ['what minutes say a post holder would do', 'The Superintendent would update Members.', 'none'],
    ['what somebody would do in a case', 'If asked, the Superintendent would update Members.', 'no'],
    ['what was agreed', 'It was agreed that an action plan be produced.', 'none'],
    ['what was asked for', 'The Chairman requested that an action plan be produced.', 'no'],
    ['what goes with a promise', 'Audits will begin, with results reviewed by May 2021.', 'by 2021-05-31'],
    ['what is described', 'The force acts in line with guidance issued in May 2021.', 'no'],
    [
      'a date that moved',
      'The deadline has slipped from December to the end of March 2021.',
      'by 2021-03-31',
    ],
    ['a length that grew', 'The deadline may be extended to six months.', 'no'],
    ['an offer with a date', 'I am happy to provide an update by the end of May 2021.', 'by 2021-05-31'],
    ['an offer with none', 'I am happy to provide an update.', 'no'],
    ['a refusal', 'We are unable to commit to a date.', 'no'],
    ['a date that was', 'Originally due in January 2021, it will be done by May 2021.', 'by 2021-05-31'],
    ['what the force expects of itself', 'We should have a draft ready by May 2021.', 'by 2021-05-31'],
    ['what it is bound to', 'Forces should have a draft ready by May 2021.', 'no'],
    ['a body by its capitals', 'SETDAB launched a new campaign.', 'completed'],
    ['a thing by its capitals', 'CCTV provided footage of the cell.', 'no'],
    ['all staff were taught', 'All staff were briefed in October.', 'completed 2020-10-31'],
    ['some were sent out', 'Officers were briefed and sent to the address.', 'no'],
    ['all have done it', 'Both officers have completed the course.', 'completed'],
    ['one has done it', 'The officer has completed the course.', 'no'],
    ['a count', '20 have been closed and 17 are pending.', 'no'],
    ['a backlog that is worked on', 'The backlog will be cleared by May 2021.', 'by 2021-05-31'],
    ['a demand that drifts', 'Demand will be increased by May 2021.', 'no'],
    [
      'a target that was set',
      'The force has set a target of 1 May 2021 for it.',
      'in 2021-05-01..2021-05-01',
    ],
    ['whom the writer asked', 'I have asked the Superintendent to report by May 2021.', 'by 2021-05-31'],
    ['whom a watchdog asked', 'The IOPC has asked the force to report by May 2021.', 'no'],
    ['what is not expected', 'It is not anticipated that this will be done before May 2021.', 'no'],
    ['what a project should come to', 'The project should conclude by May 2021.', 'by 2021-05-31'],
    ['what is set to come', 'Sampling is to take place by May 2021.', 'by 2021-05-31'],
    ['what a purpose explains', 'The purpose is to ensure consistency by May 2021.', 'no'],
    ['what is found', 'HMICFRS found that the force had introduced a tracker.', 'no'],
    ['what a service answers to', 'We aim to respond to complaints within 20 days.', 'no'],
    ['what is open', 'We aim to respond to these open complaints within 20 days.', 'within 20 day'],
    ['what a body changed', 'The force changed its policy.', 'completed'],
    ['what a person agreed in a case', 'The sergeant agreed to review the case by noon.', 'no'],
    ['how things stand', 'The action plan runs from April 2021 to March 2022.', 'no'],
    [
      'a limit that begins with no',
      'We intend that no later than May 2021 all staff will be trained.',
      'by 2021-05-31',
    ],
    ['nobody', 'We know that no officer will be trained by May 2021.', 'no'],
    ['done in a month that has been', 'This was completed in September.', 'completed 2020-09-30'],
    ['to be done in one to come', 'This will be completed in September.', 'in 2021-09-01..2021-09-30'],
  ])('%s: “%s” → %s', (_, text, promise) => {
    expect(readsAs(text)).toBe(promise);
  });
});
