import type { RowFilter } from '../../../../shared/domain/row-filter.ts';
import { queryOf } from '../../forms/filter-form.ts';

/** The list of recommendations narrowed to a filter, as an address that can be kept. */
export const listHref = (filter: Partial<RowFilter> = {}, page?: number): string =>
  `/recommendations${queryOf({ standing: [], ...filter }, page)}`;
