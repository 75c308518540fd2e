import { canonical } from '../../../shared/domain/canonical.ts';
import { aboutPart, type MailPart } from '../../../shared/domain/mail-parts.ts';
import {
  type MailWording,
  ourWords,
  type WordsChange,
  type WordsReset,
  wordsInForce,
} from '../../../shared/domain/mail-words.ts';
import { type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { readWording } from '../../../shared/store/mail-settings.ts';
import { save } from '../../../shared/store/save.ts';
import { type Desk, eventOf } from './desk.ts';

type Parts = MailWording['parts'];

/**
 * Says one part of the mails in other words, from the next mail on. It was decided on words that somebody looked at, with their preview,
 * so it is refused where the wording has been changed meanwhile. Our own words are not kept: what says them goes with us when we change them.
 */
export function changeWording(
  desk: Desk,
  part: MailPart,
  { to, version, why }: WordsChange,
): Promise<MailWording | Refusal> {
  const isOurs = canonical(to) === canonical(ourWords[part]);
  const what = [`${aboutPart(part).title}:`, to.words, to.added].filter(Boolean).join(' ');
  return write(desk, 'change-wording', { version, why, what }, (parts) =>
    isOurs ? without(parts, part) : { ...parts, [part]: to },
  );
}

/** Goes back to our words, in one part or in all. */
export const resetWording = (
  desk: Desk,
  { part, version, why }: WordsReset,
): Promise<MailWording | Refusal> =>
  write(
    desk,
    'reset-wording',
    { version, why, what: part ? aboutPart(part).title : 'Every part' },
    (parts) => (part ? without(parts, part) : {}),
  );

const without = (parts: Parts, part: MailPart): Parts => {
  const { [part]: _, ...rest } = parts;
  return rest;
};

async function write(
  desk: Desk,
  move: 'change-wording' | 'reset-wording',
  { version, why, what }: { version: number; why?: string | undefined; what: string },
  changed: (parts: Parts) => Parts,
): Promise<MailWording | Refusal> {
  const before = await readWording(desk.table);
  if ((before?.version ?? 0) !== version) return changedMeanwhile;
  const parts = changed(before?.parts ?? {});
  if (canonical(wordsInForce({ parts })) === canonical(wordsInForce(before))) return noChange;
  const after: MailWording = { settings: 'wording', parts, version: version + 1 };
  const saved = await save(desk.table, {
    creates: before ? [] : [{ kind: 'wording', value: after }],
    updates: before ? [{ kind: 'wording', before, after }] : [],
    event: eventOf(desk, move, { settings: 'wording', why, what }),
  });
  // Of two first changes at once the other is one too.
  return saved ? changedMeanwhile : after;
}

const changedMeanwhile = refuse(
  'changed-meanwhile',
  'Somebody else changed the wording at the same time. Look at it again, then make your change',
);

const noChange = refuse('no-change', 'These are the words as they are. Change something, or leave them');
