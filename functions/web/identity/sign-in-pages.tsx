import { type Context, Hono } from 'hono';
import { minutesAfter } from '../../../shared/domain/london.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { pathOnSite } from '../../../shared/domain/sign-in.ts';
import type { Staff } from '../../../shared/domain/staff.ts';
import { reasonOf } from '../../../shared/runtime/log.ts';
import { newSecret } from '../../../shared/runtime/secrets.ts';
import { endSession, findSession, startSession } from '../../../shared/store/sessions.ts';
import { keepSignIn, useSignIn } from '../../../shared/store/sign-ins.ts';
import { readForm } from '../forms/posted-form.ts';
import { dropSecret, giveSecret, secretIn } from '../gate/cookies.ts';
import { isOwnForm } from '../gate/form-token.ts';
import type { Front } from '../pages/site.tsx';
import { answerWrong } from '../pages/went-wrong.tsx';
import { NotProven, type Proven } from './identity.ts';
import { knownPerson } from './known-person.ts';
import { showBegin, showNotLetIn, showOver, showSignedOut, showSignOut } from './sign-in-words.tsx';

/** Where staff come in and go out. It is asked before anybody is known. */
export const signInPages = (front: Front): Hono =>
  new Hono()
    .get('/sign-in', (c) => begin(c, front))
    .get('/signed-in', (c) => finish(c, front))
    .get('/sign-out', async (c) => {
      const person = await front.gate.staff(c);
      return person ? showSignOut(c, front, person) : c.redirect('/signed-out', 303);
    })
    .post('/sign-out', (c) => signOut(c, front))
    .get('/signed-out', (c) => showSignedOut(c, front));

async function begin(c: Context, front: Front) {
  const { identity, table, wall } = front;
  const to = pathOnSite(c.req.query('to'));
  // A link on another site does not sign anybody in unasked (OWASP ASVS 5.0, 7.6.2): they press a button of ours.
  if (c.req.header('sec-fetch-site') === 'cross-site') return showBegin(c, front, to);
  const { url, ...expected } = await identity.begin(c.req.query('again') === 'yes');
  const secret = newSecret();
  await keepSignIn(table, secret, { ...expected, to }, wall.now());
  giveSecret(c, 'signing-in', secret);
  return c.redirect(url, 303);
}

async function finish(c: Context, front: Front) {
  const secret = secretIn(c, 'signing-in');
  const begun = secret ? await useSignIn(front.table, secret, front.wall.now()) : undefined;
  dropSecret(c, 'signing-in');
  if (!begun) return showOver(c, front);
  const proven = await provenBy(front, new URL(c.req.url), begun);
  if (!proven) return showOver(c, front);
  const known = await knownPerson(front, proven);
  if (isRefusal(known)) {
    front.log.warn('Somebody who signed in was not let in', {
      event: 'sign-in-refused',
      reason: known.refused,
    });
    return showNotLetIn(c, front, known);
  }
  await letIn(c, front, known, proven);
  front.log.info('Somebody of the staff signed in', { event: 'signed-in', staffId: known.id });
  return c.redirect(begun.to, 303);
}

async function provenBy(
  { identity, log }: Front,
  currentUrl: URL,
  expected: Parameters<typeof identity.finish>[1],
): Promise<Proven | undefined> {
  try {
    return await identity.finish(currentUrl, expected);
  } catch (error) {
    if (!(error instanceof NotProven)) throw error;
    log.warn('A sign-in was not proven', {
      event: 'sign-in-refused',
      reason: reasonOf(error.cause),
    });
    return undefined;
  }
}

// A new secret each time: one that somebody else put into the browser before is worth nothing afterwards.
async function letIn(
  c: Context,
  { table, wall }: Front,
  { id, version }: Staff,
  { secondsAgo }: Proven,
): Promise<void> {
  const now = wall.now();
  const earlier = secretIn(c, 'session');
  const before = earlier ? await findSession(table, earlier, now) : undefined;
  if (before) await endSession(table, before.id, now);
  const secrets = { secret: newSecret(), formToken: newSecret() };
  const provenAt = secondsAgo === undefined ? undefined : minutesAfter(now, -secondsAgo / 60);
  await startSession(table, { staffId: id, staffVersion: version, provenAt }, secrets, now);
  giveSecret(c, 'session', secrets.secret);
}

async function signOut(c: Context, front: Front) {
  const person = await front.gate.staff(c);
  const form = await readForm(c);
  if (person && !isOwnForm(person, form.get('token'))) return answerWrong(c, front, 'cross-site');
  if (person) {
    await endSession(front.table, person.sessionId, front.wall.now());
    front.log.info('Somebody of the staff signed out', { event: 'signed-out', staffId: person.id });
  }
  dropSecret(c, 'session');
  c.header('clear-site-data', '"cache", "storage"');
  return c.redirect('/signed-out', 303);
}
