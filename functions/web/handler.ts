import { handle } from 'hono/aws-lambda';
import { wireWeb } from './wire.ts';

export { wireWeb };

/** Answers every request that comes through the door (infra/aws/web-api). */
export const handler = handle(wireWeb(process.env));
