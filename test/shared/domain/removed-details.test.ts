import { describe, expect, test } from 'vitest';
import { chained, headAfter } from '../../../shared/domain/audit-chain.ts';
import type { AuditEvent } from '../../../shared/domain/audit-event.ts';
import { brokenLinks, type Entry } from '../../../shared/domain/broken-chain.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { entryWithoutPerson, removingFrom, withoutPerson } from '../../../shared/domain/removed-details.ts';
import { found, hash, move } from './chain.ts';
import { contact } from './essex.ts';

const about = { caseId: undefined, number: undefined, contactId: 'anna' };

/** Anna was added, got another post and address, and left. */
const added = chained(move(1, { ...about, move: 'add-contact' }), undefined, hash);
const changed = chained(
  move(2, {
    ...about,
    move: 'change-contact',
    why: 'Anna was promoted',
    changes: [
      {
        record: 'contact',
        key: 'CONTACT#anna CONTACT',
        before: { post: 'Sergeant', email: 'anna@old.example', managerId: 'sue' },
        after: { name: 'Anna Reed', post: 'Inspector', email: 'anna@new.example' },
      },
    ],
  }),
  headAfter(added),
  hash,
);
const left = chained(
  move(3, {
    ...about,
    move: 'record-departure',
    changes: [{ record: 'contact', key: 'x', before: { status: 'active' }, after: { status: 'departed' } }],
  }),
  headAfter(changed),
  hash,
);
const removal = removingFrom(changed, hash)!;
const rest: Entry = { event: removal.left as AuditEvent, content: removal.left, inPlace: true };
const tells = chained(
  move(4, { ...about, move: 'remove-details', removed: [removal.removed] }),
  headAfter(left),
  hash,
);
const wrong = (...entries: Entry[]) => brokenLinks(entries, headAfter(tells), hash);

describe('what is left of an entry', () => {
  test('says nothing of the person, and all the rest', () => {
    expect(entryWithoutPerson(changed)).toEqual({
      ...changed,
      why: '(removed)',
      changes: [
        {
          record: 'contact',
          key: 'CONTACT#anna CONTACT',
          before: { post: '(removed)', email: '(removed)', managerId: 'sue' },
          after: { name: '(removed)', post: '(removed)', email: '(removed)' },
        },
      ],
    });
  });

  test('that says nothing of the person is not touched, nor is one done before', () => {
    expect(removingFrom(left, hash)).toBeUndefined();
    expect(removingFrom(removal.left, hash)).toBeUndefined();
  });

  test('is the same of what changed on another record, whatever its fields are called', () => {
    const board = move(1, {
      changes: [{ record: 'board', key: 'x', before: { name: 'A' }, after: { name: 'B' } }],
    });
    expect(entryWithoutPerson(board)).toEqual(board);
  });
});

describe('a history out of which details were taken', () => {
  test('is whole, where a later entry says which were and what is left of them', () => {
    expect(wrong(found(added), rest, found(left), found(tells))).toEqual([]);
  });

  test('is not, where no entry says so', () => {
    const silent = chained(move(4, about), headAfter(left), hash);
    expect(brokenLinks([found(added), rest, found(left), found(silent)], headAfter(silent), hash)).toEqual([
      { position: 2, says: 'has been altered: it does not match its own hash' },
    ]);
  });

  test('is not, where anything else of the entry was altered with them', () => {
    const content = { ...removal.left, by: 'Sam' };
    expect(wrong(found(added), { ...rest, content }, found(left), found(tells))).toEqual([
      { position: 2, says: 'has been altered: it does not match its own hash' },
    ]);
  });

  test('is not, where the details stand there again', () => {
    expect(wrong(found(added), found(changed), found(left), found(tells))).toEqual([
      { position: 2, says: 'holds again what entry 4 took out of it' },
    ]);
  });

  test('is not, where an altered entry says so, or one of another move, or an earlier one', () => {
    const altered = { ...tells, by: 'Sam' };
    expect(wrong(found(added), rest, found(left), found(altered)).map(({ position }) => position)).toEqual([
      2, 4,
    ]);
    const other = chained(move(4, { ...about, removed: [removal.removed] }), headAfter(left), hash);
    const entries = [found(added), rest, found(left), found(other)];
    expect(brokenLinks(entries, headAfter(other), hash)).toMatchObject([{ position: 2 }]);
    const own = chained(
      move(1, { ...about, move: 'remove-details', removed: [{ ...removal.removed, position: 1 }] }),
      undefined,
      hash,
    );
    expect(brokenLinks([found(own)], headAfter(own), hash)).toEqual([]);
  });
});

describe('a contact without details', () => {
  test('keeps the id, who took over, and that they left', () => {
    const gone = contact('anna', { status: 'departed', successorId: 'sue' });
    expect(withoutPerson(gone, asDay('2023-04-01'))).toEqual({
      ...gone,
      name: 'Former contact',
      post: 'Details removed',
      email: 'Address removed',
      detailsRemovedOn: '2023-04-01',
    });
  });
});
