import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a whole file so that a crash or a power cut at any moment leaves either the old content or the new,
 * never half of it; when it returns the content is on the disk. The folder must exist.
 */
export function writeDurably(file: string, content: string | Uint8Array): void {
  const draft = `${file}.draft`;
  const handle = openSync(draft, 'w');
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
  if (process.platform !== 'win32') flushFolder(dirname(file));
}

/** A rename is an entry in the folder, and survives a power cut only once the folder is flushed too. */
function flushFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
