import { describe, expect, test } from 'vitest';
import { fileText } from '../../../../shared/extract/list/file-text.ts';
import { type ReadList, readList } from '../../../../shared/extract/list/read-list.ts';
import { answeredCells, sampleCells, sampleList } from '../../../support/sample-list.ts';
import { accepted } from '../../../support/sample-records.ts';

const read = (text: string, mapping?: string): ReadList => accepted(readList(text, mapping));
const only = (text: string, mapping?: string) => read(text, mapping).groups[0]![0]!;
const reasons = (text: string, mapping?: string) =>
  read(text, mapping).refusedLines.map(({ line, reasons: why }) => [line, ...why]);

describe('our own list', () => {
  test('gives each line as a case and a recommendation, case by case', () => {
    const { groups, mapping } = read(
      sampleList(
        sampleCells(),
        sampleCells({ reference: '2020/1', topics: 'Stop; search\nCustody' }),
        sampleCells({ number: '2', text: 'Another.', ...answeredCells }),
      ),
    );
    expect(mapping.name).toBe('tracker');
    expect(groups.map((group) => group.map(({ line }) => line))).toEqual([[2, 5], [3]]);
    expect(groups[1]![0]!.case.topics).toEqual(['Stop; search', 'Custody']);
    expect(groups[0]![1]).toMatchObject({
      number: 2,
      recommendation: { text: 'Another.' },
      response: {
        respondedOn: '2020-11-20',
        acceptance: 'accepted',
        promises: [{ quote: 'within 3 months', promise: { kind: 'within', latest: 3, unit: 'month' } }],
      },
    });
  });

  test('refuses a bad line alone, with every reason and the line it begins on', () =>
    expect(
      reasons(
        sampleList(
          sampleCells({ summary: 'Two\nlines' }),
          sampleCells({ madeOn: '30/02/2021', title: '', number: 'x' }),
          sampleCells({
            source: 'nobody',
            promises: 'within 3 months',
            respondedOn: '2020-11-20',
            acceptance: 'Yes',
          }),
          sampleCells({ acceptance: 'perhaps' }),
        ),
      ),
    ).toEqual([
      [4, expect.stringMatching(/^madeOn: .*real date/), 'number: “x” is not a number', 'Enter the title'],
      [
        5,
        'promises: this is not a list of promises in JSON',
        'Choose where the learning comes from',
        'Enter the words of the response',
      ],
      [6, 'acceptance: “perhaps” does not say whether it was accepted'],
    ]));

  test('takes an answer without its date for no response: it is asked for', () => {
    const entry = only(sampleList(sampleCells({ acceptance: 'Yes', response: 'We accept.' })));
    expect(entry.response).toBeUndefined();
    expect(entry.says).toBe('Accepted');
    expect(only(sampleList(sampleCells({ acceptance: 'awaiting' }))).says).toBeUndefined();
  });

  test('refuses a line with other cells than it has columns', () =>
    expect(reasons(`${sampleList(sampleCells())}a,b\r\n`)).toEqual([
      [3, 'The line has 2 cells and the list has 31 columns'],
    ]));

  test('with two columns of one name is refused, because either may be meant', () => {
    const [header, line] = sampleList(sampleCells()).split('\r\n');
    expect(readList(`${header},title\r\n${line},Other\r\n`)).toMatchObject({
      refused: 'columns-alike',
      message: 'The list has two columns called “title”: rename one of them',
    });
    expect(only(`${header},,\r\n${line},,\r\n`).case.title).toBe('Searches of young people');
  });

  test('says no more of a line than can be read', () => {
    const promises = JSON.stringify(
      Array.from({ length: 20 }, (_, n) => ({ [`${n}${'x'.repeat(9_000)}`]: 1 })),
    );
    const [said] = reasons(sampleList(sampleCells({ ...answeredCells, promises })));
    expect(said).toHaveLength(21);
    expect(Math.max(...said!.map((each) => String(each).length))).toBe(301);
  });

  test('may have been saved by a spreadsheet: other line ends, a byte order mark, the code page of Windows', () => {
    const list = sampleList(sampleCells({ title: 'The force’s £' })).replaceAll('\r\n', '\n');
    const utf8 = new TextEncoder().encode(`\ufeff${list}`);
    const windows = Uint8Array.from(Buffer.from(list.replace('’', '\x92'), 'latin1'));
    const utf16 = Uint8Array.from(Buffer.from(`\ufeff${list}`, 'utf16le'));
    for (const bytes of [utf8, windows, utf16])
      expect(only(fileText(bytes)).case.title).toBe('The force’s £');
  });

  test.each([
    ['', 'empty-list'],
    ['a,"b\n', 'not-csv'],
    ['name,when\nx,y\n', 'unknown-columns'],
  ])('%j is no list', (text, code) => expect(readList(text)).toMatchObject({ refused: code, field: 'file' }));
});

describe('any other list', () => {
  const list =
    'Ref,Made,What,Force,Themes\n2019/1,29 Sep 2020,Review searches,Essex Police,Custody; Searches\n';
  const mapping = {
    reference: 'Ref',
    title: 'What',
    text: 'What',
    body: 'Force',
    madeOn: 'Made',
    topics: 'Themes',
    source: { always: 'iopc' },
    legalBasis: { always: 'none' },
  };

  test('is read by a mapping that names its columns', () =>
    expect(only(list, JSON.stringify(mapping))).toMatchObject({
      case: {
        reference: '2019/1',
        madeOn: '2020-09-29',
        legalBasis: 'none',
        topics: ['Custody', 'Searches'],
      },
      recommendation: { text: 'Review searches' },
    }));

  test.each([
    ['is not JSON', 'our columns', /must be tracker, iopc-scrape or JSON|JSON/],
    ['names too little', JSON.stringify({ ...mapping, body: undefined }), /names nothing for body/],
    [
      'names a column that is not there',
      JSON.stringify({ ...mapping, body: 'Body' }),
      /no column called “Body”/,
    ],
    ['names a field that does not exist', JSON.stringify({ ...mapping, owners: 'Force' }), /owners/],
  ])('is refused where the mapping %s', (_, asked, says) =>
    expect(readList(list, asked)).toMatchObject({
      refused: 'invalid-mapping',
      message: expect.stringMatching(says),
    }),
  );
});

describe('the scrape of the IOPC’s pages', () => {
  const header =
    ',url,heading,date,content,recsheading,recommendation,dateofrecommendation,dateofrecommendation_stamp,dateresponsedue,dateresponsedue_stamp,accepted,tags';
  const line = (of: Partial<Record<string, string>> = {}) => {
    const cells = {
      url: 'https://policeconduct.gov.uk/recommendations/recommendations-gwent-police-february-2021',
      heading: 'Recommendations - Gwent Police, February 2021',
      recommendation: '\u200bThe IOPC recommends that Gwent Police creates a question set.',
      made: 'Thursday, 4 February, 2021',
      madeStamp: '2021-02-04T00:00:00+00:00',
      due: 'Thursday, 1 April, 2021',
      dueStamp: '2021-04-01T00:00:00+01:00',
      accepted: 'Awaiting response',
      tags: "['Welfare and vulnerable people', 'Gwent Police']",
      ...of,
    };
    const { url, heading, recommendation, made, madeStamp, due, dueStamp, tags } = cells;
    const all = [
      '0',
      url,
      heading,
      '03 Mar 2021',
      'A man.',
      'Recommendations',
      recommendation,
      made,
      madeStamp,
      due,
      dueStamp,
    ];
    return [...all, cells.accepted, tags].map((cell) => `"${cell!.replaceAll('"', '""')}"`).join(',');
  };
  const scrape = (...lines: string[]) => [header, ...lines, ''].join('\n');

  test('has its dates as printed, body and topics in its tags, and its name in its address', () => {
    const entry = only(scrape(line()));
    expect(entry).toMatchObject({
      case: {
        reference: 'recommendations-gwent-police-february-2021',
        source: 'iopc',
        legalBasis: 'paragraph-28A',
        body: 'Gwent Police',
        topics: ['Welfare and vulnerable people'],
        linkedBodies: [],
        madeOn: '2021-02-04',
        publishedDueOn: '2021-04-01',
      },
      recommendation: { text: 'The IOPC recommends that Gwent Police creates a question set.' },
    });
    expect(entry.number).toBeUndefined();
    expect(entry.says).toBeUndefined();
    expect(only(scrape(line({ accepted: 'No' }))).says).toBe('Not accepted');
  });

  test('addresses a national recommendation to the body in its title', () =>
    expect(
      only(
        scrape(
          line({
            heading: 'National recommendation - College of Policing, December 2019',
            tags: `['Metropolitan Police', "National Recommendations"]`,
          }),
        ),
      ).case,
    ).toMatchObject({ body: 'College of Policing', linkedBodies: ['Metropolitan Police'] }));

  test('gives long addresses names of their own', () => {
    const [a, b] = ['x', 'y'].map((end) =>
      only(scrape(line({ url: `https://a.example/${'long-'.repeat(20)}${end}` }))),
    );
    expect(a!.case.reference).toHaveLength(60);
    expect(a!.case.reference).not.toBe(b!.case.reference);
  });

  test('refuses an undated line, a stamp of another day and a weekday that is wrong', () =>
    expect(
      reasons(
        scrape(
          line({ made: '', madeStamp: '', due: '', dueStamp: '', recommendation: '' }),
          line({ dueStamp: '2021-03-31T00:00:00+01:00' }),
          line({ made: 'Friday, 4 February, 2021' }),
        ),
      ),
    ).toEqual([
      [2, 'The list gives no date of the recommendation', 'The list gives no text of the recommendation'],
      [
        3,
        'The date the response is due is Thursday, 1 April, 2021 and its stamp says 2021-03-31T00:00:00+01:00',
      ],
      [4, expect.stringContaining('was a Thursday')],
    ]));
});
