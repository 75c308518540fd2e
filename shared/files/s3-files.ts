import { createHash } from 'node:crypto';
import { GetObjectCommand, GetObjectTaggingCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { largestFile } from '../domain/evidence-type.ts';
import type { EvidenceFiles, TakeNote } from './evidence-files.ts';
import { keptKey, waitingKey } from './file-keys.ts';
import { scanTag, withheldBy } from './virus-scan.ts';

const formSeconds = 30 * 60;
const downloadSeconds = 60;

/** What S3 puts in place of this in a key: the name of the file that is sent, without its folders. */
const nameOfFile = '$' + '{filename}';

/** The files in an S3 bucket. Endpoint, region and credentials come from the environment, as on AWS. */
export function openS3Files(Bucket: string, takeNote: TakeNote): EvidenceFiles {
  const client = new S3Client({});
  const sign = (Key: string, Fields: Record<string, string> = {}) =>
    createPresignedPost(client, {
      Bucket,
      Key,
      Fields,
      Conditions: [['content-length-range', 1, largestFile]],
      Expires: formSeconds,
    });
  return {
    signForm: (place, returnTo) => sign(waitingKey(place, nameOfFile), { success_action_redirect: returnTo }),
    signUpload: (place, fileName) => sign(waitingKey(place, fileName)),
    async waiting(place, fileName) {
      const at = { Bucket, Key: waitingKey(place, fileName) };
      try {
        const { TagSet = [], VersionId } = await client.send(new GetObjectTaggingCommand(at));
        const withheld = withheldBy(TagSet.find(({ Key }) => Key === scanTag)?.Value);
        if (withheld && withheld !== 'not-yet-scanned') takeNote(place, withheld);
        if (withheld) return withheld;
        // That very version: another may have been sent in its place a moment ago, which nobody has scanned.
        const { Body } = await client.send(new GetObjectCommand({ ...at, VersionId }));
        return await Body!.transformToByteArray();
      } catch (error) {
        if (notThere.includes((error as Error).name)) return 'not-there';
        throw error;
      }
    },
    async keep(place, bytes) {
      const sum = createHash('sha256').update(bytes).digest();
      const sha256 = sum.toString('hex');
      const Key = keptKey(place, sha256);
      const ChecksumSHA256 = sum.toString('base64');
      await client.send(new PutObjectCommand({ Bucket, Key, Body: bytes, ChecksumSHA256 }));
      return sha256;
    },
    signDownload: (file) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket,
          Key: keptKey(file, file.sha256),
          ResponseContentDisposition: asAttachment(file.fileName),
          ResponseContentType: 'application/octet-stream',
        }),
        { expiresIn: downloadSeconds },
      ),
  };
}

// Who may not list a bucket is told that they may not, where a file is not there; one that has gone has no tags to ask for; and no file has
// a name too long to be kept.
const notThere = ['NoSuchKey', 'NoSuchVersion', 'AccessDenied', 'MethodNotAllowed', 'KeyTooLongError'];

/** What makes a browser save a file under its name and never open it (RFC 6266, the name as RFC 8187 writes it). */
function asAttachment(fileName: string): string {
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
}
