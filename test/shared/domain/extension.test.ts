import { describe, expect, test } from 'vitest';
import type { Case } from '../../../shared/domain/case.ts';
import { clockFor } from '../../../shared/domain/clocks.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { type ExtensionInput, extend, extensionInput } from '../../../shared/domain/extension.ts';
import { allowed, essexCase, responseDuty } from './essex.ts';

const moving = { by: 'Lee', today: asDay('2020-11-27') };
const typed = (of: Partial<Record<keyof ExtensionInput, string>> = {}) =>
  extensionInput.parse({ appliedOn: '2020-11-20', grantedOn: '2020-11-25', newDueOn: '2020-12-18', ...of });

const extended = (input: ExtensionInput, of: Partial<Case> = {}) =>
  extend(responseDuty(of), clockFor({ ...essexCase, ...of }), input, moving);

describe('an extension: made 29 September 2020, the law’s last day 23 November', () => {
  test('moves the law’s last day, replaces the published date, arms the reminders anew and keeps what was', () => {
    const { deadline, revision } = allowed(extended(typed({ newDueOn: '2020-12-18' })));
    expect(deadline).toMatchObject({
      lawOn: '2020-12-18',
      publishedOn: null,
      dueOn: '2020-12-18',
      lateAfterOn: '2020-12-18',
      revision: 2,
      moved: 0,
      plannedFromOn: '2020-11-27',
      nextActionOn: '2020-11-27',
      settledThrough: { owner: null, manager: null, chair: null },
    });
    expect(deadline.working.at(-1)).toBe(
      'Extended: applied for on 20 November 2020 and granted on 25 November 2020, to 18 December 2020, which replaces the published date',
    );
    expect(revision).toMatchObject({
      how: 'extend',
      revision: 2,
      before: { dueOn: '2020-11-23', lateAfterOn: '2020-11-24' },
      after: { dueOn: '2020-12-18', lateAfterOn: '2020-12-18' },
      appliedOn: '2020-11-20',
      grantedOn: '2020-11-25',
      by: 'Lee',
    });
  });

  test.each([
    ['2020-12-17', '2020-12-18', '2020-12-18'],
    ['2020-12-18', '2020-12-18', '2020-12-18'],
    ['2021-01-08', '2020-12-18', '2021-01-08'],
  ])('to 18 December with %s published: due %s, late after %s', (published, dueOn, lateAfterOn) => {
    expect(allowed(extended(typed(), { publishedDueOn: asDay(published) })).deadline).toMatchObject({
      dueOn,
      lateAfterOn,
    });
  });

  test.each([
    ['applied for on the last day', { appliedOn: '2020-11-23' }, undefined],
    ['applied for the day after', { appliedOn: '2020-11-24' }, 'applied-too-late'],
    ['applied for on the day made', { appliedOn: '2020-09-29' }, undefined],
    ['applied for the day before', { appliedOn: '2020-09-28' }, 'applied-before-made'],
    ['granted on the day applied', { grantedOn: '2020-11-20' }, undefined],
    ['granted the day before', { grantedOn: '2020-11-19' }, 'granted-before-applied'],
    ['granted today', { grantedOn: '2020-11-27' }, undefined],
    ['granted tomorrow', { grantedOn: '2020-11-28' }, 'granted-in-the-future'],
    ['to the day after the last', { newDueOn: '2020-11-24' }, undefined],
    ['to the last day itself', { newDueOn: '2020-11-23' }, 'extended-to-earlier'],
  ])('%s: %j → %s', (_, of, refused) => {
    const result = extended(typed(of));
    expect('refused' in result ? result.refused : undefined).toBe(refused);
  });

  test.each<[string, object, string, string]>([
    [
      'too late',
      { appliedOn: '2020-11-24' },
      'appliedOn',
      'An extension must be applied for before the period ends: its last day was 23 November 2020',
    ],
    [
      'too early',
      { appliedOn: '2020-09-28' },
      'appliedOn',
      'The application must be dated on or after 29 September 2020, the day the recommendation was made',
    ],
    [
      'granted before it was asked for',
      { grantedOn: '2020-11-19' },
      'grantedOn',
      'The day it was granted must be on or after the day it was applied for',
    ],
    [
      'granted tomorrow',
      { grantedOn: '2020-11-28' },
      'grantedOn',
      'The day it was granted must be today or in the past',
    ],
    [
      'to no later day',
      { newDueOn: '2020-11-23' },
      'newDueOn',
      'The new last day must be after 23 November 2020, the last day without the extension',
    ],
  ])('%s: says so at the box that is wrong', (_, of, field, message) => {
    expect(extended(typed(of))).toMatchObject({ field, message });
  });

  test('the working says that the published date is replaced only where it is', () => {
    expect(allowed(extended(typed(), { publishedDueOn: asDay('2020-12-18') })).deadline.working.at(-1)).toBe(
      'Extended: applied for on 20 November 2020 and granted on 25 November 2020, to 18 December 2020',
    );
    const { working } = allowed(extended(typed())).deadline;
    expect(working.slice(0, -1)).toEqual(responseDuty().working);
  });

  test('the reason is kept with it, where one is given', () => {
    expect(allowed(extended(typed({ why: 'Two more witnesses' }))).revision.why).toBe('Two more witnesses');
    expect(allowed(extended(typed())).revision.why).toBeUndefined();
    expect(extensionInput.safeParse({ ...typed(), why: 'x'.repeat(2_000) }).success).toBe(true);
    expect(extensionInput.safeParse({ ...typed(), why: 'x'.repeat(2_001) }).success).toBe(false);
  });

  test('again, on an application received before the extended period ends', () => {
    const { deadline } = allowed(extended(typed()));
    const again = (appliedOn: string) =>
      extend(
        deadline,
        clockFor(essexCase),
        typed({ appliedOn, grantedOn: '2020-12-21', newDueOn: '2021-01-31' }),
        { by: 'Lee', today: asDay('2020-12-21') },
      );
    expect(allowed(again('2020-12-18')).deadline).toMatchObject({ lawOn: '2021-01-31', revision: 3 });
    expect(again('2020-12-19')).toMatchObject({ refused: 'applied-too-late', field: 'appliedOn' });
  });

  test('is refused where no law sets or extends a period', () => {
    for (const legalBasis of ['section-10-advice', 'quick-time-learning', 'none'] as const)
      expect(extended(typed(), { legalBasis })).toMatchObject({ refused: 'no-extension' });
    const inspectorate = { source: 'hmicfrs', legalBasis: 'section-55-report' } as const;
    expect(extended(typed(), inspectorate)).toEqual({
      refused: 'no-extension',
      message: 'No law lets the period for this response be extended',
    });
  });

  test('is refused for a response that had no last day by law when it was recorded', () => {
    const undated = responseDuty({ legalBasis: 'none' });
    expect(extend(undated, clockFor(essexCase), typed(), moving)).toMatchObject({ refused: 'no-extension' });
  });

  describe('by a coroner, of a report sent on 29 September 2020: its last day is 24 November', () => {
    const coroner = { source: 'coroner', legalBasis: 'regulation-28-report' } as const;

    test.each([
      ['on the last day', '2020-11-24', ''],
      [
        'after it',
        '2020-11-25',
        '; applied for after the period had ended, as the law allows (Coroners (Investigations) Regulations 2013, regulation 29(5))',
      ],
    ])('applied for %s it is granted, and the working says so where it was late', (_, appliedOn, late) => {
      const { deadline } = allowed(
        extended(typed({ appliedOn, grantedOn: '2020-11-27' }), { ...coroner, publishedDueOn: undefined }),
      );
      expect(deadline).toMatchObject({ lawOn: '2020-12-18', dueOn: '2020-12-18', lateAfterOn: '2020-12-18' });
      expect(deadline.working).toEqual([
        expect.stringContaining('24 November 2020'),
        `Extended: applied for on ${appliedOn === '2020-11-24' ? 24 : 25} November 2020 and granted on 27 November 2020, to 18 December 2020${late}`,
      ]);
    });

    test.each([
      ['applied for before it was sent', { appliedOn: '2020-09-28' }, 'applied-before-made'],
      ['granted before it was applied for', { appliedOn: '2020-11-26' }, 'granted-before-applied'],
      ['to the last day itself', { newDueOn: '2020-11-24' }, 'extended-to-earlier'],
    ])('%s it is refused as any other', (_, of, refused) => {
      expect(extended(typed(of), coroner)).toMatchObject({ refused });
    });
  });
});
