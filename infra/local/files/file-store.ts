import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenOnLoopback, readBody, reply } from '../loopback-server.ts';
import { readPostedFile } from './posted-file.ts';
import { errorXml, S3Error } from './s3-error.ts';
import { knowsTestVirus, type Scan, tagsXml } from './scan.ts';
import { checkSignature } from './signature.ts';
import { openStoredFiles, removeOlder, type StoredFiles } from './stored-files.ts';

/** Room for a file at the limit and the fields before it. */
const LONGEST_REQUEST = 12 * 1024 * 1024;
const DAY = 24 * 60 * 60 * 1000;

export type FileStore = {
  endpoint: string;
  /** The key of every file in it. */
  keys(): string[];
  stop(): Promise<void>;
};

type Wish = {
  bucket: string;
  /** The secret key that the functions sign with. */
  secret: string;
  /** Where the files are kept; null keeps them in memory. */
  directory: string | null;
  /** The time on the wall, which signatures go by; the tracker's own date may be simulated. */
  now?: () => number;
  /** Looks at a file for viruses. */
  scan?: Scan;
  warn?: (sentence: string) => void;
};

type Parts = Required<Pick<Wish, 'bucket' | 'secret' | 'now' | 'scan'>> & { files: StoredFiles };

/**
 * The S3 of a local run and of the tests, with one bucket: takes what a signed form sends, PutObject, GetObject and GetObjectTagging, and
 * gives nothing without a signature whose time has not passed. A version of a file is known by the sum of its bytes. What has waited for a
 * day is removed at the next start.
 */
export async function startFileStore({
  directory,
  now = Date.now,
  scan = knowsTestVirus,
  warn = console.warn,
  ...wish
}: Wish) {
  if (directory !== null) removeOlder(directory, 'waiting/', new Date(now() - DAY).toISOString());
  const parts: Parts = { ...wish, now, scan, files: openStoredFiles(directory) };
  const server = await listenOnLoopback((request, response) => {
    answer(request, response, parts).catch((error) => {
      warn(`The store of files could not answer: ${String(error)}`);
      response.destroy();
    });
  });
  return { endpoint: server.endpoint, keys: parts.files.keys, stop: server.stop } satisfies FileStore;
}

async function answer(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  try {
    const body = await readBody(request, LONGEST_REQUEST);
    if (body === null) throw new S3Error('EntityTooLarge', 'The request is too long.', 400);
    const [path = '', query = ''] = (request.url ?? '').split('?');
    const [, bucket, ...key] = path.split('/').map(decodeURIComponent);
    if (bucket !== parts.bucket) throw new S3Error('NoSuchBucket', 'There is no such bucket.', 404);
    if (request.method === 'POST') return await takeForm(request, response, body, parts);
    const { method = '', url = '', headers } = request;
    checkSignature({ method, url, headers }, parts.secret, parts.now());
    if (method === 'PUT') return put(response, key.join('/'), body, request, parts);
    if (method === 'GET') return get(response, key.join('/'), new URLSearchParams(query), parts);
    throw new S3Error('MethodNotAllowed', 'This store does not answer to that.', 405);
  } catch (error) {
    if (!(error instanceof S3Error)) throw error;
    reply(response, { status: error.status, contentType: 'application/xml', body: errorXml(error) });
  }
}

const etagOf = (bytes: Uint8Array) => `"${createHash('md5').update(bytes).digest('hex')}"`;

async function takeForm(
  request: IncomingMessage,
  response: ServerResponse,
  body: Uint8Array,
  { bucket, secret, now, files }: Parts,
): Promise<void> {
  const type = request.headers['content-type'] ?? '';
  const { key, bytes, redirect } = await readPostedFile(body, type, { secret, now: now() });
  files.put(key, bytes);
  const etag = etagOf(bytes);
  if (redirect === undefined) return void response.writeHead(204, { etag }).end();
  const location = new URL(redirect);
  for (const [name, value] of Object.entries({ bucket, key, etag }))
    location.searchParams.append(name, value);
  response.writeHead(303, { location: location.href }).end();
}

function put(
  response: ServerResponse,
  key: string,
  body: Uint8Array,
  { headers }: IncomingMessage,
  { files }: Parts,
): void {
  const sum = createHash('sha256').update(body).digest();
  const claimed = headers['x-amz-checksum-sha256'];
  if (
    headers['x-amz-content-sha256'] !== sum.toString('hex') ||
    (claimed && claimed !== sum.toString('base64'))
  )
    throw new S3Error('BadDigest', 'The sum of the bytes is not the one that was sent with them.', 400);
  files.put(key, body);
  response.writeHead(200, { etag: etagOf(body) }).end();
}

/** Whoever asks, a file is to be saved and never opened: a browser on this machine is no safer than any other. */
function get(response: ServerResponse, key: string, query: URLSearchParams, { files, scan }: Parts): void {
  const bytes = files.get(key);
  if (!bytes) throw new S3Error('NoSuchKey', 'The specified key does not exist.', 404);
  const version = createHash('sha256').update(bytes).digest('hex');
  if (query.has('tagging')) {
    response.writeHead(200, { 'content-type': 'application/xml', 'x-amz-version-id': version });
    return void response.end(tagsXml(scan(bytes)));
  }
  if ((query.get('versionId') ?? version) !== version)
    throw new S3Error('NoSuchVersion', 'The specified version does not exist.', 404);
  const disposition = query.get('response-content-disposition') ?? 'attachment';
  response.writeHead(200, {
    'content-type': query.get('response-content-type') ?? 'application/octet-stream',
    'content-disposition': disposition.startsWith('attachment') ? disposition : 'attachment',
    'content-length': bytes.length,
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
    etag: etagOf(bytes),
  });
  response.end(bytes);
}
