import { randomBytes } from 'node:crypto';

/**
 * A new id that sorts by the moment it was made (UUID version 7: 48 bits of milliseconds, then chance), so that records of one
 * moment of a clock that stands still keep their order.
 */
export function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
