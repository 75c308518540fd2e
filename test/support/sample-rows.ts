import { asDay, type Day } from '../../shared/domain/day.ts';
import type { Duty, Row } from '../../shared/domain/row.ts';

const day = (text: string | null): Day | null => (text === null ? null : asDay(text));

/** A promise for 20 May 2021, made on 20 November 2020 and recorded four days later. */
export function sampleDuty(of: Partial<Record<keyof Duty, unknown>> = {}): Duty {
  const dueOn = of.dueOn === undefined ? '2021-05-20' : (of.dueOn as string | null);
  return {
    id: '2019-127918.1.update-1',
    kind: 'update',
    sequence: 1,
    state: 'open',
    opensOn: null,
    dueOn: day(dueOn),
    lateAfterOn: day(dueOn),
    lawOn: null,
    publishedOn: null,
    pausedOn: null,
    anchorOn: '2020-11-20',
    plannedFromOn: '2020-11-24',
    moved: 0,
    ownerId: 'anna',
    ...of,
  } as Duty;
}

/** A recommendation of the case of 29 September 2020 with a promise for 20 May 2021. */
export const sampleRow = (of: Partial<Record<keyof Row, unknown>> = {}): Row =>
  ({
    caseId: '2019-127918',
    number: 1,
    reference: '2019/127918',
    title: 'Searches of young people',
    addressee: 'Essex Police',
    ownerId: 'anna',
    acceptance: 'accepted',
    source: 'iopc',
    topics: [],
    madeOn: '2020-09-29',
    start: 'Review how searches of young people are authorised.',
    words: '',
    duties: [sampleDuty()],
    dateProposed: false,
    links: [],
    ...of,
  }) as Row;
