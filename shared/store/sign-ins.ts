import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Instant, minutesAfter, secondsSince1970 } from '../domain/london.ts';
import { type BegunSignIn, isUsable, minutesToSignIn } from '../domain/sign-in.ts';
import { sha256 } from './digest.ts';
import { signInKey } from './keys.ts';
import { read } from './read.ts';
import { toItem } from './records.ts';
import type { Table } from './table.ts';

type Begun = Pick<BegunSignIn, 'state' | 'nonce' | 'verifier' | 'to' | 'again'>;

/** Keeps a sign-in that a browser has begun, under the hash of the secret that the browser was given for it. */
export async function keepSignIn(table: Table, secret: string, begun: Begun, now: Instant): Promise<void> {
  const endsAt = minutesAfter(now, minutesToSignIn);
  const signIn = { ...begun, id: sha256(secret), endsAt, expiresAt: secondsSince1970(endsAt) };
  await put(table, signIn, 'attribute_not_exists(pk)');
}

/** The sign-in that a browser comes back from, which is used by that; undefined where there is none, or it is over, or was used before. */
export async function useSignIn(
  table: Table,
  secret: string,
  now: Instant,
): Promise<BegunSignIn | undefined> {
  const begun = await read(table, 'sign-in', signInKey(sha256(secret)));
  if (!begun || !isUsable(begun, now)) return undefined;
  try {
    await put(table, { ...begun, usedAt: now }, 'attribute_exists(pk) AND attribute_not_exists(usedAt)');
    return begun;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return undefined;
  }
}

const put = (table: Table, signIn: BegunSignIn, ConditionExpression: string) =>
  table.client.send(
    new PutCommand({ TableName: table.name, Item: toItem('sign-in', signIn), ConditionExpression }),
  );
