import type { Day } from '../domain/day.ts';
import type { Deadline } from '../domain/deadline.ts';
import { heldOn } from '../domain/hold.ts';
import type { Subject } from '../domain/stage-preview.ts';
import { registerPartitions } from './keys.ts';
import { peopleOf } from './people.ts';
import { queryAll } from './read.ts';
import { recordIn } from './records.ts';
import type { Table } from './table.ts';

/**
 * Every open deadline with the people it concerns, as a preview looks at them. A damaged one is left out, as the night leaves it out;
 * the night's own account tells of it.
 */
export async function openDeadlines(table: Table): Promise<Subject[]> {
  const items = await Array.fromAsync(
    queryAll(table, {
      IndexName: 'register',
      KeyConditionExpression: 'registerPk = :attention',
      FilterExpression: '#record = :deadline',
      ExpressionAttributeNames: { '#record': 'record' },
      ExpressionAttributeValues: { ':attention': registerPartitions.attention, ':deadline': 'deadline' },
    }),
  );
  const deadlines = items.flatMap((item) => recordIn('deadline', item) ?? []);
  const whoIsWho = await peopleOf(table, deadlines);
  return deadlines.flatMap((deadline) => subjectOf(deadline, whoIsWho));
}

/** Every open deadline that is for the next meeting of a board, with a date or without. A damaged one is left out, as above. */
export async function* deadlinesForBoard(table: Table, boardId: string): AsyncGenerator<Deadline> {
  const items = queryAll(table, {
    IndexName: 'register',
    KeyConditionExpression: 'registerPk = :attention',
    FilterExpression: '#record = :deadline AND awaits.boardId = :board',
    ExpressionAttributeNames: { '#record': 'record' },
    ExpressionAttributeValues: {
      ':attention': registerPartitions.attention,
      ':deadline': 'deadline',
      ':board': boardId,
    },
  });
  for await (const item of items) {
    const deadline = recordIn('deadline', item);
    if (deadline) yield deadline;
  }
}

/**
 * Every open deadline whose reminders are held back on a day, the hold that ends first before the others. Reads the list of all that is
 * open, so it is for a daily summary and not for a page.
 */
export async function heldDeadlines(table: Table, on: Day): Promise<Deadline[]> {
  const items = await Array.fromAsync(
    queryAll(table, {
      IndexName: 'register',
      KeyConditionExpression: 'registerPk = :attention',
      FilterExpression: '#record = :deadline AND #hold.#until >= :today',
      ExpressionAttributeNames: { '#record': 'record', '#hold': 'hold', '#until': 'until' },
      ExpressionAttributeValues: {
        ':attention': registerPartitions.attention,
        ':deadline': 'deadline',
        ':today': on,
      },
    }),
  );
  return items
    .flatMap((item) => recordIn('deadline', item) ?? [])
    .filter((deadline) => heldOn(deadline, on))
    .toSorted((a, b) => (a.hold!.until < b.hold!.until ? -1 : 1));
}

function subjectOf(deadline: Deadline, whoIsWho: Awaited<ReturnType<typeof peopleOf>>): Subject[] {
  try {
    return [{ deadline, people: whoIsWho(deadline) }];
  } catch {
    return [];
  }
}
