import { describe, expect, test } from 'vitest';
import {
  type Evidence,
  evidence,
  evidenceInput,
  fileInput,
  nameOf,
} from '../../../shared/domain/evidence.ts';

const messages = (result: { error?: { issues: { message: string }[] } }) =>
  result.error?.issues.map(({ message }) => message);
const typed = (input: object) => messages(evidenceInput.safeParse(input));
const file = (input: object) => messages(fileInput.safeParse(input));
const link = 'https://www.essex.police.uk/minutes';

describe('evidence that is typed', () => {
  test.each([
    [{ kind: 'text', text: 'Agreed on 15 February.' }, undefined],
    [{ kind: 'link', link }, undefined],
    [{ kind: 'link', link, shows: 'The board agreed' }, undefined],
    [{ kind: 'text', text: ' ' }, ['Enter the evidence']],
    [{ kind: 'text' }, ['Enter the evidence']],
    [{ kind: 'link' }, ['Enter the web address']],
    [{ kind: 'link', link, shows: 'a\nb' }, ['What it shows must be on one line']],
    [{ kind: 'text', text: 'x', shows: 'The board agreed' }, ['There is no field called shows']],
    [{ kind: 'link', link, text: 'x' }, ['There is no field called text']],
    [{ kind: 'file', fileName: 'minutes.pdf' }, ['Choose what kind of evidence it is']],
    [{}, ['Choose what kind of evidence it is']],
  ])('%j: %j', (input, expected) => {
    expect(typed(input)).toEqual(expected);
  });
});

describe('the name of a file that is sent', () => {
  const folders = ['Send the name of the file without its folders'];
  test.each([
    [{ fileName: 'minutes.pdf' }, undefined],
    [{ fileName: 'minutes.pdf', shows: 'The board agreed' }, undefined],
    [{ fileName: 'x'.repeat(1_000) }, undefined],
    [{ fileName: 'x'.repeat(1_001) }, folders],
    [{ fileName: '' }, folders],
    [{ fileName: 'a/minutes.pdf' }, folders],
    [{ fileName: 'minutes.pdf/' }, folders],
    [{ fileName: 'a\\minutes.pdf' }, folders],
    [{}, ['Send the name of the file']],
    [{ fileName: 7 }, ['Send the name of the file']],
    [{ fileName: 'minutes.pdf', size: 1 }, ['There is no field called size']],
  ])('%#', (input, expected) => {
    expect(file(input)).toEqual(expected);
  });
});

describe('evidence as it is kept', () => {
  const kept = {
    id: 'e-1',
    caseId: '2019-127918',
    number: 1,
    addedOn: '2021-02-15',
    addedBy: 'Lee',
    version: 1,
  };
  const minutes = {
    ...kept,
    kind: 'file',
    fileName: 'minutes.pdf',
    type: 'application/pdf',
    size: 1,
    sha256: 'f'.repeat(64),
  };

  test.each([
    ['minutes.pdf', minutes],
    ['link to www.essex.police.uk', { ...kept, kind: 'link', link }],
    ['text', { ...kept, kind: 'text', text: 'Agreed on 15 February.' }],
  ])('is %s in the history, and is read back as it was', (name, record) => {
    expect(evidence.parse(record)).toEqual(record);
    expect(nameOf(record as Evidence)).toBe(name);
  });

  test.each([
    ['a kind of file that is not taken', { type: 'text/html' }],
    ['a file of nothing', { size: 0 }],
    ['a recommendation that there is not', { number: 0 }],
    ['a file without the digest of its bytes', { sha256: undefined }],
  ])('is never %s', (_, of) => {
    expect(evidence.safeParse({ ...minutes, ...of }).success).toBe(false);
  });
});
