import { bounceScenarios } from './bounces.ts';
import { crashScenarios } from './crashes.ts';
import { nightScenarios } from './nights.ts';
import { recordScenarios } from './records.ts';
import type { Scenario } from './scenario.ts';

/** The eleven scenarios that other systems fail, in the order in which they are usually told. */
export const scenarios: Scenario[] = [
  nightScenarios.skipped,
  nightScenarios.twice,
  crashScenarios.sentNotRecorded,
  crashScenarios.recordedNotSent,
  recordScenarios.dateMoved,
  nightScenarios.insideAnOffset,
  recordScenarios.noOwner,
  bounceScenarios.hardBounce,
  recordScenarios.poisonedRow,
  nightScenarios.sixtyDays,
  nightScenarios.clockChange,
];
