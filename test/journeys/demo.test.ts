import { beforeAll, describe, expect, test } from 'vitest';
import { demo } from '../../infra/cli/commands/demo.ts';
import type { Happening } from '../../infra/cli/demo/replay.ts';
import { englandAndWales } from '../../shared/domain/bank-holidays.ts';
import { asDay } from '../../shared/domain/day.ts';
import { isWorkingDay } from '../../shared/domain/working-days.ts';
import { ioOf } from '../infra/cli/io.ts';

type Mail = Extract<Happening, { type: 'mail' }>;

async function replayed(...args: string[]): Promise<Happening[]> {
  const io = ioOf();
  expect(await demo.run(['--json', ...args], io)).toBe(0);
  return io.out
    .join('')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Happening);
}

const mailsOf = (happenings: Happening[], recommendation: number, role = 'owner') =>
  happenings.filter(
    (each): each is Mail =>
      each.type === 'mail' && each.recommendation === recommendation && each.role === role,
  );

const told = (mails: Mail[]) => mails.map(({ date, stage }) => `${date} ${stage}`);

describe('the real case of September 2020, one run a night', () => {
  let happenings: Happening[];
  beforeAll(async () => {
    happenings = await replayed();
  });

  test('says that the day of the response is assumed', () => {
    expect(happenings[0]).toMatchObject({ type: 'assumption', text: expect.stringContaining('2020-11-20') });
    expect(happenings[0]).toMatchObject({
      text: expect.stringContaining('assumed to have been published on 2020-11-27'),
    });
  });

  test('works out both windows from the response of 20 November 2020', () => {
    const promised = happenings
      .filter((each) => each.type === 'deadline')
      .filter(({ kind }) => kind === 'update');
    expect(promised).toMatchObject([
      { recommendation: 1, opensOn: '2021-03-20', dueOn: '2021-05-20' },
      { recommendation: 2, opensOn: null, dueOn: '2021-02-20' },
    ]);
  });

  test('asks for the response before 23 November 2020, and no more once it is recorded', () => {
    for (const recommendation of [1, 2]) {
      const asked = mailsOf(happenings, recommendation).filter(({ subject }) => subject.includes('response'));
      expect(told(asked)).toEqual(['2020-10-26 -28', '2020-11-09 -14', '2020-11-16 -7', '2020-11-20 -1']);
    }
  });

  test('reminds the owner of recommendation 2 until the update of 15 February 2021, and never after', () => {
    const mails = mailsOf(happenings, 2).filter(({ date }) => date > '2020-11-20');
    expect(told(mails)).toEqual(['2021-01-22 -28', '2021-02-12 -7']);
    const any = happenings.filter(
      (each) => each.type === 'mail' && each.recommendation === 2 && each.date > '2021-02-15',
    );
    expect(any).toEqual([]);
  });

  test('tells the owner of recommendation 1 that the window opens, is closing, and has lapsed, ever more thinly', () => {
    const mails = mailsOf(happenings, 1).filter(({ date }) => date > '2020-11-20');
    expect(told(mails)).toEqual([
      '2021-03-22 opens',
      '2021-04-22 -28',
      '2021-05-13 -7',
      '2021-05-19 -1',
      '2021-05-21 +1',
      '2021-05-27 +7',
      '2021-06-03 +14',
      '2021-06-17 +28',
      '2021-07-01 +42',
      '2021-07-15 +56',
      '2021-08-12 +84',
      '2021-09-09 +112',
    ]);
  });

  test('copies the manager from 14 days late and the chair of the board from 56', () => {
    expect(told(mailsOf(happenings, 1, 'manager'))[0]).toBe('2021-06-03 +14');
    expect(told(mailsOf(happenings, 1, 'chair'))[0]).toBe('2021-07-15 +56');
    expect(mailsOf(happenings, 1, 'manager')).toHaveLength(6);
    expect(mailsOf(happenings, 1, 'chair')).toHaveLength(3);
  });

  test('sends nobody a stage twice, nothing late, and nothing on a day that is no working day', () => {
    const mails = happenings.filter((each) => each.type === 'mail');
    const keys = mails.map(({ recipient, recommendation, stage, date }) =>
      [recipient, recommendation, stage, date < '2020-11-21'].join(),
    );
    expect(new Set(keys).size).toBe(mails.length);
    expect(mails.filter(({ late, coalesced }) => late || coalesced.length > 0)).toEqual([]);
    expect(mails.filter(({ date }) => isWorkingDay(asDay(date), englandAndWales) !== true)).toEqual([]);
  });

  test('ends with one promise lapsed and one kept, waiting for people to close it', () => {
    expect(happenings.at(-1)).toMatchObject({
      type: 'end',
      nights: 366,
      mails: 31,
      standing: { 1: 'lapsed', 2: 'proposed-for-closure' },
    });
  });
});

describe('the same year with every second night skipped', () => {
  test('tells everybody the same stages; what a skipped night missed comes with the next working night and says that it is late', async () => {
    const [full, halved] = [await replayed(), await replayed('--skip-every-second-night')];
    const stages = (happenings: Happening[]) =>
      happenings
        .filter((each) => each.type === 'mail')
        .map(({ recipient, recommendation, stage, coalesced }) => ({
          recipient,
          recommendation,
          told: [...coalesced, stage],
        }));
    const flat = (happenings: Happening[]) =>
      stages(happenings).flatMap(({ recipient, recommendation, told: keys }) =>
        keys.map((key) => `${recipient} ${recommendation} ${key}`),
      );
    expect(flat(halved).sort()).toEqual(flat(full).sort());
    const days = new Map(
      full.filter((each) => each.type === 'mail').map((each) => [keyOf(each, each.stage), each.date]),
    );
    const mails = halved.filter((each) => each.type === 'mail');
    for (const mail of mails) {
      const missed = [mail.stage, ...mail.coalesced].some(
        (stage) => mail.date > days.get(keyOf(mail, stage))!,
      );
      expect([mail.stage, mail.late]).toEqual([mail.stage, missed]);
    }
    expect(mails.some(({ late }) => late)).toBe(true);
    expect(mails.some(({ late }) => !late)).toBe(true);
  });
});

const keyOf = ({ recipient, recommendation, date }: Mail, stage: string) =>
  [recipient, recommendation, stage, date < '2020-11-24'].join();
