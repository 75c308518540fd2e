import { wireFeedback } from './wire.ts';

export { wireFeedback };

/** Started by the queue of what Amazon SES reports of our mails. */
export const handler = wireFeedback(process.env);
