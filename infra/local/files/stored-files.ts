import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { writeDurably } from '../durable-file.ts';

const StoredFile = z.object({ key: z.string(), sha256: z.string(), storedAt: z.iso.datetime() });
type StoredFile = z.infer<typeof StoredFile>;

export type StoredFiles = {
  put(key: string, bytes: Uint8Array): void;
  get(key: string): Uint8Array | undefined;
  /** Every key, in the order of the alphabet. */
  keys(): string[];
};

const sha256 = (of: string | Uint8Array) => createHash('sha256').update(of).digest('hex');

/**
 * Keeps every file: in the folder as `<sum of its bytes>.bytes` and `<sum of its key>.json`, or in memory without one. The `.json` is
 * written last and names the bytes, so a file is there in full or not at all, also where another takes its place. When `put` returns, it
 * is on the disk.
 */
export function openStoredFiles(directory: string | null): StoredFiles {
  const inMemory = new Map<string, Uint8Array>();
  if (directory === null) {
    return {
      put: (key, bytes) => void inMemory.set(key, bytes),
      get: (key) => inMemory.get(key),
      keys: () => [...inMemory.keys()].sort(),
    };
  }
  mkdirSync(directory, { recursive: true });
  const fileOf = (name: string, kind: 'bytes' | 'json') => join(directory, `${name}.${kind}`);
  return {
    put(key, bytes) {
      const stored: StoredFile = { key, sha256: sha256(bytes), storedAt: new Date().toISOString() };
      if (!existsSync(fileOf(stored.sha256, 'bytes'))) writeDurably(fileOf(stored.sha256, 'bytes'), bytes);
      writeDurably(fileOf(sha256(key), 'json'), JSON.stringify(stored));
    },
    get(key) {
      const note = fileOf(sha256(key), 'json');
      return existsSync(note) ? readFileSync(fileOf(readNote(note).sha256, 'bytes')) : undefined;
    },
    keys: () => notesIn(directory).map(({ key }) => key),
  };
}

const readNote = (path: string): StoredFile => StoredFile.parse(JSON.parse(readFileSync(path, 'utf8')));

const notesIn = (directory: string): StoredFile[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readNote(join(directory, name)))
    .sort((a, b) => (a.key < b.key ? -1 : 1));

/** Removes what has lain under a prefix since before a moment, and bytes that no file has any more: the bucket's own rule on AWS. */
export function removeOlder(directory: string, prefix: string, before: string): void {
  if (!existsSync(directory)) return;
  const notes = notesIn(directory);
  const isOld = ({ key, storedAt }: StoredFile) => key.startsWith(prefix) && storedAt < before;
  for (const { key } of notes.filter(isOld)) rmSync(join(directory, `${sha256(key)}.json`));
  const named = new Set(notes.filter((note) => !isOld(note)).map((note) => `${note.sha256}.bytes`));
  for (const name of readdirSync(directory)) {
    if (name.endsWith('.bytes') && !named.has(name)) rmSync(join(directory, name));
  }
}
