import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordCase } from '../../../../functions/web/moves/record-case.ts';
import { recordRecommendation } from '../../../../functions/web/moves/record-recommendation.ts';
import { recordResponse } from '../../../../functions/web/moves/record-response.ts';
import { withdraw } from '../../../../functions/web/moves/withdraw.ts';
import type { ResponseInput } from '../../../../shared/domain/response.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { deskOf, typedCase, typedResponse } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { openOwnerPages, sampleOwner } from '../../../support/owner-pages.ts';
import { contacts, putItem } from '../../../support/recorded.ts';
import { accepted, sampleContact } from '../../../support/sample-records.ts';

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
  table = await tables.newTable();
  await contacts(table, sampleContact('anna'), sampleContact('bill'));
  await recorded('running', typedResponse({}, [by('2021-06-30')]));
  await recorded('soon', typedResponse({}, [by('2021-02-20')]));
  await recorded('lapsed', typedResponse({}, [by('2021-01-05')]));
  await recorded('overdue');
  await recorded('withdrawn', typedResponse());
  accepted(await withdraw(deskOf(table, '2020-12-01'), 'withdrawn', 1, { why: 'A mistake.' }));
});
afterAll(() => tables.stop());

const window = (opensOn: string, dueOn: string) => ({
  quote: `done in ${opensOn} to ${dueOn}`,
  promise: { kind: 'in-period', opensOn, dueOn },
});
const by = (dueOn: string) => ({ quote: `done by ${dueOn}`, promise: { kind: 'by-date', dueOn } });

async function recorded(reference: string, response?: ResponseInput, ownerId = 'anna'): Promise<void> {
  const desk = deskOf(table, '2020-10-01');
  accepted(await recordCase(desk, typedCase({ reference })));
  accepted(await recordRecommendation(desk, reference, { text: 'Review searches.', ownerId }));
  if (response) accepted(await recordResponse(deskOf(table, '2020-11-20'), reference, 1, response));
}

const listed = async (who?: string) => {
  const { elements, words } = await openOwnerPages(table, '2021-02-13', sampleOwner(who)).get('/mine');
  const links = elements.filter(({ attributes }) => attributes.class?.includes('tracker-mine__link'));
  return { hrefs: links.map(({ attributes }) => attributes.href), words };
};

test('the list has the most urgent first, and what asks nothing more folded away at its end', async () => {
  const { hrefs, words } = await listed();
  expect(hrefs).toEqual(
    ['overdue', 'lapsed', 'soon', 'running', 'withdrawn'].map((each) => `/mine/${each}/1`),
  );
  expect(words).toContain('You answer for 4 recommendations, the most urgent first.');
  expect(words).toContain('Nothing more is asked (1)');
  expect(words).toContain('“done by 2021-02-20” Due Saturday 20 February 2021 , in 7 days');
});

test('of what is neither late nor due soon the first to fall due comes first, whether its window is open or not', async () => {
  await contacts(table, sampleContact('cleo'));
  await recorded('open-34', typedResponse({}, [window('2021-02-01', '2021-03-19')]), 'cleo');
  await recorded('running-25', typedResponse({}, [by('2021-03-10')]), 'cleo');
  await recorded('undated', typedResponse({}, [{ quote: 'soon', promise: { kind: 'none' } }]), 'cleo');
  await recorded('soon-14', typedResponse({}, [by('2021-02-27')]), 'cleo');
  const { hrefs, words } = await listed('cleo');
  expect(hrefs).toEqual(['soon-14', 'undated', 'running-25', 'open-34'].map((each) => `/mine/${each}/1`));
  expect(words).toContain('“soon” No date has been given yet');
  expect(words).not.toContain('responded');
});

test('what waits for the liaison team says so until they have decided, and stays where it stands', async () => {
  const anna = openOwnerPages(table, '2021-02-13');
  expect((await listed()).words).not.toContain('With the liaison team');
  await anna.save('/mine/soon/1/done', { text: 'All trained.' });
  const { hrefs, words } = await listed();
  expect(words).toContain('Update due soon With the liaison team soon recommendation 1');
  expect(words.match(/With the liaison team/g)).toHaveLength(1);
  expect(hrefs.indexOf('/mine/soon/1')).toBe(2);
});

test('a damaged contact of somebody else’s takes the list from nobody', async () => {
  await recorded('of-bill', typedResponse(), 'bill');
  await putItem(table, { pk: 'CONTACT#bill', sk: 'CONTACT', record: 'contact', id: 'bill', name: 7 });
  expect((await listed()).hrefs).toHaveLength(5);
});
