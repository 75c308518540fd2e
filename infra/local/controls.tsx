import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { createMiddleware } from 'hono/factory';
import type { Child } from 'hono/jsx';
import { Button } from '../../functions/web/components/button.tsx';
import { Strip } from '../../functions/web/components/strip.tsx';
import { addDays, inWordsWithWeekday, parseDay } from '../../shared/domain/day.ts';
import { londonDay } from '../../shared/domain/london.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import type { Nights } from './nights.ts';
import { liveSample, sampleAddress } from './sample/start-sample.ts';
import type { LocalTracker } from './tracker.ts';

type Choice = { to: string; text: string };

const buttons: Choice[] = [
  { to: 'night', text: 'Run tonight now' },
  { to: 'day', text: 'Forward a day' },
  { to: 'week', text: 'Forward a week' },
  { to: 'stage', text: 'Forward to the next mail' },
];
const backToToday: Choice = { to: 'real', text: 'Use today’s date' };
const loadSample: Choice = { to: 'sample', text: 'Load the sample case' };

/** The strip above every page of a local run: what day it is taken to be, and the buttons that move it. */
export function clockStrip(
  { clock, mailbox }: Pick<LocalTracker, 'clock' | 'mailbox'>,
  isEmpty: boolean,
): string {
  const today = inWordsWithWeekday(londonDay(clock.now()));
  const date = clock.isSimulated
    ? `The date here is ${today}.`
    : `Today is ${today}. Mail stays on this machine.`;
  const text = isEmpty ? `${date} Loading the sample case takes up to a minute.` : date;
  const offered = isEmpty ? [loadSample] : [...buttons, ...(clock.isSimulated ? [backToToday] : [])];
  return String(
    <Strip label="Practice" text={text}>
      <form method="post" action="/local/clock">
        {offered.map((button) => (
          <button type="submit" class="tracker-strip__button" name="to" value={button.to}>
            {button.text}
          </button>
        ))}
      </form>
      <a href={mailbox.url}>Inbox ({mailbox.messages().length})</a>
    </Strip>,
  );
}

/** The controls of a local run, in front of the web app. They are part of the local run only: nothing of them is deployed. */
export function withControls(tracker: LocalTracker, nights: Nights): Hono {
  const app = new Hono();
  let loading: Promise<string | undefined> | undefined;
  app.use(ownNamesOnly);
  app.use('/local/*', csrf(), bodyLimit({ maxSize: 10_000 }));
  app.post('/local/clock', async (c) => {
    const form = await c.req.formData().catch(() => new FormData());
    const posted = (name: string) => String(form.get(name) ?? '');
    const [to, date, from] = [posted('to'), posted('date'), posted('from')];
    const page = samePage(from || c.req.header('referer'));
    if (to === 'real' && tracker.clock.isSimulated && !posted('sure'))
      return c.html(<SureOfToday clock={tracker.clock} back={page} />);
    // Pressed twice, the sample is loaded once.
    if (to === 'sample') loading ??= liveSample(tracker, nights);
    const refused = await (to === 'sample' ? loading : move(tracker, nights, to, date));
    const back = to === 'sample' ? sampleAddress : page;
    return refused ? c.html(<Refused sentence={refused} back={back} />, 422) : c.redirect(back, 303);
  });
  app.get('/local/clock', (c) =>
    c.json({ pid: process.pid, now: tracker.clock.now(), simulated: tracker.clock.isSimulated }),
  );
  app.mount('/', tracker.web.fetch);
  return app;
}

const Notice = ({ title, children }: { title: string; children: Child }) => (
  <html lang="en-GB">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <link rel="stylesheet" href="/assets/tracker.css" />
    </head>
    <body class="govuk-template__body">
      <main class="govuk-width-container govuk-main-wrapper">
        <h1 class="govuk-heading-l">{title}</h1>
        {children}
      </main>
    </body>
  </html>
);

const Back = ({ to, text = 'Back' }: { to: string; text?: string }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={to}>
      {text}
    </a>
  </p>
);

/** Why the date was not moved, as a page with a way back; a program reads the first line of its words. */
const Refused = ({ sentence, back }: { sentence: string; back: string }) => (
  <Notice title="The date was not moved">
    <p class="govuk-body">{sentence}</p>
    <Back to={back} />
  </Notice>
);

/** There is no way back from the real date, and what fell due on the way is made up for at once: that is said before. */
const SureOfToday = ({ clock, back }: { clock: Pick<LocalTracker['clock'], 'now'>; back: string }) => (
  <Notice title="Use today’s date?">
    <p class="govuk-body">
      {`The date here is ${inWordsWithWeekday(londonDay(clock.now()))}. Afterwards it is the real date and goes on with it: you cannot go back.`}
    </p>
    <p class="govuk-body">
      The nights between are not lived one by one. One run makes up for them: everything due by then is in one
      mail to each owner, late where it is late.
    </p>
    <form method="post" action="/local/clock">
      <input type="hidden" name="sure" value="yes" />
      <input type="hidden" name="from" value={back} />
      <Button name="to" value="real" variant="warning">
        Use today’s date
      </Button>
    </form>
    <Back to={back} text="Keep the date as it is" />
  </Notice>
);

// A page of another site can have its own name point at this machine; it is answered by the names that a person here types only.
const ownNamesOnly = createMiddleware(async (c, next) => {
  const { hostname } = new URL(c.req.url);
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) ? next() : c.text('Not here.\n', 421);
});

async function move(
  tracker: LocalTracker,
  nights: Nights,
  to: string,
  date: string,
): Promise<string | undefined> {
  const { clock } = tracker;
  const today = londonDay(clock.now());
  switch (to) {
    case 'night':
      await nights.tonight();
      return undefined;
    case 'day':
      return nights.moveTo(addDays(today, 1));
    case 'week':
      return nights.moveTo(addDays(today, 7));
    case 'stage':
      return nights.moveToNextMail();
    case 'date': {
      const day = parseDay(date);
      return isRefusal(day) ? day.message : nights.moveTo(day);
    }
    case 'real':
      return nights.toRealTime();
    default:
      return 'Say where to move the clock: night, day, week, stage, or date with a date such as 2021-02-20.';
  }
}

// Back to the page the button was on; only its path, so that nobody is sent elsewhere, and without what it said was just saved: on another day
// that is no news.
function samePage(referer: string | undefined): string {
  if (!referer || !URL.canParse(referer, 'http://here')) return '/';
  const { pathname, searchParams } = new URL(referer, 'http://here');
  searchParams.delete('saved');
  const search = searchParams.size > 0 ? `?${searchParams}` : '';
  return pathname.startsWith('//') ? '/' : `${pathname}${search}`;
}
