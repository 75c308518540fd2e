/** Which of so many shards a text belongs to: always the same one. FNV-1a, 32 bits. */
export function shardOf(text: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % shards;
}
