import { type Contact, isLive } from '../domain/contact.ts';
import { type Day, isAfter } from '../domain/day.ts';
import type { Deadline } from '../domain/deadline.ts';
import { raise } from '../domain/exception.ts';
import { heldOn } from '../domain/hold.ts';
import type { Mail, MailLine } from '../domain/mail.ts';
import { isNudge } from '../domain/nudge.ts';
import { waitsAs } from '../domain/report.ts';
import type { Item as Spoken } from '../mail/letter.ts';
import { reasonOf } from '../runtime/log.ts';
import { caseKey, contactKey, deadlineKey, exceptionKey, recommendationKey } from '../store/keys.ts';
import type { Grounds } from '../store/outbox.ts';
import { peopleOf, type WhoIsWho } from '../store/people.ts';
import { read, readItems } from '../store/read.ts';
import { fromItem, type Item, type Key, recordIn } from '../store/records.ts';
import type { Table } from '../store/table.ts';

/** A line that cannot be written, because a record of it is damaged or gone. */
export type Torn = { line: MailLine; reason: string };

/**
 * A mail as it stands now: the lines that still apply, with what to write about them; what the claim must rest on; the lines that
 * whoever has the recipient's part now must have instead; those that wait, because nobody can be told or because they are held back
 * (`held`); and what is damaged.
 */
export type Regard = {
  recipient: Contact | undefined;
  items: Spoken[];
  grounds: Omit<Grounds, 'sending'>;
  passedOn: { to: Contact; lines: MailLine[] }[];
  waiting: MailLine[];
  held: MailLine[];
  torn: Torn[];
};

type Standing = { line: MailLine; deadline: Deadline };
type WithHolder = Standing & { holder: Contact | undefined };

/** Looks at each line by itself, so that one damaged record keeps back its own line and no other. */
type EachLine = <L extends { line: MailLine }, T>(lines: L[], look: (each: L) => T[]) => T[];

/**
 * Reads again, strongly consistent, everything a mail would speak of. A line is dropped when its deadline was met or its dates moved
 * since, or when a later reminder has been planned that says it as well: nobody is told of work that has moved on. Where somebody else
 * has the recipient's part now (they took over, or are the deputy, the new manager or chair) the line is theirs. Where nobody can be
 * mailed in the owner's place, or liaison staff hold it back on the day, it waits.
 */
export async function regard(table: Table, mail: Mail, today: Day): Promise<Regard> {
  const torn: Torn[] = [];
  const eachLine: EachLine = (lines, look) =>
    lines.flatMap((each) => {
      try {
        return look(each);
      } catch (error) {
        torn.push({ line: each.line, reason: reasonOf(error) });
        return [];
      }
    });
  const recipient = await read(table, 'contact', contactKey(mail.recipientId));
  const open = await openDeadlines(table, mail, eachLine);
  const whoIsWho = await peopleOf(
    table,
    open.map(({ deadline }) => deadline),
  );
  const known = eachLine(open, (each): WithHolder[] => [
    { ...each, holder: whoIsWho(each.deadline)[each.line.role] },
  ]);
  const standing = known.filter(({ holder }) => isLive(holder) && holder.id === mail.recipientId);
  const isHeld = ({ deadline }: Standing) => heldOn(deadline, today);
  const held = standing.filter(isHeld).map(({ line }) => line);
  const items = await itemsOf(
    table,
    standing.filter((each) => !isHeld(each)),
    whoIsWho,
    eachLine,
  );
  return {
    recipient,
    items,
    grounds: { deadlines: items.map(({ deadline }) => deadline), contacts: contactsOf(items, recipient) },
    passedOn: passedOn(known, mail),
    waiting: [...known.filter(isNobodys).map(({ line }) => line), ...held],
    held,
    torn,
  };
}

const readByKey = async (table: Table, keys: Key[]): Promise<(key: Key) => Item | undefined> => {
  const named = ({ pk, sk }: Item | Key) => `${pk} ${sk}`;
  const found = new Map((await readItems(table, keys)).map((item) => [named(item), item]));
  return (key) => found.get(named(key));
};

async function openDeadlines(table: Table, { lines }: Mail, eachLine: EachLine): Promise<Standing[]> {
  const keyed = lines.map((line) => ({ line, key: deadlineKey({ ...line, id: line.deadlineId }) }));
  const find = await readByKey(
    table,
    keyed.map(({ key }) => key),
  );
  return eachLine(keyed, ({ line, key }): Standing[] => {
    const item = find(key);
    const deadline = item && fromItem('deadline', item);
    return deadline && stillApplies(line, deadline) ? [{ line, deadline }] : [];
  });
}

async function itemsOf(
  table: Table,
  standing: Standing[],
  whoIsWho: WhoIsWho,
  eachLine: EachLine,
): Promise<Spoken[]> {
  const keys = standing.flatMap(({ line }) => [
    caseKey(line.caseId),
    recommendationKey(line),
    ...answerKeys(line),
  ]);
  const find = await readByKey(table, keys);
  return eachLine(standing, ({ line, deadline }): Spoken[] => {
    const [caseItem, recommendationItem] = [find(caseKey(line.caseId)), find(recommendationKey(line))];
    const { owner } = whoIsWho(deadline);
    if (!caseItem || !recommendationItem || !owner)
      throw new Error(`Deadline ${line.deadlineId} has lost a record it belongs to`);
    const learningCase = fromItem('case', caseItem);
    const recommendation = fromItem('recommendation', recommendationItem);
    return [{ line, deadline, learningCase, recommendation, owner, answerWaits: answerWaits(line, find) }];
  });
}

/** What stands for an answer that waits for liaison staff: one name each, so that it is found without a search. */
const answerKeys = ({ caseId, number }: MailLine): Key[] =>
  Object.values(waitsAs).map((kind) => exceptionKey(raise(kind, { caseId, number }, '').id));

// A damaged one says nothing here: what it is about is told all the same.
const answerWaits = (line: MailLine, find: (key: Key) => Item | undefined): boolean =>
  answerKeys(line)
    .map(find)
    .map((item) => item && recordIn('exception', item))
    .some((each) => each !== undefined && !each.clearedAt);

function contactsOf(items: Spoken[], recipient: Contact | undefined): Contact[] {
  const named = [...items.map(({ owner }) => owner), ...(recipient ? [recipient] : [])];
  return [...new Map(named.map((contact) => [contact.id, contact])).values()];
}

function stillApplies({ revision, role, stageOn }: MailLine, deadline: Deadline): boolean {
  const through = deadline.settledThrough[role];
  return (
    deadline.state === 'open' &&
    deadline.revision === revision &&
    !(through !== null && isAfter(through, stageOn))
  );
}

// A stage that was set back when the recommendation was given to another owner is planned again for whoever has it now (told-so-far).
// What liaison staff asked for no run plans again, so it is never left to one.
const isTakenForTold = ({ line, deadline }: Standing) =>
  isNudge(line) || deadline.settledThrough[line.role] === line.stageOn;

// Only the owner is indispensable: a copy that nobody can have is dropped.
const isNobodys = (each: WithHolder) =>
  each.line.role === 'owner' && each.holder !== undefined && !isLive(each.holder) && isTakenForTold(each);

function passedOn(known: WithHolder[], { recipientId }: Mail): Regard['passedOn'] {
  const taken = known.flatMap((each) => {
    const { holder, line } = each;
    return isLive(holder) && holder.id !== recipientId && isTakenForTold(each) ? [{ to: holder, line }] : [];
  });
  return [...Map.groupBy(taken, ({ to }) => to.id).values()].map((group) => ({
    to: group[0]!.to,
    lines: group.map(({ line }) => line),
  }));
}
