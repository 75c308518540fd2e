import * as fc from 'fast-check';

/** A body as it goes over the wire, with what it says it is. */
export type Sent = { type: string | undefined; body: string | Uint8Array<ArrayBuffer> };

/** Names that fields have, and names that objects have. */
const names = fc.oneof(
  fc.constantFrom(
    ...[
      'title',
      'text',
      'reference',
      'madeOn',
      'madeOn-day',
      'ownerId',
      'email',
      'name',
      'why',
      'dueOn',
      'dueOn-year',
    ],
    ...[
      'respondedOn-day',
      'promises',
      'promise-1-kind',
      'seen',
      'token',
      'once',
      'version',
      'do',
      'step',
      'of',
      'page',
    ],
    ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', 'then', 'toJSON'],
  ),
  fc.string({ maxLength: 30 }),
);

/** What no field takes, whatever stands around it. At the end of a field a line separator is space, and space there is nothing. */
const poison = fc.constantFrom('\0', '\u202e', '\ud800', '\u001b[2J', '\u2028', '\ufffd');
const words = fc
  .tuple(fc.string({ unit: 'binary', maxLength: 60 }), poison)
  .map(([text, each]) => `${text}${each}.`);

const enc = (text: string) => encodeURIComponent(text.toWellFormed());

const urlencoded = fc
  .array(fc.tuple(names, words), { maxLength: 12 })
  .map((pairs) => pairs.map(([name, value]) => `${enc(name)}=${enc(value)}`).join('&'));

/** Percent signs that lead nowhere, bytes that are no characters, separators without end; and what broke off, in a byte that no field takes. */
const tornForm = fc.oneof(
  fc.string({
    unit: fc.constantFrom('%', '&', '=', '+', '%f', '%zz', '%00', ';', '[', ']', 'a'),
    maxLength: 200,
  }),
  urlencoded.map((body) => `${body.slice(0, body.length / 2)}%00`),
);

const boundary = 'x-boundary';
const part = fc
  .tuple(names, words, fc.constantFrom('', '; filename="list.csv"', '; filename="../../etc/passwd\0.pdf"'))
  .map(
    ([name, value, file]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`,
  );
const inParts = fc.array(part, { maxLength: 6 }).map((parts) => `${parts.join('')}--${boundary}--\r\n`);
const tornParts = fc
  .tuple(inParts, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([body, share]) => body.slice(0, Math.floor(body.length * share)));

const brokenJson = fc
  .tuple(fc.json(), fc.constantFrom('{', '[', '"', ',', '}', '\0', '{"a":', '﻿', "'"), fc.boolean())
  .map(([json, end, before]) => (before ? `${end}${json}x` : `${json}${end}`));

/** JSON, whole, that is no record: of another kind, or with a field that none has. */
const otherJson = fc.oneof(
  fc
    .oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.array(fc.jsonValue()))
    .map((value) => JSON.stringify(value)),
  fc
    .tuple(fc.array(fc.tuple(names, fc.jsonValue()), { maxLength: 8 }), fc.jsonValue())
    .map(([pairs, value]) => {
      const fields = [...pairs, ['no-such-field', value] as const];
      return `{${fields.map(([name, each]) => `${JSON.stringify(name)}:${JSON.stringify(each)}`).join(',')}}`;
    }),
  fc.integer({ min: 100, max: 20_000 }).map((deep) => `${'['.repeat(deep)}${']'.repeat(deep)}`),
  fc.integer({ min: 100, max: 5_000 }).map((deep) => `${'{"text":'.repeat(deep)}1${'}'.repeat(deep)}`),
);

const bytes = fc.uint8Array({ maxLength: 400 }).map((each) => new Uint8Array(each));

const form = 'application/x-www-form-urlencoded';
const parts = `multipart/form-data; boundary=${boundary}`;
const json = 'application/json';
const as = <T extends Sent['body']>(type: Sent['type'], body: fc.Arbitrary<T>) =>
  body.map((each): Sent => ({ type, body: each }));

const otherType = fc.constantFrom(
  ...[
    undefined,
    'text/plain',
    'text/xml',
    'application/octet-stream',
    'application/json, text/plain',
    '*/*',
    '',
  ],
  ...[
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'application/x-www-form-urlencoded; charset=utf-7',
  ],
  ...['application/merge-patch+json', `${'a'.repeat(5_000)}/b`],
);

/** More than 2 MB of each kind: made once, for it is only their length that counts. */
const tooMuch = fc.constantFrom<Sent>(
  { type: form, body: `text=${'x'.repeat(2_000_001)}` },
  { type: json, body: `{"text":"${'x'.repeat(2_000_001)}"}` },
  {
    type: parts,
    body: `--${boundary}\r\nContent-Disposition: form-data; name="text"\r\n\r\n${'x'.repeat(2_000_001)}`,
  },
);

/** Bodies of which none is a form or a record that could be saved. */
export const brokenBodies: fc.Arbitrary<Sent> = fc.oneof(
  { weight: 20, arbitrary: as(form, urlencoded) },
  { weight: 15, arbitrary: as(form, tornForm) },
  { weight: 15, arbitrary: as(parts, inParts) },
  { weight: 15, arbitrary: as(parts, tornParts) },
  { weight: 15, arbitrary: as(json, brokenJson) },
  { weight: 20, arbitrary: as(json, otherJson) },
  { weight: 10, arbitrary: fc.oneof(as(form, bytes), as(parts, bytes), as(json, bytes)) },
  { weight: 10, arbitrary: fc.tuple(otherType, urlencoded).map(([type, body]): Sent => ({ type, body })) },
  { weight: 1, arbitrary: tooMuch },
);
