import { nothingFound, scanTag } from '../../../shared/files/virus-scan.ts';

/** What a look at a file for viruses says of it, in the words of the scan on AWS; nothing while it has not ended. */
export type Scan = (bytes: Uint8Array) => string | undefined;

// In two parts, or every scanner on the way would take this file for one.
const testVirus = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/**
 * The scan of a local run: it knows the harmless test file that every scanner of viruses knows (EICAR), and no virus. It shows what the
 * pages do; what protects is the scan on AWS.
 */
export const knowsTestVirus: Scan = (bytes) =>
  Buffer.from(bytes).includes(testVirus) ? 'THREATS_FOUND' : nothingFound;

/** The tags of a file as S3 lists them. */
export function tagsXml(word: string | undefined): string {
  const tag = word === undefined ? '' : `<Tag><Key>${scanTag}</Key><Value>${word}</Value></Tag>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Tagging><TagSet>${tag}</TagSet></Tagging>`;
}
