import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { listenOnLoopback, readBody, reply } from '../../infra/local/loopback-server.ts';

const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function token(claims: object, key: KeyObject, kid: string): string {
  const content = `${encoded({ alg: 'RS256', kid })}.${encoded(claims)}`;
  return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`;
}

/** An identity provider that says in its token whatever it is told to, signed with its own key or with one that it never published. */
export async function startLyingProvider() {
  const [own, other] = [keyPair(), keyPair()];
  const publicKey = { ...own.publicKey.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' };
  let said = { claims: {} as object, forged: false };
  let asked = new URLSearchParams();
  const server = await listenOnLoopback(async (request, response) => {
    const { endpoint: issuer } = server;
    const idToken = () => token(said.claims, (said.forged ? other : own).privateKey, 'own');
    const answers: Record<string, () => object> = {
      '/.well-known/openid-configuration': () => ({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        end_session_endpoint: `${issuer}/end`,
        id_token_signing_alg_values_supported: ['RS256'],
      }),
      '/jwks': () => ({ keys: [publicKey] }),
      '/token': () => ({ access_token: 'access', token_type: 'bearer', id_token: idToken() }),
    };
    if (request.url === '/token') asked = new URLSearchParams((await readBody(request, 10_000))?.toString());
    const body = JSON.stringify(answers[request.url ?? '']?.() ?? {});
    reply(response, { status: 200, contentType: 'application/json', body });
  });
  return {
    issuer: server.endpoint,
    stop: server.stop,
    /** What it was last asked for a token with. */
    askedForToken: () => asked,
    says(claims: object, forged = false) {
      said = { claims, forged };
    },
  };
}
