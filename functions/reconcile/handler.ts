import { wireReconcile } from './wire.ts';

export { wireReconcile };

/** Started by EventBridge Scheduler on Mondays at 07:30 London time. */
export const handler = wireReconcile(process.env);
