import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { mimeOf } from '../../../shared/mail/mime.ts';
import { inFourToSixMonths, promisedDuty } from '../domain/essex.ts';
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
