import { enterEnvironment } from '../../infra/local/environment.ts';
import { startFileStore } from '../../infra/local/files/file-store.ts';
import { knowsTestVirus, type Scan } from '../../infra/local/files/scan.ts';
import {
  type EvidenceFiles,
  openEvidenceFiles,
  type Place,
  type UploadForm,
} from '../../shared/files/evidence-files.ts';

/** A store of files with the very client a function uses. `later` moves the store's clock on; `scanBy` has another scan look from now on. */
export async function openFileStore(directory: string | null = null) {
  let later = 0;
  let scan: Scan = knowsTestVirus;
  const store = await startFileStore({
    bucket: 'evidence',
    secret: 'local',
    directory,
    now: () => Date.now() + later,
    scan: (bytes) => scan(bytes),
  });
  const leave = enterEnvironment({
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    AWS_ENDPOINT_URL_S3: store.endpoint,
  });
  const heldBack: [Place, string][] = [];
  const files: EvidenceFiles = openEvidenceFiles('evidence', (...note) => void heldBack.push(note));
  return {
    store,
    heldBack,
    files,
    later: (seconds: number) => {
      later += seconds * 1000;
    },
    scanBy: (other: Scan) => {
      scan = other;
    },
    close: async () => {
      leave();
      await store.stop();
    },
  };
}

/** Sends a file as a browser sends a form. `change` is what somebody changed in it, or added to it. */
export function sendForm(
  { url, fields }: UploadForm,
  name: string,
  bytes: Uint8Array,
  change: Record<string, string> = {},
): Promise<Response> {
  const form = new FormData();
  for (const [field, value] of Object.entries({ ...fields, ...change })) form.set(field, value);
  form.set('file', new File([bytes as Uint8Array<ArrayBuffer>], name));
  return fetch(url, { method: 'POST', body: form, redirect: 'manual' });
}
