import { isMailText, isOutlookMessage } from './message-file.ts';
import { isOfficeFile } from './office-file.ts';
import { plainText } from './plain-text.ts';
import { type Refusal, refuse } from './refusal.ts';

/** The largest file kept as evidence, in bytes: 10 MB, counted in the binary way as every computer shows it. */
export const largestFile = 10 * 1024 * 1024;

type FileType = { name: string; extensions: readonly string[]; is: (bytes: Uint8Array) => boolean };

const startsWith =
  (...start: number[]) =>
  (bytes: Uint8Array) =>
    bytes.length > start.length && start.every((byte, at) => bytes[at] === byte);

// What a browser would take for a page, and a machine for a program, is no text, whatever its name.
const markup = /^\s*<(!|\?|html|head|body|script|svg|iframe|xml)/i;
const isText = (bytes: Uint8Array) => {
  const text = plainText(bytes);
  return text !== undefined && !markup.test(text) && !/^(#!|%PDF-|MZ)/.test(text);
};

/** The kinds of file that are kept. A file is one of them when its bytes and its name both say so; nothing else is taken. */
export const fileTypes = {
  'application/pdf': { name: 'PDF', extensions: ['pdf'], is: startsWith(0x25, 0x50, 0x44, 0x46, 0x2d) },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    name: 'Word document',
    extensions: ['docx'],
    is: (bytes) => isOfficeFile(bytes, 'word/document.xml'),
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    name: 'Excel workbook',
    extensions: ['xlsx'],
    is: (bytes) => isOfficeFile(bytes, 'xl/workbook.xml'),
  },
  'text/csv': { name: 'CSV file', extensions: ['csv'], is: isText },
  'text/plain': { name: 'Text file', extensions: ['txt'], is: isText },
  'image/png': {
    name: 'PNG picture',
    extensions: ['png'],
    is: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  },
  'image/jpeg': { name: 'JPEG picture', extensions: ['jpg', 'jpeg'], is: startsWith(0xff, 0xd8, 0xff) },
  'message/rfc822': { name: 'E-mail', extensions: ['eml'], is: isMailText },
  'application/vnd.ms-outlook': { name: 'Outlook e-mail', extensions: ['msg'], is: isOutlookMessage },
} as const satisfies Record<string, FileType>;

export type EvidenceType = keyof typeof fileTypes;

/** Every extension that is taken, as a file box lists them: '.pdf'. */
export const fileExtensions = Object.values<FileType>(fileTypes).flatMap(({ extensions }) =>
  extensions.map((extension) => `.${extension}`),
);

/** What may be chosen, as a sentence without its end. */
export const allowedFiles =
  'Choose a PDF, a Word document without macros (.docx), an Excel workbook without macros (.xlsx), a CSV or text file, a PNG or JPEG picture, or an e-mail (.eml or .msg)';

/** The kind a file's name promises, or the refusal. The last extension counts: 'minutes.pdf.exe' is a program. */
export function typeByName(fileName: string): EvidenceType | Refusal {
  const name = fileName.toLowerCase();
  const found = Object.entries<FileType>(fileTypes).find(([, { extensions }]) =>
    extensions.some((extension) => name.endsWith(`.${extension}`)),
  );
  return found
    ? (found[0] as EvidenceType)
    : refuse('not-allowed-type', `Files of this kind are not kept. ${allowedFiles}`, 'file');
}

/**
 * The kind of a file that has arrived, by its name and its bytes together, or the refusal.
 *
 * @example a program named 'minutes.pdf' → 'The file is named .pdf, but its content is something else. Choose a PDF, …'
 */
export function recogniseFile(fileName: string, bytes: Uint8Array): EvidenceType | Refusal {
  if (bytes.length === 0) return refuse('empty-file', 'The file is empty. Choose another file', 'file');
  if (bytes.length > largestFile)
    return refuse('file-too-large', 'The file is larger than 10 MB. Choose a smaller file', 'file');
  const type = typeByName(fileName);
  if (typeof type !== 'string') return type;
  if (fileTypes[type].is(bytes)) return type;
  const extension = fileName.slice(fileName.lastIndexOf('.')).toLowerCase();
  const sentence = `The file is named ${extension}, but its content is something else. ${allowedFiles}`;
  return refuse('not-what-it-is-named', sentence, 'file');
}
