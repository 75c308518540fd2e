import { plainText } from './plain-text.ts';

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const headerLength = 512;

/** What Outlook calls a kept message: {00020D0B-0000-0000-C000-000000000046}, as its bytes lie in the file. */
const message = [0x0b, 0x0d, 0x02, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46];

/**
 * Is this a message saved by Outlook? Older Word and Excel files are of the same make and may hold macros; only the class of the root
 * entry tells them apart ([MS-CFB] 2.6.1, [MS-OXMSG] 2.1).
 */
export function isOutlookMessage(bytes: Uint8Array): boolean {
  if (bytes.length <= headerLength || compoundFile.some((byte, at) => bytes[at] !== byte)) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const root = (view.getUint32(48, true) + 1) * 2 ** view.getUint16(30, true);
  return message.every((byte, at) => bytes[root + 80 + at] === byte);
}

const header = /^[!-9;-~]+:/;
const folded = /^[ \t]/;

/** Is this an e-mail as text: header lines down to the first empty line, the sender and the date among them (RFC 5322, 3.6)? */
export function isMailText(bytes: Uint8Array): boolean {
  const content = plainText(bytes);
  if (content === undefined) return false;
  const lines = content.split(/\r?\n\r?\n/, 1)[0]!.split(/\r?\n/);
  const wellFormed = lines.every((line, at) => header.test(line) || (at > 0 && folded.test(line)));
  return wellFormed && ['from', 'date'].every((name) => lines.some((line) => named(line, name)));
}

const named = (line: string, name: string) => line.toLowerCase().startsWith(`${name}:`);
