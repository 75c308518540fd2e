import { isNudge } from '../../../shared/domain/nudge.ts';

/**
 * A stage as people say it.
 *
 * @example '-28' → '28 days before', '+14' → '14 days late', 'opens' → 'window opens', 'review+28' → 'review',
 *   'published-7' → '7 days before the published date', 'paused+28' → 'review while paused', 'nudge-2020-11-16' → 'asked for by liaison
 *   staff'
 */
export function stageInWords(stage: string): string {
  if (isNudge({ stage })) return 'asked for by liaison staff';
  if (stage === 'opens') return 'window opens';
  if (stage.startsWith('review')) return 'review';
  if (stage.startsWith('paused')) return 'review while paused';
  const [, which = '', sign, days] = /^(published|law)?([-+])(\d+)$/.exec(stage) ?? [];
  const count = `${days} ${days === '1' ? 'day' : 'days'}`;
  return sign === '+' ? `${count} late` : `${count} before${ends[which] ?? ''}`;
}

const ends: Record<string, string> = { published: ' the published date', law: ' the law’s last day' };
