import { describe, expect, it } from 'vitest';
import { fileTypes, largestFile, recogniseFile } from '../../../shared/domain/evidence-type.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { joined, pdf, sampleFiles, wordBinary, zipOf } from '../../support/sample-files.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function kindOf(fileName: string, content: Uint8Array): string {
  const type = recogniseFile(fileName, content);
  return isRefusal(type) ? type.refused : fileTypes[type].name;
}

const word = ['[Content_Types].xml', 'word/document.xml'];
const excel = ['[Content_Types].xml', 'xl/workbook.xml'];
const manyParts = Array.from({ length: 300 }, (_, index) => `word/${'x'.repeat(300)}${index}.xml`);

/** The file with other bytes from a place on, counted from its end where that is negative. */
const altered = (file: Uint8Array, at: number, ...other: number[]) => {
  const copy = file.slice();
  copy.set(other, at < 0 ? file.length + at : at);
  return copy;
};
/** Where the last part stands in the list of a ZIP without more, from the end of the file. */
const lastListed = -22 - 46 - 'word/document.xml'.length;

describe('a file is taken for what it is when its bytes and its name both say so', () => {
  it.each([
    ['minutes.pdf', sampleFiles.pdf, 'PDF'],
    ['MINUTES.PDF', sampleFiles.pdf, 'PDF'],
    ['minutes.exe.pdf', sampleFiles.pdf, 'PDF'],
    ['policy.docx', sampleFiles.docx, 'Word document'],
    ['policy.docx', zipOf([...manyParts, ...word]), 'Word document'],
    ['policy.docx', zipOf(word, { fields: 300, comment: 0 }), 'Word document'],
    ['policy.docx', zipOf(word, { fields: 9, comment: 300 }), 'Word document'],
    ['attendance.xlsx', sampleFiles.xlsx, 'Excel workbook'],
    ['attendance.csv', sampleFiles.csv, 'CSV file'],
    ['costs.csv', new Uint8Array([...bytes('cost\n'), 0xa3, 0x35, 0x0a]), 'CSV file'],
    ['note.txt', sampleFiles.txt, 'Text file'],
    ['note.txt', bytes('Café: £5, “agreed”'), 'Text file'],
    ['note.txt', new Uint8Array([0xff, 0xfe, 0x41, 0, 0x0a, 0]), 'Text file'],
    ['note.txt', bytes('<jane@essex.example> agreed'), 'Text file'],
    ['screen.png', sampleFiles.png, 'PNG picture'],
    ['photo.jpg', sampleFiles.jpg, 'JPEG picture'],
    ['photo.jpeg', sampleFiles.jpg, 'JPEG picture'],
    ['note.txt', bytes('Item 1: the #! line, %PDF- and MZ'), 'Text file'],
    ['mail.eml', sampleFiles.eml, 'E-mail'],
    ['mail.eml', bytes('From: Jane\r\nDate: today'), 'E-mail'],
    ['mail.eml', bytes('Received: a\n\tb\nDATE: today\nfrom: Jane\n\nBody \u{1f693}'), 'E-mail'],
    ['mail.msg', sampleFiles.msg, 'Outlook e-mail'],
  ])('%s', (fileName, content, kind) => expect(kindOf(fileName, content)).toBe(kind));
});

/** The header of a compound file, 512 bytes, told to look for its root entry in itself; the class of a message stands there. */
const allHeader = (() => {
  const header = sampleFiles.msg.slice(0, 512);
  const view = new DataView(header.buffer);
  view.setUint16(30, 7, true);
  view.setUint32(48, 0, true);
  header.set(sampleFiles.msg.slice(1024 + 80, 1024 + 96), 128 + 80);
  return header;
})();

describe('the right name does not help the wrong bytes', () => {
  it.each([
    ['a program named as a PDF', 'minutes.pdf', bytes('MZ\u0000\u0001 program')],
    ['a page of the web named as a PDF', 'minutes.pdf', bytes('<html>%PDF-1.4')],
    ['a PDF after something else', 'minutes.pdf', joined(bytes('\n'), pdf)],
    ['what begins as a PDF and goes on otherwise', 'minutes.pdf', altered(pdf, 4, 0x20)],
    ['no more than the start of a PDF', 'minutes.pdf', bytes('%PDF-')],
    ['a ZIP that is no Word document', 'policy.docx', zipOf(['run.exe'])],
    ['an Excel workbook named as Word', 'policy.docx', sampleFiles.xlsx],
    ['a Word document named as Excel', 'attendance.xlsx', sampleFiles.docx],
    ['a Word document with macros', 'policy.docx', zipOf([...word, 'word/vbaProject.bin'])],
    ['a workbook with macros', 'a.xlsx', zipOf([...excel, 'xl/VBAPROJECT.BIN'])],
    ['a workbook with older macros', 'a.xlsx', zipOf([...excel, 'xl/macrosheets/sheet1.xml'])],
    ['a Word document with controls', 'policy.docx', zipOf([...word, 'word/activeX/activeX1.xml'])],
    ['a Word document before which a program stands', 'p.docx', joined(bytes('#!/bin/sh\n'), zipOf(word))],
    ['a Word document after which something stands', 'p.docx', joined(zipOf(word), bytes('<script>'))],
    [
      'a Word document with something before its end',
      'p.docx',
      joined(zipOf(word).slice(0, -22), bytes('<script>'), zipOf(word).slice(-22)),
    ],
    ['a ZIP before a Word document', 'p.docx', joined(zipOf(['run.exe']), zipOf(word))],
    ['a Word document whose first part is none', 'p.docx', altered(zipOf(word), 0, 0)],
    ['a Word document whose end is none', 'p.docx', altered(zipOf(word), -22, 0)],
    ['a Word document whose last part is none', 'p.docx', altered(zipOf(word), lastListed, 0)],
    ['a Word document whose list leads out of the file', 'p.docx', altered(zipOf(word), -3, 0xff)],
    ['a Word document that counts more than it has', 'p.docx', altered(zipOf(word), -12, 9)],
    ['the beginning of a ZIP', 'p.docx', zipOf(word).slice(0, 4)],
    ['less than the end of a ZIP', 'p.docx', zipOf(word).slice(-21)],
    ['the end of a ZIP', 'p.docx', zipOf(word).slice(-22)],
    ['a ZIP of nothing', 'p.docx', zipOf([])],
    ['a Word document cut short', 'p.docx', sampleFiles.docx.slice(0, -1)],
    ['a picture that is also a ZIP', 'p.docx', joined(sampleFiles.png, zipOf(word))],
    ['an older Word document named as a mail', 'mail.msg', wordBinary],
    ['a compound file cut short', 'mail.msg', sampleFiles.msg.slice(0, 600)],
    ['the beginning of a compound file', 'mail.msg', sampleFiles.msg.slice(0, 8)],
    ['a compound file that is all header', 'mail.msg', allHeader],
    ['what only begins otherwise', 'mail.msg', altered(sampleFiles.msg, 0, 0)],
    ['what begins the same and goes on otherwise', 'mail.msg', altered(sampleFiles.msg, 7, 0)],
    ['bytes that are no text named as a mail', 'mail.eml', joined(sampleFiles.eml, new Uint8Array(1))],
    ['a mail that begins in the middle of a line', 'mail.eml', joined(bytes(' a\n'), sampleFiles.eml)],
    ['words among the lines of a mail', 'mail.eml', bytes('From: Jane\nDear Jane,\nDate: today\n\n')],
    ['words named as a mail', 'mail.eml', bytes('Dear Jane,\n\nFrom: me\nDate: today')],
    ['a mail without a date', 'mail.eml', bytes('From: Jane\r\nSubject: x\r\n\r\nDate: y')],
    ['a picture named as text', 'note.txt', sampleFiles.png],
    ['a PDF named as text', 'note.txt', pdf],
    ['a page of the web named as text', 'note.txt', bytes('\ufeff \n<!DOCTYPE html><script>')],
    ['a drawing that can hold a script', 'note.txt', bytes('<svg onload="x">')],
    ['a script named as CSV', 'rows.csv', bytes('#!/bin/sh\nrm -r .')],
    ['bytes with a zero among them', 'note.txt', new Uint8Array([0x41, 0, 0x42])],
    ['a text turned round by a sign of another encoding', 'note.txt', new Uint8Array([0xff, 0xfe, 0x41])],
    ['a PNG named as JPEG', 'photo.jpg', sampleFiles.png],
    ['a JPEG named as PNG', 'photo.png', sampleFiles.jpg],
  ])('%s', (_, fileName, content) => expect(kindOf(fileName, content)).toBe('not-what-it-is-named'));
});

describe('the right bytes do not help a name that is not allowed', () => {
  it.each([
    'minutes.pdf.exe',
    'minutes',
    'pdf',
    'minutes.pdf.',
    'minutes.htm',
    'minutes.html',
    'minutes.svg',
    'minutes.js',
    'minutes.docm',
    'minutes.xlsm',
    'minutes.doc',
    'minutes.zip',
  ])('%s', (fileName) => expect(kindOf(fileName, sampleFiles.pdf)).toBe('not-allowed-type'));

  it('the sentence names what may be chosen', () => {
    expect(recogniseFile('page.html', bytes('<html>'))).toMatchObject({
      field: 'file',
      message:
        'Files of this kind are not kept. Choose a PDF, a Word document without macros (.docx), an Excel workbook without macros (.xlsx), a CSV or text file, a PNG or JPEG picture, or an e-mail (.eml or .msg)',
    });
    expect(recogniseFile('minutes.PDF', bytes('<html>'))).toMatchObject({
      field: 'file',
      message: expect.stringMatching(
        /^The file is named \.pdf, but its content is something else\. Choose a/,
      ),
    });
  });
});

describe('the size of a file', () => {
  const ofSize = (size: number) => {
    const content = new Uint8Array(size);
    content.set(pdf);
    return content;
  };

  it('can be 10 MiB to the byte', () => expect(kindOf('large.pdf', ofSize(largestFile))).toBe('PDF'));
  it('cannot be a byte more', () => expect(kindOf('large.pdf', ofSize(10_485_761))).toBe('file-too-large'));
  it('cannot be nothing, whatever the name', () => {
    expect(kindOf('empty.txt', new Uint8Array())).toBe('empty-file');
    expect(kindOf('empty.exe', new Uint8Array())).toBe('empty-file');
  });
  it('is told at the box of the file', () => {
    expect(recogniseFile('empty.txt', new Uint8Array())).toMatchObject({
      field: 'file',
      message: 'The file is empty. Choose another file',
    });
    expect(recogniseFile('large.pdf', ofSize(10_485_761))).toMatchObject({
      field: 'file',
      message: 'The file is larger than 10 MB. Choose a smaller file',
    });
  });
});
