import type { ServerType } from '@hono/node-server';

/**
 * Has a server take TRACE for a method that nothing here answers to: the platform makes no request of its own from it, so it would be a
 * fault instead of being refused like any other, with every header of an answer.
 */
export const withoutTrace = (server: ServerType): ServerType =>
  server.prependListener('request', (incoming: { method?: string }) => {
    if (incoming.method === 'TRACE') incoming.method = 'UNKNOWN';
  });
