import { wireWatchdog } from './wire.ts';

export { wireWatchdog };

/** Started by EventBridge Scheduler at 08:00 London time. */
export const handler = wireWatchdog(process.env);
