import type { FileEvidence } from '../domain/evidence.ts';
import type { Withheld } from './virus-scan.ts';

/** The recommendation a file is for, and the id it was asked for under. */
export type Place = { caseId: string; number: number; id: string };

/** A form that sends a file to the store: where to, and the fields that go before the file. */
export type UploadForm = { url: string; fields: Record<string, string> };

/**
 * Where the files of evidence are. A file is sent straight to the store with a signed form, because a function is given at most 6 MB;
 * it is scanned for viruses there, and waits until somebody adds it to a recommendation. Then the very bytes that were scanned and checked are
 * kept under their own sum, where no form reaches. What nobody adds is gone after a day.
 */
export type EvidenceFiles = {
  /** A form for a page: the browser puts in the file's own name, and is led to `returnTo` afterwards. Good for half an hour. */
  signForm(place: Place, returnTo: string): Promise<UploadForm>;
  /** A form for a program, which says the name of the file first. Good for half an hour. */
  signUpload(place: Place, fileName: string): Promise<UploadForm>;
  /** The file that waits under this name, in the version that the scan found nothing in, or why it is not given. */
  waiting(place: Place, fileName: string): Promise<Uint8Array | Withheld>;
  /** Keeps these bytes for good; keeping them twice changes nothing. @returns their SHA-256, hexadecimal, by which they are found */
  keep(place: Place, bytes: Uint8Array): Promise<string>;
  /** An address, good for a minute, from which a browser saves the file and never opens it. */
  signDownload(file: FileEvidence): Promise<string>;
};

/** Takes note of a file that the scan holds back for good. */
export type TakeNote = (place: Place, why: Withheld) => void;

/** The files of one bucket. The S3 client is loaded with the first file asked for, so that no other page waits for it. */
export function openEvidenceFiles(bucket: string, takeNote: TakeNote): EvidenceFiles {
  let opened: Promise<EvidenceFiles> | undefined;
  const files = () => {
    opened ??= import('./s3-files.ts').then(({ openS3Files }) => openS3Files(bucket, takeNote));
    return opened;
  };
  return {
    signForm: async (...asked) => (await files()).signForm(...asked),
    signUpload: async (...asked) => (await files()).signUpload(...asked),
    waiting: async (...asked) => (await files()).waiting(...asked),
    keep: async (...asked) => (await files()).keep(...asked),
    signDownload: async (...asked) => (await files()).signDownload(...asked),
  };
}
