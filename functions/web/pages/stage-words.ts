/**
 * A stage as people say it.
 *
 * @example '-28' → '28 days before', '+14' → '14 days late', 'opens' → 'window opens', 'review+28' → 'review'
 */
export function stageInWords(stage: string): string {
  if (stage === 'opens') return 'window opens';
  if (stage.startsWith('review')) return 'review';
  const count = Number(stage.slice(1));
  return `${count} ${count === 1 ? 'day' : 'days'} ${stage.startsWith('-') ? 'before' : 'late'}`;
}
