import { wireNightly } from './wire.ts';

export { wireNightly };

/** Started by EventBridge Scheduler at 06:10, 10:10 and 14:10 London time. */
export const handler = wireNightly(process.env);
