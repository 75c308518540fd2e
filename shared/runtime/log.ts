import { LogFormatter, Logger, LogItem } from '@aws-lambda-powertools/logger';

/** Structured log lines that carry references, never names, addresses or texts. */
export type Log = {
  info(message: string, facts?: Record<string, unknown>): void;
  warn(message: string, facts?: Record<string, unknown>): void;
  error(message: string, facts?: Record<string, unknown>): void;
};

type Attributes = Parameters<LogFormatter['formatAttributes']>[0];
type More = Parameters<LogFormatter['formatAttributes']>[1];

/** One line says its level, its words, its moment in UTC whatever zone the machine is in, who says it, and the facts. */
class Line extends LogFormatter {
  formatAttributes({ logLevel, message, timestamp, serviceName }: Attributes, facts: More): LogItem {
    const own = { level: logLevel, message, timestamp: timestamp.toISOString(), service: serviceName };
    return new LogItem({ attributes: own }).addAttributes(facts);
  }
}

export function openLog(serviceName: string): Log {
  const logger = new Logger({ serviceName, logFormatter: new Line() });
  return {
    info: (message, facts = {}) => logger.info(message, facts),
    warn: (message, facts = {}) => logger.warn(message, facts),
    error: (message, facts = {}) => logger.error(message, facts),
  };
}

/**
 * What a caught value may say of itself in a log line. The words of an error that we threw, without addresses and without what they
 * quote; of any other only its name, its codes and the place it came through, because others quote what they were given: Amazon SES the
 * address that it refused, JSON the text that it could not read, zod and DynamoDB a field.
 *
 * @example SES says "Email address is not verified: jo@force.example" → 'MessageRejected, status 400, at mail-service.ts:49'
 */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  if (isOurs(error)) return `Error: ${withoutPersonal(error.message)}`;
  const { code, $metadata } = error as { code?: unknown; $metadata?: Metadata };
  return [
    error.name.replace(/[^\w.]/g, ''),
    typeof code === 'string' && /^[A-Z_]+$/.test(code) && code,
    $metadata?.httpStatusCode && `status ${$metadata.httpStatusCode}`,
    $metadata?.requestId && `request ${$metadata.requestId}`,
    placeIn(error.stack),
  ]
    .filter(Boolean)
    .join(', ');
}

type Metadata = { httpStatusCode?: number; requestId?: string };

/** The path of a request as a log may tell it: its references, and nothing else that somebody may have typed there. */
export const pathInLog = (path: string): string =>
  path
    .split('/')
    .map((part) => (/^[\w.-]{0,64}$/.test(part) ? part : '…'))
    .join('/');

// What a library throws has a class, a name or a code of its own.
const isOurs = (error: Error): boolean =>
  Object.getPrototypeOf(error) === Error.prototype && error.name === 'Error' && !('code' in error);

const personal = [/[^\s:<(]+@[^\s>),;]+/g, /\b\d{1,3}(?:\.\d{1,3}){3}\b/g, /"[^"]*"|“[^”]*”|'[^']*'/g];

const withoutPersonal = (words: string): string =>
  personal.reduce((rest, found) => rest.replaceAll(found, '…'), words);

/** The first place of ours in a stack: 'send.ts:120'. */
function placeIn(stack: string | undefined): string | undefined {
  const frames = (stack ?? '').split('\n').filter((line) => /:\d+:\d+\)?$/.test(line));
  const own = frames.find((line) => !/node_modules|node:/.test(line));
  const [, file, line] = /([\w.-]+):(\d+):\d+\)?$/.exec(own ?? '') ?? [];
  return file && `at ${file}:${line}`;
}
