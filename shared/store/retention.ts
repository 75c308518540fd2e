import type { Contact } from '../domain/contact.ts';
import { asDay, type Day, later } from '../domain/day.ts';
import { asInstant, type Instant, londonDay } from '../domain/london.ts';
import { isSettled, type Mail } from '../domain/mail.ts';
import type { LeftContact } from '../domain/retention.ts';
import { everyItem } from './every-item.ts';
import { fromItem, type Item, type Kind, type RecordOf } from './records.ts';
import type { Table } from './table.ts';

/** What the rules of retention are held against: everybody who has left, and every settled mail whose words are kept. */
export type Keeping = { left: LeftContact[]; mails: Mail[] };

/** Reads everything once (everyItem). One damaged record stops it, because that might be the one that still needs somebody. */
export async function gatherKeeping(table: Table, now: Instant): Promise<Keeping> {
  const found = new Found();
  for await (const item of everyItem(table, now)) found.take(item);
  return found.keeping();
}

class Found {
  readonly #contacts: Contact[] = [];
  readonly #mails: Mail[] = [];
  readonly #needs = new Map<string, Set<string>>();
  readonly #last = new Map<string, Day>();

  take(item: Item): void {
    const kind = item.record as Kind;
    const look = looks[kind] as Look<Kind> | undefined;
    look?.(this, fromItem(kind, item));
  }

  contact(contact: Contact): void {
    this.#contacts.push(contact);
  }

  mail(mail: Mail): void {
    this.#mails.push(mail);
  }

  needs(id: string | undefined, why: string): void {
    if (id) this.#needs.set(id, (this.#needs.get(id) ?? new Set()).add(why));
  }

  wasOn(id: string | undefined, on: Day): void {
    if (id) this.#last.set(id, later(this.#last.get(id) ?? on, on));
  }

  keeping(): Keeping {
    const left = this.#contacts.filter(({ status }) => status === 'departed');
    return {
      left: left.map((contact) => ({
        contact,
        neededBy: [...(this.#needs.get(contact.id) ?? [])].sort(),
        // A record older than histories says nothing of when: it is counted from the latest day there could be.
        lastOn: this.#last.get(contact.id) ?? asDay('2999-12-31'),
      })),
      mails: this.#mails.filter((mail) => isSettled(mail) && !mail.wordsRemovedOn),
    };
  }
}

type Look<K extends Kind> = (found: Found, value: RecordOf<K>) => void;

/** What each kind of record says of whom it still needs, and of when there was last anything with them. */
const looks: { [K in Kind]?: Look<K> } = {
  contact(found, contact) {
    found.contact(contact);
    if (contact.status !== 'active') return;
    found.needs(contact.managerId, 'is the manager of somebody in post');
    found.needs(contact.deputyId, 'is the deputy of somebody in post');
  },
  event: (found, { contactId, at, move }) => {
    if (move !== 'remove-details') found.wasOn(contactId, londonDay(asInstant(at)));
  },
  recommendation(found, { caseId, number, ownerId, closed, withdrawn }) {
    if (!closed && !withdrawn) found.needs(ownerId, `owns ${caseId} recommendation ${number}`);
  },
  deadline(found, { caseId, number, ownerId, state }) {
    if (state === 'open') found.needs(ownerId, `owns a date of ${caseId} recommendation ${number}`);
  },
  board: (found, { name, chairId }) => found.needs(chairId, `chairs ${name}`),
  exception(found, { contactId, clearedAt }) {
    if (!clearedAt) found.needs(contactId, 'somebody must look at an exception about them');
  },
  report(found, { byId, state }) {
    if (state === 'waiting') found.needs(byId, 'what they said waits for a decision');
  },
  mail(found, mail) {
    found.mail(mail);
    found.wasOn(mail.recipientId, mail.plannedOn);
    if (!isSettled(mail)) found.needs(mail.recipientId, 'a mail to them is under way');
  },
};
