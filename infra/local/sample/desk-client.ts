import type { Hono } from 'hono';

/** Speaks to the web app's own API, in this process: what the demonstration records takes the way that any program's records take. */
export type DeskClient = {
  post<T>(path: string, body: unknown): Promise<T>;
  get<T>(path: string): Promise<T>;
};

export function deskClient(web: Hono): DeskClient {
  const call = async <T>(path: string, init: RequestInit): Promise<T> => {
    const reply = await web.request(`/api/v1${path}`, init);
    if (!reply.ok)
      throw new Error(`${init.method ?? 'GET'} ${path} was answered ${reply.status}: ${await reply.text()}`);
    return (await reply.json()) as T;
  };
  return {
    get: (path) => call(path, {}),
    post: (path, body) =>
      call(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
}
