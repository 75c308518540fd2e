import { asDay } from '../../shared/domain/day.ts';
import type { Row } from '../../shared/domain/row.ts';

type Duty = Row['duties'][number];

/** A response that is late after 24 November 2020. */
export const toRespond = (of: Partial<Record<keyof Duty, unknown>> = {}): Duty =>
  ({
    id: '2019-127918.1.response-1',
    kind: 'response',
    sequence: 1,
    state: 'open',
    opensOn: null,
    dueOn: asDay('2020-11-23'),
    lateAfterOn: asDay('2020-11-24'),
    lawOn: asDay('2020-11-23'),
    publishedOn: asDay('2020-11-24'),
    pausedOn: null,
    anchorOn: asDay('2020-09-29'),
    plannedFromOn: asDay('2020-09-29'),
    moved: 0,
    ...of,
  }) as Duty;

/** An update that is promised by 20 February 2021. */
export const toUpdate = (of: Partial<Record<keyof Duty, unknown>> = {}): Duty =>
  toRespond({
    id: '2019-127918.1.update-1',
    kind: 'update',
    dueOn: '2021-02-20',
    lateAfterOn: '2021-02-20',
    lawOn: null,
    publishedOn: null,
    anchorOn: '2020-11-20',
    promise: 'We will do this within 3 months',
    ...of,
  });

/** A recommendation of 29 September 2020 that Anna owns, with these duties. */
export const rowWith = (duties: Duty[], of: Partial<Record<keyof Row, unknown>> = {}): Row =>
  ({
    caseId: '2019-127918',
    number: 1,
    addressee: 'Essex Police',
    ownerId: 'anna',
    acceptance: 'accepted',
    start: 'Review searches.',
    words: 'review searches',
    duties,
    dateProposed: false,
    links: [],
    reference: '2019/127918',
    title: 'Searches of young people',
    source: 'iopc',
    topics: [],
    madeOn: '2020-09-29',
    ...of,
  }) as Row;
