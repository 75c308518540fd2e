import type { HttpRequest } from '@smithy/types';
import type { Table } from '../../shared/store/table.ts';

type Sent = { request: HttpRequest & { body?: string } };

const connectionLost = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

/**
 * From now on the reply to the next write of this kind is lost once its effect is there, so that the SDK, its own retries as in
 * production, sends it again. `forgetful`: the database does not know the second one for the first, as when the ten minutes of its
 * token have passed, and answers that the condition failed.
 */
export function loseNextReply(
  { client }: Table,
  command: 'TransactWriteItems' | 'PutItem',
  { forgetful = true }: { forgetful?: boolean } = {},
): { tries(): number } {
  let tries = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      const { request } = args as Sent;
      if (!request.headers['x-amz-target']?.endsWith(`.${command}`)) return next(args);
      tries += 1;
      if (forgetful) withoutToken(request);
      const answered = await next(args);
      if (tries === 1) throw connectionLost();
      return answered;
    },
    { step: 'deserialize', priority: 'low' },
  );
  return { tries: () => tries };
}

// An embedded engine does not check signatures, so the request may be rewritten after it was signed.
function withoutToken(request: Sent['request']): void {
  const { ClientRequestToken: _, ...rest } = JSON.parse(String(request.body));
  request.body = JSON.stringify(rest);
  request.headers['content-length'] = String(Buffer.byteLength(request.body));
}
