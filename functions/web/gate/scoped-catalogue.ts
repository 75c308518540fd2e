import type { Row } from '../../../shared/domain/row.ts';
import { isInScope, type Scope, seesAll } from '../../../shared/domain/scope.ts';
import type { Catalogue } from '../../../shared/store/catalogue.ts';

/** The catalogue as somebody sees it: only what they look after, and as the catalogue has it the very same list while nothing changes. */
export function scopedCatalogue(catalogue: Catalogue, scope: Scope): Catalogue {
  if (seesAll(scope)) return catalogue;
  let last: { all: readonly Row[]; seen: readonly Row[] } | undefined;
  return {
    async rows() {
      const all = await catalogue.rows();
      if (last?.all !== all) last = { all, seen: all.filter((row) => isInScope(scope, row)) };
      return last.seen;
    },
  };
}
