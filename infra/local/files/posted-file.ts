import * as z from 'zod';
import { S3Error } from './s3-error.ts';
import { scopeOf, signatureOf } from './signature.ts';

/** A file that a form sent: what its policy let through. */
export type PostedFile = { key: string; bytes: Uint8Array; redirect: string | undefined };

const Condition = z.union([
  z.tuple([z.literal('content-length-range'), z.number(), z.number()]),
  z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]),
  z.record(z.string(), z.string()),
]);
const Policy = z.object({ expiration: z.iso.datetime(), conditions: z.array(Condition) });
type Policy = z.infer<typeof Policy>;
type Fields = ReadonlyMap<string, string>;

const denied = (message: string) => new S3Error('AccessDenied', message, 403);

/** Reads a form upload and checks it as S3 does: signature, time, every field against the policy, and the length of the file. */
export async function readPostedFile(
  body: Uint8Array,
  contentType: string,
  { secret, now }: { secret: string; now: number },
): Promise<PostedFile> {
  const { fields, file } = await readParts(body, contentType);
  const policy = signedPolicy(fields, secret);
  if (now > Date.parse(policy.expiration)) throw denied('Invalid according to Policy: Policy expired.');
  const bytes = new Uint8Array(await file.arrayBuffer());
  checkFields(policy, fields);
  checkLength(policy, bytes.length);
  return { key: fields.get('key')!, bytes, redirect: fields.get('success_action_redirect') };
}

/** The fields before the file, by their names in small letters; what comes after it does not count. */
async function readParts(body: Uint8Array, type: string): Promise<{ fields: Fields; file: File }> {
  const parts = await new Response(body as Uint8Array<ArrayBuffer>, { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw new S3Error('MalformedPOSTRequest', 'The body is not well-formed multipart/form-data.', 400);
    });
  const fields = new Map<string, string>();
  for (const [name, value] of parts) {
    if (typeof value === 'string') fields.set(name.toLowerCase(), value);
    else if (name === 'file') {
      const ownName = value.name.replace(/^.*[/\\]/s, '');
      // A function, because a name may hold what a pattern for replacing takes for a sign.
      fields.set(
        'key',
        (fields.get('key') ?? '').replace(/\$\{filename\}$/, () => ownName),
      );
      return { fields, file: value };
    }
  }
  throw new S3Error('InvalidArgument', 'POST requires exactly one file upload per request.', 400);
}

function signedPolicy(fields: Fields, secret: string): Policy {
  const policy = fields.get('policy');
  if (!policy) throw denied('The form is not signed.');
  const signature = signatureOf(secret, scopeOf(fields.get('x-amz-credential') ?? ''), policy);
  if (signature !== fields.get('x-amz-signature')) {
    throw new S3Error('SignatureDoesNotMatch', 'The signature is not the one that was worked out here.', 403);
  }
  return Policy.parse(JSON.parse(Buffer.from(policy, 'base64').toString()));
}

const uncovered = ['policy', 'x-amz-signature'];

function checkFields({ conditions }: Policy, fields: Fields): void {
  const tests = conditions.flatMap((condition) => testsOf(condition));
  for (const { name, holds, says } of tests) {
    if (!holds(fields.get(name) ?? '')) {
      throw denied(`Invalid according to Policy: Policy Condition failed: ${says}`);
    }
  }
  const extra = [...fields.keys()].filter(
    (field) => !uncovered.includes(field) && !tests.some(({ name }) => name === field),
  );
  if (extra.length > 0) {
    throw denied(`Invalid according to Policy: Extra input fields: ${extra.join(', ').replace(/[<&]/g, '')}`);
  }
}

type Test = { name: string; holds: (value: string) => boolean; says: string };

function testsOf(condition: z.infer<typeof Condition>): Test[] {
  if (!Array.isArray(condition)) {
    return Object.entries(condition).map(([name, wanted]) => test('eq', name, wanted));
  }
  const [how, name, wanted] = condition;
  return how === 'content-length-range' ? [] : [test(how, name.slice(1), wanted)];
}

const test = (how: 'eq' | 'starts-with', name: string, wanted: string): Test => ({
  name: name.toLowerCase(),
  holds: (value) => (how === 'eq' ? value === wanted : value.startsWith(wanted)),
  says: `${how} $${name}`,
});

function checkLength({ conditions }: Policy, length: number): void {
  for (const [how, least, most] of conditions.filter((each) => Array.isArray(each))) {
    if (how !== 'content-length-range') continue;
    if (length > most)
      throw new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', 400);
    if (length < least)
      throw new S3Error(
        'EntityTooSmall',
        'Your proposed upload is smaller than the minimum allowed size',
        400,
      );
  }
}
