import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { mimeOf } from '../../../shared/mail/mime.ts';
import { readCalendar, textIn } from '../../support/read-calendar.ts';
import { dutyBy, inFourToSixMonths, promisedDuty, undatedDuty } from '../domain/essex.ts';
import { composed, itemFor } from './letters.ts';

const words = composed([itemFor(promisedDuty(inFourToSixMonths))], '2021-03-22');
const envelope = {
  from: 'tracker@essex.police.uk',
  to: { name: 'Sam Ŵyn, “Field”', address: 'sam.field@essex.police.uk' },
  mailId: 'mail-1',
  sentAt: '2021-03-22T06:10:00Z',
};

describe('the raw message', () => {
  test('arrives as it was written: subject, both parts, recipient, day', async () => {
    const mail = await PostalMime.parse(await mimeOf(words, envelope));
    expect(mail.subject).toBe(words.subject);
    expect(mail.text?.trim()).toBe(words.text.trim());
    expect(mail.html?.trim()).toBe(words.html.trim());
    expect(mail.to).toMatchObject([envelope.to]);
    expect(mail.from).toMatchObject({ address: envelope.from });
    expect(mail.date).toBe('2021-03-22T06:10:00.000Z');
  });

  test('says that no person wrote it, and which mail of the register it is', async () => {
    const { headers } = await PostalMime.parse(await mimeOf(words, envelope));
    const header = (key: string) => headers.find((each) => each.key === key)?.value;
    expect(header('x-tracker-mail')).toBe('mail-1');
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('x-auto-response-suppress')).toBe('All');
  });

  test('takes no header from a name or a subject', async () => {
    const smuggled = 'Sam\r\nBcc: all@example.org';
    const to = { name: smuggled, address: envelope.to.address };
    const mail = await PostalMime.parse(await mimeOf({ ...words, subject: smuggled }, { ...envelope, to }));
    expect(mail.bcc).toBeUndefined();
    expect(mail.headers.some(({ key }) => key === 'bcc')).toBe(false);
    expect(mail.to).toHaveLength(1);
  });
});

describe('the days still to come', () => {
  test('are attached as one file that a calendar opens, stamped with when the mail left', async () => {
    const later = { ...dutyBy('2021-06-01'), id: 'june' };
    const two = composed([itemFor(later), itemFor(promisedDuty(inFourToSixMonths))], '2021-03-22');
    const raw = await mimeOf(two, envelope);
    const { attachments } = await PostalMime.parse(raw);
    expect(attachments).toMatchObject([
      { filename: 'deadline.ics', mimeType: 'text/calendar', method: 'PUBLISH', disposition: 'attachment' },
    ]);
    const { within } = readCalendar(fileIn(raw));
    expect(within.map(({ properties }) => properties.DTSTART!.value)).toEqual(['20210520', '20210601']);
    expect(within[0]!.properties.DTSTAMP!.value).toBe('20210322T061000Z');
    expect(textIn(within[0]!.properties.DESCRIPTION!)).toContain('“report progress back in 4-6mths”');
  });

  test('are none where nothing is dated, so nothing is attached', async () => {
    const { attachments } = await PostalMime.parse(
      await mimeOf(composed([itemFor(undatedDuty())], '2021-03-22'), envelope),
    );
    expect(attachments).toEqual([]);
  });
});

/** The octets of the attached file. The parser makes its own line ends. */
function fileIn(raw: Buffer): Uint8Array {
  const [, base64] = /filename=deadline\.ics\r\n\r\n([\w+/=\r\n]+)/.exec(raw.toString())!;
  return Buffer.from(base64!, 'base64');
}
