import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { askInput, codeInput, codeMinutes } from '../../../shared/domain/code.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Input } from '../components/input.tsx';
import { checkForm } from '../forms/checked-form.ts';
import { errorsFromRefusal, type FieldErrors, noErrors, summaryOf } from '../forms/field-errors.ts';
import { readForm } from '../forms/posted-form.ts';
import { dropSecret, giveSecret, secretIn } from '../gate/cookies.ts';
import { type Front, show } from '../pages/site.tsx';
import { answerInTime } from './answer-in-time.ts';
import { type Asking, askForCode } from './ask-for-code.ts';
import { ownPage } from './own-page.ts';
import { signInWithCode } from './sign-in-with-code.ts';

/**
 * How owners sign in: they type their address, then the code that was sent to it. A link in a mail leads here and does nothing by itself;
 * what opens every link and posts every form finds has no address to type.
 */
export const ownerSignInPages = (front: Front): Hono =>
  new Hono()
    .get('/mine/sign-in', (c) => showAddress(c, front, { to: ownPage(c.req.query('to')) }))
    .post('/mine/code', (c) => postAddress(c, front))
    .get('/mine/code', async (c) => {
      const to = ownPage(c.req.query('to'));
      return askingOn(c) ? showCode(c, front, { to }) : c.redirect(withTo('/mine/sign-in', to), 303);
    })
    .post('/mine/sign-in', (c) => postCode(c, front));

async function postAddress(c: Context, front: Front) {
  const form = await readForm(c);
  const to = ownPage(form.get('to'));
  const email = form.get('email');
  const { value, errors } = checkForm(askInput, { email }, {});
  if (errors) return showAddress(c, front, { to, email, errors, status: 422 });
  const asked = await answerInTime(front.stopwatch, () => askForCode(front, value.email));
  if (isRefusal(asked))
    return showAddress(c, front, { to, email, errors: errorsFromRefusal(asked), status: 429 });
  giveSecret(c, 'asking', `${asked.browser}.${asked.codeId}`);
  return c.redirect(withTo('/mine/code', to), 303);
}

async function postCode(c: Context, front: Front) {
  const form = await readForm(c);
  const to = ownPage(form.get('to'));
  const { value, errors } = checkForm(codeInput, { code: form.get('code') }, {});
  if (errors) return showCode(c, front, { to, errors, status: 422 });
  const asking = askingOn(c) ?? { codeId: 'none', browser: 'none' };
  const signedIn = await signInWithCode(front, asking, value.code, secretIn(c, 'owner'));
  if (isRefusal(signedIn))
    return showCode(c, front, { to, errors: errorsFromRefusal(signedIn), status: 422 });
  giveSecret(c, 'owner', signedIn.secret);
  dropSecret(c, 'asking');
  return c.redirect(to, 303);
}

const withTo = (path: string, to: string): string => `${path}?to=${encodeURIComponent(to)}`;

/** What this browser asked for, as its cookie has it. */
function askingOn(c: Context): Asking | undefined {
  const [browser, codeId] = (secretIn(c, 'asking') ?? '').split('.');
  return codeId && browser ? { codeId, browser } : undefined;
}

type Filled = { to: string; email?: string; errors?: FieldErrors; status?: 422 | 429 };

const showAddress = (c: Context, front: Front, filled: Filled) =>
  showStep(c, front, filled, {
    title: 'Sign in to see your recommendations',
    action: '/mine/code',
    field: 'email',
    children: (
      <>
        <p class="govuk-body">
          Type the email address at which we write to you. We send it a code of 8 digits to sign in with.
        </p>
        <Input
          name="email"
          label="Email address"
          type="email"
          autocomplete="email"
          spellcheck={false}
          value={filled.email}
          error={filled.errors?.email?.message}
        />
        <Button>Send me a code</Button>
      </>
    ),
  });

// What was typed wrong is not shown again: a code has no place in a page.
const showCode = (c: Context, front: Front, filled: Filled) =>
  showStep(c, front, filled, {
    title: 'Check your email',
    action: '/mine/sign-in',
    field: 'code',
    children: (
      <>
        <p class="govuk-body">
          {`If we write to the address you typed, a code is on its way to it. It can take a minute, and works for ${codeMinutes} minutes, on this browser only.`}
        </p>
        <Input
          name="code"
          label="Code"
          hint="8 digits. Spaces make no difference."
          inputmode="numeric"
          autocomplete="one-time-code"
          spellcheck={false}
          width={10}
          error={filled.errors?.code?.message}
        />
        <Button>Sign in</Button>
        <p class="govuk-body">
          No mail? Look in your junk or spam folder, or{' '}
          <a class="govuk-link" href={withTo('/mine/sign-in', filled.to)}>
            ask for another code
          </a>
          .
        </p>
      </>
    ),
  });

type Step = { title: string; action: string; field: string; children: Child };

function showStep(c: Context, front: Front, { to, errors = noErrors, status }: Filled, step: Step) {
  const problems = summaryOf(errors, [{ name: step.field }]);
  const page = {
    title: step.title,
    homeHref: '/mine',
    hasErrors: problems.length > 0,
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ErrorSummary errors={problems} />
          <h1 class="govuk-heading-l">{step.title}</h1>
          <form method="post" action={step.action} novalidate>
            <input type="hidden" name="to" value={to} />
            {step.children}
          </form>
        </div>
      </div>
    ),
  };
  return show(c, front, page, status ?? 200);
}
