const ascii = (text: string) => new TextEncoder().encode(text);

export const joined = (...parts: Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/**
 * A ZIP with these parts, stored without compression and without sums: enough for whoever reads its list. `more` is how many bytes of
 * other fields and of a comment stand with each part in the list.
 */
export function zipOf(names: readonly string[], more = { fields: 0, comment: 0 }): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const name of names) {
    const [local, listed] = [new Uint8Array(30), new Uint8Array(46)];
    new DataView(local.buffer).setUint32(0, 0x04034b50, true);
    new DataView(local.buffer).setUint16(26, ascii(name).length, true);
    new DataView(listed.buffer).setUint32(0, 0x02014b50, true);
    new DataView(listed.buffer).setUint16(28, ascii(name).length, true);
    new DataView(listed.buffer).setUint16(30, more.fields, true);
    new DataView(listed.buffer).setUint16(32, more.comment, true);
    new DataView(listed.buffer).setUint32(42, at, true);
    parts.push(local, ascii(name));
    directory.push(listed, ascii(name), new Uint8Array(more.fields + more.comment));
    at += local.length + ascii(name).length;
  }
  const list = joined(...directory);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, names.length, true);
  end.setUint16(10, names.length, true);
  end.setUint32(12, list.length, true);
  end.setUint32(16, at, true);
  return joined(...parts, list, new Uint8Array(end.buffer));
}

/** A compound file whose root entry has this class. */
function compoundOf(rootClass: readonly number[]): Uint8Array {
  const file = new Uint8Array(2048);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const view = new DataView(file.buffer);
  view.setUint16(30, 9, true);
  view.setUint32(48, 1, true);
  file.set(rootClass, 1024 + 80);
  return file;
}

const outlookClass = [0x0b, 0x0d, 0x02, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46];
const wordClass = [0x06, 0x09, 0x02, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46];

/** A page of nothing, small enough to read here and whole enough to open. */
export const pdf = ascii(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

export const sampleFiles = {
  pdf,
  docx: zipOf(['[Content_Types].xml', '_rels/.rels', 'word/document.xml']),
  xlsx: zipOf(['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml']),
  csv: ascii('name,done\r\nTraining,yes\r\n'),
  txt: ascii('Agreed by the board on 15 February 2021.\n'),
  png: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  jpg: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
  eml: ascii(
    'From: jane@essex.example\r\nDate: Mon, 15 Feb 2021 09:00:00 +0000\r\nSubject: Done\r\n\r\nDone.\r\n',
  ),
  msg: compoundOf(outlookClass),
};

export const wordBinary = compoundOf(wordClass);
