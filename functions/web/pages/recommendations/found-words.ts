import type { PageOf } from '../../../../shared/domain/page-of.ts';
import { orders, type RowFilter } from '../../../../shared/domain/row-filter.ts';

/** '1,234' */
export const counted = (count: number): string => count.toLocaleString('en-GB');

/** '1 recommendation', '1,234 recommendations' */
export const recommendationsCounted = (count: number): string =>
  `${counted(count)} ${count === 1 ? 'recommendation' : 'recommendations'}`;

/**
 * Which of what was found a page shows, and in which order.
 *
 * @example '26 to 50 of 1,234 recommendations, most urgent first'; '3 recommendations, due first' where all are on the page
 */
export function shownInWords({ first, last, total, pages }: PageOf<unknown>, { sort }: RowFilter): string {
  const order = orders[sort ?? 'urgent'];
  const which = pages > 1 ? `${counted(first)} to ${counted(last)} of ` : '';
  return `${which}${recommendationsCounted(total)}: ${order.charAt(0).toLowerCase()}${order.slice(1)}`;
}
