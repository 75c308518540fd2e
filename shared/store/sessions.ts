import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../domain/london.ts';
import { isSessionLive, isTouchDue, newSession, type Session } from '../domain/session.ts';
import { sha256 } from './digest.ts';
import { registerPartitions, sessionKey } from './keys.ts';
import { sessionsOf, type Whose } from './listed.ts';
import { queryAll, read } from './read.ts';
import { fromItem, toItem } from './records.ts';
import type { Table } from './table.ts';

/** What a session is known by: the secret of the browser, which is nowhere kept, and the token of its forms. Each is new and by chance. */
export type SessionSecrets = { secret: string; formToken: string };

/** Begins a session of somebody who has just proved who they are. */
export async function startSession(
  table: Table,
  of: Session['of'],
  { secret, formToken }: SessionSecrets,
  now: Instant,
): Promise<Session> {
  const session = newSession(of, { id: sha256(secret), formToken }, now);
  await put(table, session, 'attribute_not_exists(pk)');
  return session;
}

/** The live session of whoever has this secret, or undefined. That it was seen is written down, at most once a minute. */
export async function findSession(table: Table, secret: string, now: Instant): Promise<Session | undefined> {
  const session = await read(table, 'session', sessionKey(sha256(secret)));
  if (!session || !isSessionLive(session, now)) return undefined;
  if (!isTouchDue(session, now)) return session;
  const seen = { ...session, lastSeenAt: now };
  return (await putUnlessEnded(table, seen)) ? seen : undefined;
}

/** Ends a session for good. One that has ended, or never was, is left as it is. */
export async function endSession(table: Table, id: string, now: Instant): Promise<void> {
  const session = await read(table, 'session', sessionKey(id));
  if (session) await putUnlessEnded(table, { ...session, endedAt: now });
}

/** Every session that still lets somebody in, by whose it is. */
export const listSessions = (table: Table, now: Instant): Promise<Session[]> => liveSessions(table, now, '');

/** The sessions of one person that still let them in, the one begun first first. */
export const sessionsOfPerson = (table: Table, whose: Whose, now: Instant): Promise<Session[]> =>
  liveSessions(table, now, sessionsOf(whose));

async function liveSessions(table: Table, now: Instant, place: string): Promise<Session[]> {
  const partition = { ':partition': registerPartitions.sessions };
  const items = queryAll(table, {
    IndexName: 'register',
    KeyConditionExpression: `registerPk = :partition${place && ' AND begins_with(registerSk, :place)'}`,
    ExpressionAttributeValues: place ? { ...partition, ':place': place } : partition,
  });
  return (await Array.fromAsync(items))
    .map((item) => fromItem('session', item))
    .filter((session) => isSessionLive(session, now));
}

const put = (table: Table, session: Session, ConditionExpression: string) =>
  table.client.send(
    new PutCommand({ TableName: table.name, Item: toItem('session', session), ConditionExpression }),
  );

/** @returns whether it was written: false where somebody has ended the session meanwhile, or the table has dropped it */
async function putUnlessEnded(table: Table, session: Session): Promise<boolean> {
  try {
    await put(table, session, 'attribute_exists(pk) AND attribute_not_exists(endedAt)');
    return true;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return false;
  }
}
