import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { longestText } from '../../../shared/domain/text.ts';
import { pathInLog, reasonOf } from '../../../shared/runtime/log.ts';
import { showNotice } from './notice-page.tsx';
import type { Front } from './site.tsx';

const wrongs = {
  unreadable: {
    status: 400,
    title: 'What was sent could not be read',
    detail: 'Go back, check the form and send it again.',
  },
  'cross-site': {
    status: 403,
    title: 'This form was sent from another website',
    detail: 'Open the form here and fill it in again.',
  },
  nobody: {
    status: 401,
    title: 'Nobody is signed in',
    detail: 'Sign in on the pages of the tracker first.',
  },
  liaison: {
    status: 403,
    title: 'This is for liaison staff',
    detail: 'You can read what you see here, but not change it. Ask an administrator if you need to.',
  },
  administrator: {
    status: 403,
    title: 'This is for administrators',
    detail: 'Settings and who may sign in are for administrators. Ask one if you need this changed.',
  },
  limited: {
    status: 403,
    title: 'This is for those who look after everything',
    detail:
      'You look after some bodies or boards, and this concerns others as well. Ask an administrator if you need it.',
  },
  form: {
    status: 403,
    title: 'This form is no longer good: open it again',
    detail:
      'It was opened before you signed in, or it was changed on its way. Open its page again and fill the form in once more.',
  },
  'not-found': { status: 404, title: 'Not found', detail: 'Nothing is at this address.' },
  'too-long': {
    status: 413,
    title: 'That is too much to send at once',
    detail: `A text can be ${longestText.toLocaleString('en-GB')} characters long, and the kept copy of a page ${(longestText * 5).toLocaleString('en-GB')}. Go back, shorten what you entered and send it again. Send a list of more than 2 MB in several files.`,
  },
  'content-type': {
    status: 415,
    title: 'This kind of content is not accepted here',
    detail: 'Pages take what a form sends. Programs send JSON to the addresses under /api/v1.',
  },
  'too-many': { status: 429, title: 'Too many requests', detail: '' },
} as const;

export type Wrong = keyof typeof wrongs;

/** Requests of programs; everything else is a person's. */
export const isApi = (c: Context) => c.req.path === '/api' || c.req.path.startsWith('/api/');

/** Said first of what was sent to be saved, and not of a page that was only opened. */
const nothingSaved = (c: Context): string =>
  ['GET', 'HEAD'].includes(c.req.method) ? '' : 'Nothing was saved.';

type More = {
  /** Another sentence to both. */
  advice?: string;
  /** Under which the log tells of it. */
  reference?: string;
  /** To people only. */
  children?: Child;
};

/** Says what is wrong with a request: a page to people, problem details (RFC 9457) to programs. */
export function answerWrong(
  c: Context,
  site: Front,
  code: Wrong,
  { advice, reference, children }: More = {},
) {
  const { status, title, detail } = wrongs[code];
  const words = [nothingSaved(c), detail, advice].filter(Boolean).join(' ');
  if (isApi(c)) {
    const quoted = reference ? ` Quote the reference ${reference} when you report this` : '';
    return problem(c, { status, title, detail: `${words}${quoted}`, code });
  }
  const said = (
    <>
      <p class="govuk-body">{words}</p>
      {reference && <Reported reference={reference} />}
      {children}
    </>
  );
  return showNotice(c, site, status, { title, children: said });
}

/** What the framework refuses is the sender's fault; everything else is ours. */
export function answerError(c: Context, site: Front, error: Error) {
  if (error instanceof HTTPException && error.status < 500)
    return answerWrong(c, site, error.status === 403 ? 'cross-site' : 'unreadable');
  const reference = site.newId();
  site.log.error('A request failed', {
    reference,
    method: c.req.method,
    path: pathInLog(c.req.path),
    reason: reasonOf(error),
  });
  return answerFault(c, site, reference);
}

// It is logged under a reference, and the reference is all that is shown of it.
function answerFault(c: Context, site: Front, reference: string) {
  const title = 'Sorry, something went wrong';
  if (isApi(c)) {
    const detail = `${nothingSaved(c)}Quote the reference ${reference} when you report this`;
    return problem(c, { status: 500, title, detail, code: 'fault' });
  }
  return showNotice(c, site, 500, { title, children: faultWords(nothingSaved(c), reference) });
}

const faultWords = (nothing: string, reference: string): Child => (
  <>
    <p class="govuk-body">{`${nothing}Go back and try again in a few minutes.`}</p>
    <Reported reference={reference} />
  </>
);

const Reported = ({ reference }: { reference: string }) => (
  <p class="govuk-body">
    If it happens again, report it with this reference: <strong>{reference}</strong>
  </p>
);

type Problem = { status: ContentfulStatusCode; title: string; detail: string; code: string };

const problem = (c: Context, { status, ...rest }: Problem) =>
  c.json({ type: 'about:blank', status, ...rest }, status, { 'content-type': 'application/problem+json' });
