import { Logger } from '@aws-lambda-powertools/logger';

/** Structured log lines that carry references, never names, addresses or texts. */
export type Log = {
  info(message: string, facts?: Record<string, unknown>): void;
  warn(message: string, facts?: Record<string, unknown>): void;
  error(message: string, facts?: Record<string, unknown>): void;
};

export function openLog(serviceName: string): Log {
  const logger = new Logger({ serviceName });
  return {
    info: (message, facts = {}) => logger.info(message, facts),
    warn: (message, facts = {}) => logger.warn(message, facts),
    error: (message, facts = {}) => logger.error(message, facts),
  };
}

/** What a caught value says of itself, for a log line. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
