import { addBoard } from '../../../../functions/web/moves/add-board.ts';
import { addEvidence } from '../../../../functions/web/moves/add-evidence.ts';
import { link } from '../../../../functions/web/moves/link.ts';
import { recordCase } from '../../../../functions/web/moves/record-case.ts';
import { recordRecommendation } from '../../../../functions/web/moves/record-recommendation.ts';
import { recordResponse } from '../../../../functions/web/moves/record-response.ts';
import { raise } from '../../../../shared/domain/exception.ts';
import { asInstant } from '../../../../shared/domain/london.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { deskOf, typedCase, typedResponse } from '../../../support/desk-of.ts';
import { contacts, put } from '../../../support/recorded.ts';
import {
  accepted,
  sampleContact,
  sampleLine,
  sampleMail,
  sampleNight,
} from '../../../support/sample-records.ts';

/** Words that stand only in what is of Kent: whoever looks after Essex must never read one of them. */
export const wordsOfKent = ['Quagga', 'Thylacine', 'Dodo', 'Moa'];

/** Boards are the organisation's: only who is limited to others does not see it. */
export const nameOfKentsBoard = 'Auk';

/** What there is of one force, as an address names it. */
export type Side = Record<'caseId' | 'number' | 'board' | 'exception' | 'mail' | 'evidence', string>;

type Of = {
  reference: string;
  body: string;
  board: string;
  title: string;
  text: string;
  quote: string;
  shows: string;
};

const essex: Of = {
  reference: '2021/1',
  body: 'Essex Police',
  board: 'Custody board',
  title: 'Searches',
  text: 'Review searches.',
  quote: 'We will review them by June.',
  shows: 'The minutes',
};

const kent: Of = {
  reference: '2021/2',
  body: 'Kent Police',
  board: 'Board of the Auk',
  title: 'The case of the Quagga',
  text: 'Feed the Thylacine.',
  quote: 'We will feed the Dodo by June.',
  shows: 'A picture of the Moa',
};

/** The day on which it is all looked at: the promises of both forces run. */
export const today = '2020-12-01';

async function live(table: Table, of: Of): Promise<Side> {
  const desk = deskOf(table, today);
  const { reference, body, title, text, quote, shows } = of;
  const { id: board } = accepted(await addBoard(desk, { name: of.board }));
  const { id: caseId } = accepted(await recordCase(desk, typedCase({ reference, body, title })));
  const told = { text, ownerId: 'anna', boardId: board };
  accepted(await recordRecommendation(desk, caseId, told));
  const promise = { kind: 'by-date', dueOn: '2021-06-30' };
  accepted(await recordResponse(desk, caseId, 1, typedResponse({}, [{ quote, promise }])));
  const place = { caseId, number: 1, id: desk.newId() };
  accepted(await addEvidence(desk, caseId, 1, { kind: 'text', text: shows }));
  accepted(await link(desk, caseId, 1, { kind: 'risk', ref: '1606' }));
  const deadline = { id: 'update-1', caseId, number: 1, revision: 1 };
  const line = { ...sampleLine(deadline as never), caseId, number: 1 };
  const mail = sampleMail(`mail-${caseId}`, [line], { plannedOn: today as never, subject: text });
  await put(table, 'mail', mail);
  const exception = raise(
    'not-delivered',
    { mailId: mail.id, contactId: 'anna' },
    asInstant(`${today}T07:00:00Z`),
  );
  await put(table, 'exception', exception);
  return { caseId, number: '1', board, exception: exception.id, mail: mail.id, evidence: place.id };
}

/** Two forces that have nothing in common but a contact and a risk, and a night of both. */
export async function twoForces(table: Table): Promise<{ essex: Side; kent: Side; nightId: string }> {
  await contacts(table, sampleContact());
  const night = sampleNight();
  await put(table, 'night', night);
  return { essex: await live(table, essex), kent: await live(table, kent), nightId: night.id };
}
