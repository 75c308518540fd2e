import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartError } from './start-error.ts';

export type LoopbackServer = { endpoint: string; stop(): Promise<void> };

/** An HTTP server nobody outside this computer can reach. `stop` also ends requests that were left hanging. */
export async function listenOnLoopback(answer: RequestListener, port = 0): Promise<LoopbackServer> {
  const server = createServer(answer);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new StartError(`Port ${port} is taken: choose another.`) : error;
  });
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The whole body of a request, or `null` when it is longer than the limit. */
export async function readBody(request: IncomingMessage, limitInBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= limitInBytes) chunks.push(chunk);
  }
  return length <= limitInBytes ? Buffer.concat(chunks) : null;
}

export function reply(
  response: ServerResponse,
  answer: { status: number; contentType: string; body: string; headers?: Record<string, string> },
): void {
  response.writeHead(answer.status, { 'content-type': answer.contentType, ...answer.headers });
  response.end(answer.body);
}
