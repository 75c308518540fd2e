import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeOlder } from '../../../../infra/local/files/stored-files.ts';
import type { FileEvidence } from '../../../../shared/domain/evidence.ts';
import { largestFile } from '../../../../shared/domain/evidence-type.ts';
import { openFileStore, sendForm } from '../../../support/file-store.ts';
import { sampleFiles } from '../../../support/sample-files.ts';

type Opened = Awaited<ReturnType<typeof openFileStore>>;

let opened: Opened;
beforeEach(async () => {
  opened = await openFileStore();
});
afterEach(() => opened.close());

const place = { caseId: '2019-127918', number: 1, id: 'one' };
const returnTo = 'https://tracker.example/cases/2019-127918/recommendations/1/evidence/uploads/one';
const { pdf } = sampleFiles;
const refusal = async (response: Response) => [
  response.status,
  /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1],
];

const kept = async (fileName = 'minutes.pdf'): Promise<FileEvidence> => ({
  ...place,
  kind: 'file',
  fileName,
  type: 'application/pdf',
  size: pdf.length,
  sha256: await opened.files.keep(place, pdf),
  addedOn: '2020-11-20' as FileEvidence['addedOn'],
  addedBy: 'liaison',
  version: 1,
});

describe('a file sent with a signed form', () => {
  it('waits under its own name, whatever letters that has, and the browser is led back', async () => {
    const { files, store } = opened;
    const form = await files.signForm(place, returnTo);
    const sent = await sendForm(form, 'Café “plan” & 100% $&.pdf', pdf);
    expect(sent.status).toBe(303);
    const back = new URL(sent.headers.get('location')!);
    expect(back.origin + back.pathname).toBe(returnTo);
    const key = 'waiting/2019-127918/1/one/Café “plan” & 100% $&.pdf';
    expect(back.searchParams.get('key')).toBe(key);
    expect(store.keys()).toEqual([key]);
    expect(await files.waiting(place, 'Café “plan” & 100% $&.pdf')).toEqual(pdf);
  });

  it('loses its folders', async () => {
    await sendForm(await opened.files.signForm(place, returnTo), '..\\..\\kept/x.pdf', pdf);
    expect(opened.store.keys()).toEqual(['waiting/2019-127918/1/one/x.pdf']);
  });

  it('of a program has the name that was signed', async () => {
    const form = await opened.files.signUpload(place, 'minutes.pdf');
    expect((await sendForm(form, 'other.exe', pdf)).status).toBe(204);
    expect(await opened.files.waiting(place, 'minutes.pdf')).toEqual(pdf);
  });

  it('can be 10 MiB to the byte and no byte more, and not empty', async () => {
    const form = await opened.files.signForm(place, returnTo);
    expect((await sendForm(form, 'a.txt', new Uint8Array(largestFile))).status).toBe(303);
    const larger = await sendForm(form, 'b.txt', new Uint8Array(largestFile + 1));
    expect(await refusal(larger)).toEqual([400, 'EntityTooLarge']);
    expect(await refusal(await sendForm(form, 'c.txt', new Uint8Array()))).toEqual([400, 'EntityTooSmall']);
    expect(opened.store.keys()).toEqual(['waiting/2019-127918/1/one/a.txt']);
  });

  it('takes another place of the same name whole', async () => {
    const form = await opened.files.signForm(place, returnTo);
    await sendForm(form, 'a.txt', sampleFiles.csv);
    await sendForm(form, 'a.txt', sampleFiles.txt);
    expect(await opened.files.waiting(place, 'a.txt')).toEqual(sampleFiles.txt);
  });
});

describe('a form is refused', () => {
  it.each([
    ['whose key was changed', { key: 'kept/2019-127918/1/one/x.pdf' }, 'AccessDenied'],
    ['for another recommendation', { key: 'waiting/2019-127918/2/one/x.pdf' }, 'AccessDenied'],
    ['that leads elsewhere', { success_action_redirect: 'https://elsewhere.example/' }, 'AccessDenied'],
    ['with a field nobody signed', { 'Content-Type': 'text/html' }, 'AccessDenied'],
    ['for another bucket', { bucket: 'others' }, 'AccessDenied'],
    ['whose signature was changed', { 'X-Amz-Signature': '0'.repeat(64) }, 'SignatureDoesNotMatch'],
    ['without a policy', { Policy: '' }, 'AccessDenied'],
    [
      'whose policy was rewritten',
      { Policy: btoa(JSON.stringify({ expiration: '2999-01-01T00:00:00Z', conditions: [] })) },
      'SignatureDoesNotMatch',
    ],
  ])('%s', async (_, change, code) => {
    const form = await opened.files.signForm(place, returnTo);
    expect(await refusal(await sendForm(form, 'x.pdf', pdf, change))).toEqual([403, code]);
    expect(opened.store.keys()).toEqual([]);
  });

  it('after half an hour', async () => {
    const form = await opened.files.signForm(place, returnTo);
    opened.later(1790);
    expect((await sendForm(form, 'x.pdf', pdf)).status).toBe(303);
    opened.later(20);
    expect(await refusal(await sendForm(form, 'x.pdf', pdf))).toEqual([403, 'AccessDenied']);
  });

  it('without a file, or torn', async () => {
    const { url, fields } = await opened.files.signForm(place, returnTo);
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    expect(await refusal(await fetch(url, { method: 'POST', body: form }))).toEqual([400, 'InvalidArgument']);
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const torn = await fetch(url, { method: 'POST', headers, body: '--x\r\nContent-Disposition: form' });
    expect(await refusal(torn)).toEqual([400, 'MalformedPOSTRequest']);
  });
});

describe('a kept file', () => {
  it('is saved by a browser under its name, and opened by none', async () => {
    const address = await opened.files.signDownload(await kept('Café (final)’s.pdf'));
    const saved = await fetch(address);
    expect(new Uint8Array(await saved.arrayBuffer())).toEqual(pdf);
    expect(saved.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''Caf%C3%A9%20%28final%29%E2%80%99s.pdf",
    );
    expect(saved.headers.get('content-type')).toBe('application/octet-stream');
    expect(saved.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('can be fetched for a minute and no longer', async () => {
    const address = await opened.files.signDownload(await kept());
    opened.later(57);
    expect((await fetch(address)).status).toBe(200);
    opened.later(5);
    expect(await refusal(await fetch(address))).toEqual([403, 'AccessDenied']);
  });

  it.each([
    ['another file', (address: string) => address.replace('/1/one/', '/1/two/')],
    ['another way to show it', (address: string) => address.replace('attachment', 'inline')],
    ['more time', (address: string) => address.replace('X-Amz-Expires=60', 'X-Amz-Expires=6000')],
  ])('is not given to an address rewritten for %s', async (_, rewrite) => {
    const address = rewrite(await opened.files.signDownload(await kept()));
    expect((await fetch(address)).status).toBeGreaterThanOrEqual(403);
  });

  it('lies where no form reaches, and twice is once', async () => {
    const { sha256 } = await kept();
    await kept();
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(opened.store.keys()).toEqual([`kept/2019-127918/1/one/${sha256}`]);
  });
});

describe('nothing is given', () => {
  it('without a signature, or with another secret', async () => {
    await kept();
    const { store } = opened;
    const open = await fetch(`${store.endpoint}/evidence/${store.keys()[0]}`);
    expect(await refusal(open)).toEqual([403, 'AccessDenied']);
    const stranger = new S3Client({ credentials: { accessKeyId: 'local', secretAccessKey: 'guessed' } });
    await expect(
      stranger.send(new GetObjectCommand({ Bucket: 'evidence', Key: store.keys()[0] })),
    ).rejects.toThrow('The signature is not');
    stranger.destroy();
  });

  it('where nothing has arrived', async () => {
    expect(await opened.files.waiting(place, 'minutes.pdf')).toBe('not-there');
  });
});

describe('a file that waits', () => {
  const sent = async (bytes: Uint8Array = pdf) => {
    await sendForm(await opened.files.signForm(place, returnTo), 'a.pdf', bytes);
    return opened.files.waiting(place, 'a.pdf');
  };

  it.each([
    [undefined, 'not-yet-scanned'],
    ['THREATS_FOUND', 'threat-found'],
    ['UNSUPPORTED', 'not-scannable'],
    ['FAILED', 'scan-failed'],
    ['ACCESS_DENIED', 'scan-failed'],
    ['A_WORD_OF_NEXT_YEAR', 'scan-failed'],
  ])('is not given where the scan says %s', async (word, withheld) => {
    opened.scanBy(() => word);
    expect(await sent()).toBe(withheld);
    expect(opened.heldBack).toEqual(word === undefined ? [] : [[place, withheld]]);
  });

  it('is given once nothing was found in it', async () => {
    opened.scanBy(() => undefined);
    expect(await sent()).toBe('not-yet-scanned');
    opened.scanBy(() => 'NO_THREATS_FOUND');
    expect(await opened.files.waiting(place, 'a.pdf')).toEqual(pdf);
  });

  it('is not given where another took its place after the scan', async () => {
    opened.scanBy((bytes) => {
      bytes[0]! ^= 1;
      return 'NO_THREATS_FOUND';
    });
    expect(await sent()).toBe('not-there');
  });

  it('is known for the file by which scans are tried, wherever it lies in it', async () => {
    const known = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$'.concat('EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*');
    expect(await sent(Buffer.from(`name,note\n1,${known}\n`))).toBe('threat-found');
    expect(await sent(Buffer.from(`name,note\n1,${known.slice(1)}\n`))).toBeInstanceOf(Uint8Array);
  });
});

describe('on the disk', () => {
  it('a file outlives the store, and what nobody added is gone after a day', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tracker-files-'));
    const first = await openFileStore(folder);
    await sendForm(await first.files.signForm(place, returnTo), '../x.pdf', pdf);
    await sendForm(await first.files.signForm(place, returnTo), 'note.txt', sampleFiles.txt);
    const sha256 = await first.files.keep(place, pdf);
    await first.close();

    const second = await openFileStore(folder);
    expect(await second.files.waiting(place, 'x.pdf')).toEqual(pdf);
    await second.close();

    removeOlder(folder, 'waiting/', '2000-01-01T00:00:00.000Z');
    expect(readdirSync(folder)).toHaveLength(5);
    removeOlder(folder, 'waiting/', '2999-01-01T00:00:00.000Z');
    expect(readdirSync(folder)).toHaveLength(2);
    const third = await openFileStore(folder);
    expect(third.store.keys()).toEqual([`kept/2019-127918/1/one/${sha256}`]);
    await third.close();
    rmSync(folder, { recursive: true });
  });
});
