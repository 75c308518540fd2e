import { takeInReports } from '../../functions/feedback/reports.ts';
import { addEvidence } from '../../functions/web/moves/add-evidence.ts';
import { changeContact } from '../../functions/web/moves/change-contact.ts';
import { clearException } from '../../functions/web/moves/clear-exception.ts';
import { nudgeOwner } from '../../functions/web/moves/nudge.ts';
import { reassignOwner } from '../../functions/web/moves/reassign-owner.ts';
import { recordCase } from '../../functions/web/moves/record-case.ts';
import { recordRecommendation } from '../../functions/web/moves/record-recommendation.ts';
import type { Contact } from '../../shared/domain/contact.ts';
import { asDay } from '../../shared/domain/day.ts';
import { asInstant } from '../../shared/domain/london.ts';
import { codeIdOf, putCode } from '../../shared/store/codes.ts';
import { startSession } from '../../shared/store/sessions.ts';
import type { Table } from '../../shared/store/table.ts';
import { deskOf, typedCase } from './desk-of.ts';
import { mailsPlanned, nightsOf } from './nights-of.ts';
import { notedLog } from './noted-log.ts';
import { board, contacts, put } from './recorded.ts';
import { accepted, morningOf, sampleContact } from './sample-records.ts';
import { openSes, senderOf } from './sender-of.ts';

const night = '2020-10-26';

/**
 * One person wherever a person can stand: as a contact with a history, owner, deputy, chair, recipient of mails that were sent, nudged and
 * came back, subject of exceptions open and cleared, who proposed and added by name, signed in, and in the lines of a list.
 */
export async function seedEverywhere(table: Table, person: Contact, reference: string): Promise<void> {
  const { id, name, email } = person;
  const desk = deskOf(table, '2020-10-01');
  const others = [sampleContact(`junior-of-${id}`, { deputyId: id }), sampleContact(`next-to-${id}`)];
  await contacts(table, person, ...others);
  await board(table, `board-of-${id}`, { chairId: id });
  accepted(await changeContact(desk, id, { ...person, post: `${person.post}, acting` }));
  const { id: caseId } = accepted(await recordCase(desk, typedCase({ reference })));
  for (const ownerId of [id, `next-to-${id}`])
    accepted(await recordRecommendation(desk, caseId, { text: 'Review searches.', ownerId }));
  accepted(await reassignOwner(desk, caseId, 2, { ownerId: id, reason: 'Leave' }));
  accepted(await addEvidence(desk, caseId, 1, { kind: 'text', text: `Minutes, by ${name}.` }));
  await remind(table, person, caseId);
  const later = deskOf(table, '2020-10-27');
  accepted(await clearException(later, `bounced-${id}`, { reason: 'Works again' }));
  const owned = { caseId, number: 1, duty: 'response-1' };
  accepted(await nudgeOwner(later, nightsOf(table).depsOn('2020-10-27'), owned, { note: `For ${name}` }));
  const byThem = { ...later, by: name, byId: `contact:${id}` };
  accepted(await addEvidence(byThem, caseId, 2, { kind: 'text', text: 'Done as asked.' }));
  await said(table, person, caseId);
  await listed(table, person);
  const code = { id: codeIdOf(email), browser: 'b', digits: '12345678', chance: 'c' };
  await putCode(table, code, asInstant('2020-10-27T09:00:00.000Z'));
  await startSession(
    table,
    { email, contactIds: [id] },
    { secret: `secret-of-${id}`, formToken: `token-of-${id}` },
    asInstant('2020-10-27T09:00:00.000Z'),
  );
}

/** They are reminded by a run; the mail is sent and comes back. */
async function remind(table: Table, { id }: Contact, caseId: string): Promise<void> {
  await nightsOf(table).night(night);
  const mails = (await mailsPlanned(table, night)).filter(({ lines }) =>
    lines.some((line) => line.caseId === caseId),
  );
  const mailbox = await openSes();
  const sender = senderOf(table);
  for (const mail of mails) await sender.send(mail.id);
  await mailbox.stop();
  const theirs = mails.find(({ recipientId }) => recipientId === id)!;
  const body = JSON.stringify({
    eventType: 'Bounce',
    mail: { messageId: 'm', tags: { mailId: [theirs.id] } },
    bounce: { bounceType: 'Permanent' },
  });
  const deps = { table, clock: morningOf(night), handOver: async () => undefined, log: notedLog() };
  const { batchItemFailures } = await takeInReports(deps, { Records: [{ body, messageId: '1' }] } as never);
  if (batchItemFailures.length > 0) throw new Error('The bounce was not taken in');
}

const said = (table: Table, { id, name }: Contact, caseId: string): Promise<void> =>
  put(table, 'report', {
    id: `said-by-${id}`,
    caseId,
    number: 1,
    kind: 'not-mine',
    on: asDay('2020-10-27'),
    by: name,
    byId: id,
    state: 'waiting',
    version: 1,
  });

const listed = (table: Table, { id, email }: Contact): Promise<void> =>
  put(table, 'list', {
    id: `list-of-${id}`,
    name: 'old.csv',
    takes: 'csv',
    at: '2020-10-01T06:10:00.000Z',
    by: 'liaison',
    stage: 'done',
    parts: 1,
    done: 1,
    counts: { new: 0, unchanged: 0, updated: 0, refused: 1, overdue: 0 },
    version: 1,
  }).then(() =>
    put(table, 'list-part', {
      importId: `list-of-${id}`,
      part: 1,
      groups: [],
      refusedLines: [{ line: 1, kind: 'refused', reasons: [`Nobody has the address ${email}`], notes: [] }],
    }),
  );
