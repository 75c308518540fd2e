import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Contact, liaisonTeam, liaisonTeamId } from '../../../../shared/domain/contact.ts';
import { contactKey } from '../../../../shared/store/keys.ts';
import { read } from '../../../../shared/store/read.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import {
  casePath,
  contactForm,
  recommendationForm,
  recommendationPath,
  recordEssex,
} from '../../../support/essex-forms.ts';
import { contacts } from '../../../support/recorded.ts';
import { sampleContact } from '../../../support/sample-records.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

let tables: EmbeddedTables;
let table: Table;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  form = openStaffForm(table, '2020-11-02');
  await contacts(
    table,
    sampleContact('anna', { managerId: 'mona', deputyId: 'dora' }),
    sampleContact('mona'),
    sampleContact('dora'),
    sampleContact('sue'),
  );
});

const optionsOf = async (path: string) => {
  const page = await form.get(path);
  return page.elements.filter(({ tag }) => tag === 'option').map(({ children }) => children.join(' '));
};
const api = async (path: string, body?: object) => {
  const reply = await form.request(`/api/v1${path}`, {
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    headers: { 'content-type': 'application/json' },
  });
  return { status: reply.status, body: (await reply.json()) as Contact };
};
const departure = '/contacts/anna/departure';

describe('one contact', () => {
  it('says who they are, whether mail reaches them, and who stands beside them', async () => {
    const { words, heading } = await form.get('/contacts/anna');
    expect(heading).toBe('Anna Reed');
    expect(words).toContain('Post Head of custody Email anna@force.example Can be written to Yes');
    expect(words).toContain('Manager Mona Reed, Head of custody Deputy Dora Reed, Head of custody');
  });

  it('who cannot be written to says why and who acts', async () => {
    await contacts(table, sampleContact('kim', { delivery: 'bounced', deputyId: 'dora' }));
    expect((await form.get('/contacts/kim')).words).toContain('Mail does not arrive Dora Reed acts');
    expect((await form.get('/contacts')).words).toContain('Mail does not arrive Dora Reed acts');
  });

  it('that is the liaison team is not changed here', async () => {
    await contacts(table, liaisonTeam('liaison@force.example'));
    const { words } = await form.get(`/contacts/${liaisonTeamId}`);
    expect(words).toContain('kept as the settings of the tracker name it');
    expect(words).not.toContain('Change');
  });

  it('that is a team says so, and is not asked whether it has left', async () => {
    await contacts(table, sampleContact('team', { kind: 'team' }));
    const { words } = await form.get('/contacts/team');
    expect(words).toContain('Team mailbox, greeted as “Dear colleagues”');
    expect(words).not.toContain('left');
  });

  it.each(['/contacts/nobody', '/contacts/nobody/change', '/contacts/nobody/departure', '/contacts/%00'])(
    'that is not there: %s says so',
    async (path) => {
      const page = await form.get(path);
      expect([page.status, page.heading]).toEqual([404, 'There is no such contact']);
    },
  );
});

describe('changing a contact', () => {
  it('shows what is known, offers everybody but themselves, and saves what was changed', async () => {
    const page = await form.get('/contacts/anna/change');
    expect(page.fields).toMatchObject({
      kind: 'person',
      name: 'Anna Reed',
      managerId: 'mona',
      deputyId: 'dora',
    });
    expect(await optionsOf('/contacts/anna/change')).not.toContain('Anna Reed, Head of custody');
    const saved = await form.save('/contacts/anna/change', { ...page.fields, post: 'Superintendent' });
    expect(saved.words).toContain('Contact changed');
    expect(saved.words).toContain('Post Superintendent');
  });

  it('with a wrong address is refused at that box and keeps the rest', async () => {
    const page = await form.post('/contacts/anna/change', { ...contactForm, email: 'jane@essex' });
    expect([page.status, page.problems[0]?.href]).toEqual([422, '#email']);
    expect(page.fields.name).toBe('Jane Smith');
  });

  it('whose mail comes back says what a new address does', async () => {
    await contacts(table, sampleContact('kim', { delivery: 'bounced' }));
    expect((await form.get('/contacts/kim/change')).words).toContain(
      'Once you enter another, mail goes there',
    );
  });
});

describe('recording that somebody has left', () => {
  it('offers those who can be written to', async () => {
    await contacts(
      table,
      sampleContact('kim', { delivery: 'bounced' }),
      sampleContact('lee', { status: 'departed' }),
    );
    expect(await optionsOf(departure)).toEqual([
      'Nobody yet',
      'Dora Reed, Head of custody',
      'Mona Reed, Head of custody',
      'Sue Reed, Head of custody',
    ]);
  });

  it('says what happens before anything is saved, and can be changed there', async () => {
    const page = await form.post(departure, { successorId: 'sue', reason: 'Retired', do: 'check' });
    expect(page.heading).toBe('Check before saving');
    expect(page.words).toContain(
      'Who leaves Anna Reed, Head of custody Who takes over Sue Reed, Head of custody Why Retired',
    );
    expect(page.words).toContain(
      'Sue Reed has everything that Anna Reed had: as owner, manager, deputy and chair.',
    );
    expect((await read(table, 'contact', contactKey('anna')))?.status).toBe('active');
    const { fields } = await form.post(departure, { successorId: 'sue', reason: 'Retired', do: 'change' });
    expect(fields).toMatchObject({ successorId: 'sue', reason: 'Retired' });
  });

  it('hands over, and says of the one who left who acts', async () => {
    const page = await form.save(departure, { successorId: 'sue', reason: '', do: 'save' });
    expect(page.words).toContain('Everything handed over Sue Reed is written to from the next run on.');
    expect(page.words).toContain('Has left Sue Reed acts Who took over Sue Reed, Head of custody');
    expect(page.words).toContain('Choose somebody else to take over');
    expect((await form.get('/')).words).not.toContain('Exception');
  });

  it.each([
    ['anna', 'Dora Reed, the deputy, is written to instead until somebody takes over.'],
    ['mona', 'Nobody is reminded of what Mona Reed owns until you choose who takes over.'],
  ])('of %s without a successor says what that means', async (id, says) => {
    const page = await form.post(`/contacts/${id}/departure`, { do: 'check' });
    expect(page.words).toContain(says);
  });

  it('without a successor is an exception that leads to choosing one, and cannot be cleared otherwise', async () => {
    await form.save(departure, { do: 'save' });
    const first = await form.get('/');
    expect(first.words).toContain('This contact has left, and nobody has taken over');
    expect(first.words).toContain('Choose who takes over for Anna Reed');
    expect(first.elements.some(({ attributes }) => attributes.href === departure)).toBe(true);
    const clearing = await form.post('/exceptions/departed-anna/clear', {});
    expect(clearing.problems[0]?.message).toBe('Choose who takes over: that clears this');
    await form.save(departure, { successorId: 'sue', do: 'save' });
    expect((await form.get('/')).words).not.toContain('Exception');
  });

  it.each([
    ['nobody there is', { successorId: 'ghost' }, 422, 'Choose a contact from the list'],
    ['themselves', { successorId: 'anna' }, 422, 'Anna Reed is the one who leaves: choose somebody else'],
  ])('to %s is refused at that box, before and at saving', async (_, typed, status, message) => {
    for (const what of ['check', 'save']) {
      const page = await form.post(departure, { ...typed, do: what });
      expect([page.status, page.problems]).toEqual([status, [{ message, href: '#successorId' }]]);
    }
  });

  it('again, or of a team, is refused', async () => {
    await contacts(
      table,
      sampleContact('team', { kind: 'team' }),
      sampleContact('lee', { status: 'departed' }),
    );
    expect((await form.post('/contacts/lee/departure', { do: 'save' })).status).toBe(409);
    expect((await form.post('/contacts/team/departure', { do: 'save' })).status).toBe(422);
  });
});

describe('recording that somebody has come back', () => {
  const comeBack = '/contacts/anna/return';

  it('is offered once they have left, says what it does, and undoes it', async () => {
    expect((await form.get('/contacts/anna')).words).not.toContain('come back');
    const left = await form.save(departure, { successorId: 'sue', do: 'save' });
    expect(left.elements.some(({ attributes }) => attributes.href === comeBack)).toBe(true);
    const page = await form.get(comeBack);
    expect(page.words).toContain('Everything that is recorded as Anna Reed’s is theirs again');
    expect(page.words).toContain('Sue Reed no longer acts for them.');
    const back = await form.save(comeBack, { reason: 'Recorded by mistake' });
    expect(back.words).toContain(
      'Recorded that they have come back Anna Reed is written to from the next run on.',
    );
    expect(back.words).toContain('Can be written to Yes Manager');
    const history = await form.get('/contacts/anna/history');
    expect(history.words).toContain('Return recorded Why: Recorded by mistake');
  });

  it('keeps what was typed where it is too long', async () => {
    await form.save(departure, { successorId: 'sue', do: 'save' });
    const page = await form.post(comeBack, { reason: 'x'.repeat(201) });
    expect([page.status, page.problems[0]?.href]).toEqual([422, '#reason']);
    expect(page.fields.reason).toHaveLength(201);
  });

  it('of somebody who has not left is refused before anything is asked', async () => {
    for (const page of [await form.get(comeBack), await form.post(comeBack, {})])
      expect([page.status, page.heading]).toEqual([
        409,
        'Anna Reed is in post: it has not been recorded that they have left',
      ]);
    expect((await form.get('/contacts/nobody/return')).status).toBe(404);
  });
});

describe('wherever somebody who has left is named', () => {
  beforeEach(async () => {
    await recordEssex(form);
    await form.save(`${casePath}/recommendations`, { ...recommendationForm, ownerId: 'anna' });
    await form.save(departure, { successorId: 'sue', do: 'save' });
    form.moveTo('2020-11-16');
  });
  const named = 'Anna Reed, Head of custody (left; Sue Reed acts)';

  it.each([
    '/',
    casePath,
    recommendationPath.replace(/1$/, '2'),
    `${recommendationPath.replace(/1$/, '2')}/owner`,
  ])('on %s it says so, and who acts', async (path) => {
    const { words } = await form.get(path);
    expect(words).toContain(named);
    expect(words).not.toContain('nobody is written to');
  });

  it('nobody is offered who has left', async () => {
    for (const path of [
      '/contacts/new',
      `${casePath}/recommendations/new`,
      `${recommendationPath}/owner`,
      '/boards/new',
    ])
      expect((await optionsOf(path)).join()).not.toContain('Anna Reed');
  });
});

it('contacts are changed and hand over through the API as well', async () => {
  const { id: _, status: __, delivery: ___, version: ____, ...sue } = sampleContact('sue');
  expect((await api('/contacts/sue/change', { ...sue, post: 'Inspector' })).body).toMatchObject({
    post: 'Inspector',
    version: 2,
  });
  expect((await api('/contacts/anna/departure', { successorId: 'sue' })).body).toMatchObject({
    status: 'departed',
    successorId: 'sue',
  });
  expect((await api('/contacts/anna/departure', { successorId: 'sue' })).status).toBe(409);
  expect((await api('/contacts/anna')).body.successorId).toBe('sue');
  expect(await api('/contacts/anna/return', { reason: 'Recorded by mistake' })).toMatchObject({
    status: 200,
    body: { status: 'active' },
  });
  expect((await api('/contacts/anna/return', {})).status).toBe(409);
  expect((await api('/contacts/nobody')).status).toBe(404);
});
