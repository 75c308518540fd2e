import * as z from 'zod';

/** Longest verbatim text kept in one field, in characters. The longest real recommendation seen is under 6,000. */
export const longestText = 20_000;

/** Longest note of a decision, in characters: several are kept in one record. */
export const longestNote = 2_000;

/** Longest single line (a title, a name, a reference), in characters. */
export const longestLine = 200;

// Tabs and line ends are how people write; every other control character, lone surrogate, reversal of direction or sign of lost bytes is damage or
// an attempt to smuggle something into a mail header, a key or a log line.
const forbidden = /(?![\n\t])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|[\u202a-\u202e\u2066-\u2069\ufffd]/u;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;
const lineBreak = /[\r\n]/;

const clean = (what: string) =>
  z
    .string({ error: `Enter ${what}` })
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .refine((text) => !forbidden.test(text), {
      error: `Retype ${what} without the characters that cannot be shown`,
    });

/** Verbatim text of several lines. Line ends become `\n` and the space around it goes; nothing else is changed. `what` names it in messages: 'the text'. */
export const text = (what: string, longest = longestText) =>
  clean(what)
    .refine((value) => visible.test(value), { error: `Enter ${what}` })
    .refine((value) => value.length <= longest, {
      error: `${capital(what)} must be ${longest.toLocaleString('en-GB')} characters or fewer`,
    });

/** One line of text: a title, a name, a reference. */
export const line = (what: string, longest = longestLine) =>
  text(what, longest).refine((value) => !lineBreak.test(value), {
    error: `${capital(what)} must be on one line`,
  });

/** An empty box on a form means "not given". */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    schema.optional(),
  );

/**
 * A web address that a browser may safely be sent to: http or https only, so `javascript:` never becomes a link, and without a name before
 * the host, which would be taken for the host: 'https://www.gov.uk@evil.example' leads to evil.example.
 */
export const webAddress = (what: string) =>
  line(what, 2_000)
    .refine(
      // Without the slashes a browser takes it for a part of our own site: 'http:evil'.
      (value) => URL.canParse(value) && /^https?:\/\//i.test(value),
      { error: `${capital(what)} must be a web address that starts with https://` },
    )
    .refine((value) => !hasNameOrPassword(value), {
      error: `${capital(what)} must be a web address without a user name or password in it`,
    });

const hasNameOrPassword = (address: string): boolean => {
  const { username, password } = URL.parse(address) ?? { username: '', password: '' };
  return username !== '' || password !== '';
};

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
