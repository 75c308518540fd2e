import { canonical } from '../../../shared/domain/canonical.ts';
import { type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import {
  type SendingChange,
  type SendingSetting,
  sendingInWords,
  toEveryone,
} from '../../../shared/domain/sending.ts';
import { readSending } from '../../../shared/store/mail-settings.ts';
import { save } from '../../../shared/store/save.ts';
import { type Desk, eventOf } from './desk.ts';

/**
 * Chooses to whom mail goes, from the next mail on: the sender claims a mail on the condition that this is as it read it. Refused where
 * somebody else has changed it since it was looked at.
 */
export async function changeSending(
  desk: Desk,
  { to, version, why }: SendingChange,
): Promise<SendingSetting | Refusal> {
  const before = await readSending(desk.table);
  if ((before?.version ?? 0) !== version) return changedMeanwhile;
  if (canonical(before?.sending ?? toEveryone) === canonical(to)) return noChange;
  const after: SendingSetting = { settings: 'sending', sending: to, version: version + 1 };
  const saved = await save(desk.table, {
    creates: before ? [] : [{ kind: 'sending', value: after }],
    updates: before ? [{ kind: 'sending', before, after }] : [],
    event: eventOf(desk, 'change-sending', {
      settings: 'sending',
      why,
      what: `Mail is sent ${sendingInWords(to)}`,
    }),
  });
  // Of two first changes at once the other is one too.
  return saved ? changedMeanwhile : after;
}

const changedMeanwhile = refuse(
  'changed-meanwhile',
  'Somebody else changed who gets mail at the same time. Look at it again, then make your change',
);

const noChange = refuse('no-change', 'This is how it is. Change something, or leave it');
