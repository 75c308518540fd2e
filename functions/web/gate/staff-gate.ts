import { staffKey } from '../../../shared/store/keys.ts';
import { read } from '../../../shared/store/read.ts';
import { findSession } from '../../../shared/store/sessions.ts';
import type { WebDeps } from '../web.ts';
import { secretIn } from './cookies.ts';
import type { Gate } from './gate.ts';

/**
 * Tells who of the staff asks. Their record is read at every request, strongly consistent, and the session counts only with the version it
 * was begun with: a changed role or scope, or the end of somebody's access, holds from the next request on.
 */
export const openStaffGate =
  ({ table, wall }: Pick<WebDeps, 'table' | 'wall'>): Gate['staff'] =>
  async (c) => {
    const secret = secretIn(c, 'session');
    const session = secret ? await findSession(table, secret, wall.now()) : undefined;
    if (!session || !('staffId' in session.of)) return undefined;
    const staff = await read(table, 'staff', staffKey(session.of.staffId));
    if (staff?.status !== 'active' || staff.version !== session.of.staffVersion) return undefined;
    const { id, name, role, scope } = staff;
    const { formToken } = session;
    const { provenAt } = session.of;
    return { kind: 'staff', id, name, role, scope, sessionId: session.id, formToken, provenAt };
  };
