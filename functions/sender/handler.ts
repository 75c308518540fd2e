import { wireSender } from './wire.ts';

export { wireSender };

/** Started by the mail queue, ten mails at a time. */
export const handler = wireSender(process.env);
