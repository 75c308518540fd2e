import type { MailLine } from '../../../shared/domain/mail.ts';
import { isNudge } from '../../../shared/domain/nudge.ts';
import { dutyOf } from '../moves/find-duty.ts';

/**
 * A stage as people say it.
 *
 * @param of what it is a stage of: where there is no day to count from, a response is asked for, or a date for an update
 *
 * @example '-28' → '28 days before it is due', '+14' → '14 days late', 'opens' → 'window opens', 'review+28' → 'asks for a date',
 *   'published-7' → '7 days before the published date', 'paused+28' → 'review while paused', 'nudge-2020-11-16' → 'asked for by liaison
 *   staff'
 */
export function stageInWords(stage: string, of?: string): string {
  if (isNudge({ stage })) return 'asked for by liaison staff';
  if (stage === 'opens') return 'window opens';
  if (stage.startsWith('review')) return of === 'response' ? 'asks for the response' : 'asks for a date';
  if (stage.startsWith('paused')) return 'review while paused';
  const [, which = '', sign, days] = /^(published|law)?([-+])(\d+)$/.exec(stage) ?? [];
  const count = `${days} ${days === '1' ? 'day' : 'days'}`;
  return sign === '+' ? `${count} late` : `${count} before ${ends[which] ?? 'it is due'}`;
}

/**
 * The stage that a mail was, or will be, planned for, in words that stay true of a mail on another day: a stage on a weekend or a bank
 * holiday is mailed on a working day before or after it, and what a night missed comes later.
 *
 * @example due Monday 18 January 2021, mailed on Friday 15 January, which says "in 3 days" → 'planned for 1 day before it is due'
 */
export function plannedStage(stage: string, of?: string): string {
  const late = /^\+(\d+)$/.exec(stage)?.[1];
  if (late) return `planned for ${late} ${late === '1' ? 'day' : 'days'} after its last day`;
  return /^[a-z]*-\d+$/.test(stage) ? `planned for ${stageInWords(stage)}` : stageInWords(stage, of);
}

const ends: Record<string, string> = { published: 'the published date', law: 'the law’s last day' };

/**
 * What a reminder is of, and its stage: a recommendation can have several dates at once. An update is named by its number alone, because
 * what is kept of a mail does not say whether it was promised or asked for.
 *
 * @example '-14' of '2019-127918.1.response-1' → 'response, planned for 14 days before it is due'; '+42' of its publication →
 *   'publication, planned for 42 days after its last day'; 'opens' of 'update-2' → 'update 2, window opens'
 */
export function reminderInWords(about: About): string {
  const [kind = '', sequence] = dutyOf(about).duty.split('-');
  return `${kind === 'update' ? `update ${sequence}` : kind}, ${plannedStage(about.stage, kind)}`;
}

/** The stage alone, where what it is of is said already. */
export const stageOnly = ({ stage, ...of }: About): string =>
  stageInWords(stage, dutyOf(of).duty.split('-')[0]);

type About = Pick<MailLine, 'caseId' | 'number' | 'deadlineId' | 'stage'>;

/** The same where it stands alone: 'Response, planned for 14 days before it is due'. */
export function reminderAlone(about: About): string {
  const words = reminderInWords(about);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
