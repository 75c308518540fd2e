import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { listenOnLoopback, readBody, reply } from '../loopback-server.ts';
import { pagePolicy } from '../page-layout.tsx';
import { keepInMemory } from './kept-in-memory.ts';
import type { PracticePerson } from './people.ts';
import { CannotSignIn, WhoAreYou } from './practice-pages.tsx';

export type PracticeProvider = { issuer: string; stop(): Promise<void> };

type Wish = {
  people: readonly PracticePerson[];
  clientId: string;
  /** The tracker's own address: nobody is sent back to another. */
  serviceUrl: string;
  port?: number;
  warn?: (sentence: string) => void;
};

const longestForm = 10_000;
const askedAt = /^\/who\/[\w-]+$/;

/**
 * The identity provider of a local run and of the tests: a real one, spoken to as those of AWS are, except that it takes people at their
 * word. Its keys are new at each start, and it asks anew at each sign-in, so that one person can try several roles.
 */
export async function startPracticeProvider(wish: Wish): Promise<PracticeProvider> {
  const { port, warn = console.warn } = wish;
  let answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  const server = await listenOnLoopback((request, response) => {
    response.setHeader('content-security-policy', pagePolicy(new URL(wish.serviceUrl).origin));
    answer(request, response).catch((error) => {
      warn(`The practice sign-in could not answer: ${String(error)}`);
      response.destroy();
    });
  }, port);
  const provider = new Provider(server.endpoint, configurationOf(wish));
  const protocol = provider.callback();
  answer = async (request, response) => {
    forgetWhoItWas(request);
    if (!askedAt.test(request.url ?? '')) return protocol(request, response);
    await askWho(provider, wish.people, request, response);
  };
  return { issuer: server.endpoint, stop: server.stop };
}

// Without the cookie of the sign-in before, nobody has been here yet.
function forgetWhoItWas({ headers }: IncomingMessage): void {
  headers.cookie = headers.cookie
    ?.split('; ')
    .filter((each) => !each.startsWith('_session'))
    .join('; ');
}

async function askWho(
  provider: Provider,
  people: readonly PracticePerson[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const under = await provider.interactionDetails(request, response).catch(() => undefined);
  if (!under) return show(response, <CannotSignIn reason="This sign-in is over." />, 400);
  if (request.method !== 'POST') return show(response, <WhoAreYou people={people} action={request.url!} />);
  const form = new URLSearchParams((await readBody(request, longestForm))?.toString());
  const who = people.find(({ sub }) => sub === form.get('who'));
  if (!who) return show(response, <CannotSignIn reason="There is nobody of that name here." />, 400);
  await provider.interactionFinished(request, response, { login: { accountId: who.sub, remember: false } });
}

const show = (response: ServerResponse, page: { toString(): string }, status = 200) =>
  reply(response, { status, contentType: 'text/html; charset=utf-8', body: `<!DOCTYPE html>${page}` });

const signingKey = () => ({
  ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
  use: 'sig',
  alg: 'ES256',
});

function configurationOf({ people, clientId, serviceUrl }: Wish): Configuration {
  return {
    adapter: keepInMemory(),
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        redirect_uris: [`${serviceUrl}/signed-in`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256',
        // It asks anew each time, and says so.
        require_auth_time: true,
      },
    ],
    jwks: { keys: [signingKey()] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    pkce: { required: () => true },
    scopes: ['openid', 'email', 'profile'],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    // What Cognito and Entra ID do: the claims stand in the token itself.
    conformIdTokenClaims: false,
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    findAccount: (_, sub) => accountOf(people.find((person) => person.sub === sub)),
    loadExistingGrant,
    interactions: { url: (_, { uid }) => `/who/${uid}` },
    features: {
      devInteractions: { enabled: false },
      // There is nothing to end: it asks anew each time.
      rpInitiatedLogout: { enabled: false },
    },
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = `<!DOCTYPE html>${<CannotSignIn reason={out.error_description ?? out.error} />}`;
    },
  };
}

const accountOf = (person: PracticePerson | undefined) =>
  person && {
    accountId: person.sub,
    claims: () => ({
      sub: person.sub,
      name: person.name,
      email: person.email,
      email_verified: person.emailVerified ?? true,
    }),
  };

// Nobody is asked whether the tracker may know their name: an organisation's own sign-in does not ask either.
async function loadExistingGrant({ oidc }: KoaContextWithOIDC) {
  const grant = new oidc.provider.Grant({
    clientId: oidc.client!.clientId,
    accountId: oidc.session!.accountId!,
  });
  grant.addOIDCScope('openid email profile');
  await grant.save();
  return grant;
}
