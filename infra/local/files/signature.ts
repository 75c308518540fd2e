import { createHash, createHmac } from 'node:crypto';
import { S3Error } from './s3-error.ts';

/** A request as it was signed: its address exactly as it came, and its headers. */
export type Signed = {
  method: string;
  url: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
};

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');

/**
 * The signature of a text under a scope ('20201120/eu-west-2/s3/aws4_request'), as AWS Signature Version 4 derives it.
 *
 * @param scope the part of a credential after the access key
 */
export function signatureOf(secret: string, scope: string, text: string): string {
  const key = scope.split('/').reduce<string | Buffer>((from, part) => hmac(from, part), `AWS4${secret}`);
  return hmac(key, text).toString('hex');
}

export const scopeOf = (credential: string): string => credential.split('/').slice(1).join('/');

type Stamp = { credential: string; signedHeaders: string; signature: string; at: string; payload: string };

/** Refuses a request that is not signed with the secret, or whose time is over. The two ways: a header, or a signed address. */
export function checkSignature(request: Signed, secret: string, now: number): void {
  const url = new URL(request.url, 'http://localhost');
  const stamp = stampInHeader(request) ?? stampInAddress(url, now);
  if (!stamp) throw new S3Error('AccessDenied', 'The request is not signed.', 403);
  const { credential, signedHeaders, signature, at, payload } = stamp;
  const canonical = [
    request.method,
    // As it came: a URL would resolve '..' and so let one address be signed and another be meant.
    request.url.split('?')[0],
    canonicalQuery(url),
    ...signedHeaders.split(';').map((name) => `${name}:${String(request.headers[name] ?? '').trim()}`),
    '',
    signedHeaders,
    payload,
  ].join('\n');
  const scope = scopeOf(credential);
  const text = ['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n');
  if (signatureOf(secret, scope, text) !== signature) {
    throw new S3Error('SignatureDoesNotMatch', 'The signature is not the one that was worked out here.', 403);
  }
}

function stampInHeader({ headers }: Signed): Stamp | undefined {
  const found = /^AWS4-HMAC-SHA256 Credential=(\S+?), ?SignedHeaders=(\S+?), ?Signature=(\w+)$/.exec(
    String(headers.authorization ?? ''),
  );
  if (!found) return undefined;
  const [, credential = '', signedHeaders = '', signature = ''] = found;
  const [at, payload] = [headers['x-amz-date'], headers['x-amz-content-sha256']].map(String);
  return { credential, signedHeaders, signature, at: at!, payload: payload! };
}

function stampInAddress({ searchParams }: URL, now: number): Stamp | undefined {
  const given = (name: string) => searchParams.get(`X-Amz-${name}`) ?? '';
  if (!given('Signature')) return undefined;
  if (now > Date.parse(given('Date').replace(stamped, '$1-$2-$3T$4:$5:$6')) + Number(given('Expires')) * 1000)
    throw new S3Error('AccessDenied', 'Request has expired', 403);
  return {
    credential: given('Credential'),
    signedHeaders: given('SignedHeaders'),
    signature: given('Signature'),
    at: given('Date'),
    payload: 'UNSIGNED-PAYLOAD',
  };
}

const stamped = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/;

const canonicalQuery = ({ searchParams }: URL): string =>
  [...searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');

const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
