import { maySend, type Sending } from '../../shared/domain/sending.ts';
import type { Composed } from '../../shared/mail/letter.ts';
import type { Clock } from '../../shared/runtime/clock.ts';
import type { MailService, Outcome } from '../../shared/runtime/mail-service.ts';
import type { Table } from '../../shared/store/table.ts';
import { sendingNow } from './pages/sending-notice.tsx';

/**
 * What became of a mail that was sent at once. 'kept-back': mail does not go to that address now. The others are what the mail service
 * said, of which no more is kept: its words quote the address.
 */
type Left = 'kept-back' | Outcome['kind'];

/** Sends a mail at once, past the plan, the queue and the register: for what is worth nothing in a minute. */
export type SendNow = (to: string, words: Composed) => Promise<Left>;

type SendNowDeps = {
  table: Table;
  /** The clock on the wall: the mail says when it was sent. */
  wall: Clock;
  from: string;
  /** To whom this copy of the tracker may send at most, whatever is chosen on its pages. */
  sendTo: Sending;
  /** Opened with the first mail: hardly any page needs it. */
  openService(): Promise<MailService>;
};

/**
 * The way to the mail service for what cannot wait. It goes only where mail may go, as the sender's does. It has no id of a kept mail, so
 * the feedback function finds nothing of ours in what is reported of it: of an address that is dead, the next reminder tells.
 */
export function openSendNow({ table, wall, from, sendTo, openService }: SendNowDeps): SendNow {
  let service: Promise<MailService> | undefined;
  return async (to, words) => {
    if (!maySend(await sendingNow({ table, sendTo }), to)) return 'kept-back';
    const { mimeOf } = await import('../../shared/mail/mime.ts');
    const raw = await mimeOf(words, { from, to: { name: '', address: to }, sentAt: wall.now() });
    service ??= openService();
    return (await (await service).send({ from, to, raw })).kind;
  };
}
