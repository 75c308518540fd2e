import { phraseAt, phrases } from './text/phrases.ts';
import { type Token, wordAt } from './text/tokens.ts';

const telling = phrases({
  told: [
    'report back',
    'report progress',
    'report to',
    'report on',
    'be reported',
    'reported to',
    'reported back',
    'report our',
    'report the',
    'update you',
    'update the iopc',
    'update iopc',
    'update the board',
    'update will',
    'updates will',
    'an update',
    'a further update',
    'further update',
    'progress update',
    'an interim update',
    'update report',
    'final update',
    'write to',
    'write back',
    'respond',
    'formally respond',
    'feed back',
    'feedback to',
    'feed back to',
    'inform you',
    'inform the iopc',
    'informed of',
    'advise you',
    'advise the iopc',
    'notify',
    'keep you',
    'further details',
    'provide details',
    'the outcome',
    'share the findings',
    'share findings',
    'revert',
    'return to you',
    'come back to you',
    'contact you',
    'confirm to you',
    'confirm completion',
    'progress will be reviewed',
    'brought to',
    'brought back',
    'presented to',
    'submissions',
    'a report',
    'progress report',
    'will be updated',
    'send you',
    'sent to you',
    'sent to the iopc',
    'provide you',
    'provide the iopc',
  ],
});

/** Whether what is promised is news to the watchdog or a board, rather than the work itself. */
export function promisesNews(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const found = phraseAt(telling, tokens, at);
    if (found && !(wordAt(tokens, at) === 'respond' && wordAt(tokens, at + 1) === 'to')) return true;
  }
  return false;
}
