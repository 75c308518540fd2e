import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { Strip } from '../../functions/web/components/strip.tsx';
import { addDays, inWordsWithWeekday, parseDay } from '../../shared/domain/day.ts';
import { londonDay } from '../../shared/domain/london.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import type { Nights } from './nights.ts';
import { startSample } from './sample/start-sample.ts';
import type { LocalTracker } from './tracker.ts';

type Button = { to: string; text: string };

const buttons: Button[] = [
  { to: 'night', text: 'Run tonight now' },
  { to: 'day', text: 'Forward a day' },
  { to: 'week', text: 'Forward a week' },
  { to: 'stage', text: 'Forward to the next mail' },
];
const backToToday: Button = { to: 'real', text: 'Use today’s date' };
const loadSample: Button = { to: 'sample', text: 'Load the sample case' };

/** The strip above every page of a local run: what day it is taken to be, and the buttons that move it. */
export function clockStrip(
  { clock, mailbox }: Pick<LocalTracker, 'clock' | 'mailbox'>,
  isEmpty: boolean,
): string {
  const today = inWordsWithWeekday(londonDay(clock.now()));
  const text = clock.isSimulated
    ? `The date here is ${today}.`
    : `Today is ${today}. Mail stays on this machine.`;
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
  app.use('/local/*', csrf(), bodyLimit({ maxSize: 10_000 }));
  app.post('/local/clock', async (c) => {
    const { to, date } = await c.req.parseBody();
    const refused = await move(tracker, nights, String(to ?? ''), String(date ?? ''));
    if (refused) return c.text(`${refused}\n`, 422);
    return c.redirect(samePage(c.req.header('referer')), 303);
  });
  app.get('/local/clock', (c) => c.json({ now: tracker.clock.now(), simulated: tracker.clock.isSimulated }));
  app.mount('/', tracker.web.fetch);
  return app;
}

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
    case 'real': {
      const moved = clock.reset();
      return moved.ok ? undefined : moved.sentence;
    }
    case 'sample':
      return startSample(tracker);
    default:
      return 'Say where to move the clock: night, day, week, stage, or date with a date such as 2021-02-20.';
  }
}

// Back to the page the button was on; only its path, so that nobody is sent elsewhere.
function samePage(referer: string | undefined): string {
  if (!referer || !URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  return pathname.startsWith('//') ? '/' : `${pathname}${search}`;
}
