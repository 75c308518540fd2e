import type { Gate } from '../../../functions/web/gate/gate.ts';
import { asInstant } from '../../../shared/domain/london.ts';

/** A gate at which always the same sample administrator asks: for what a local run records of itself. */
export const sampleGate: Gate = {
  staff: async () => ({
    kind: 'staff',
    id: 'sample-administrator',
    name: 'Sample Administrator',
    role: 'administrator',
    scope: { bodies: [], boards: [] },
    sessionId: 'sample',
    formToken: 'sample',
    provenAt: asInstant('2999-12-31T00:00:00.000Z'),
  }),
  owner: async () => undefined,
};
