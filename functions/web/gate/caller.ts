import type { Context } from 'hono';

/** What a request comes with besides itself: the event of the API on AWS, or the connection to this computer. */
type Came = {
  event?: { requestContext?: { http?: { sourceIp?: string } } };
  incoming?: { socket?: { remoteAddress?: string } };
};

/**
 * The network address that a request came from, as the API or the connection says and nobody who sends it; undefined for a call within
 * the process, which came over no network.
 */
export function callerAddress({ env }: Context): string | undefined {
  const { event, incoming } = (env ?? {}) as Came;
  return event?.requestContext?.http?.sourceIp ?? incoming?.socket?.remoteAddress;
}
