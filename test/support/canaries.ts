import { essex2020 } from '../../infra/local/sample/essex-2020.ts';
import { contact, essexCase, essexRecommendation } from '../shared/domain/essex.ts';
import { sampleStaff } from './gate-of.ts';
import { sampleCase, sampleContact, sampleRecommendation } from './sample-records.ts';

/** What no log may hold, by what it is: anything that one of them finds in a line of a log is a leak. */
export type Canary = { is: string; find: RegExp };

const literally = (text: string): RegExp =>
  new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+'), 'i');

/** Nobody is called so and nobody writes so, so that a hit is a leak and nothing else. */
export const quillfeather = {
  name: 'Zephyrine Quillfeather',
  post: 'Warden of the Marmalade Store',
  email: 'zephyrine@quillfeather.example',
  title: 'The heron at the custody desk',
  text: 'Lend every heron a lantern.',
  answer: 'We keep herons gladly.',
};

const given = (name: string): string => name.split(' ')[0]!;

const seeded: Record<string, readonly string[]> = {
  'a name': [
    // Of 'Anna Reed' and 'Alex owner-1' what all samples share: the ids of the tests are given names.
    sampleContact('x').name.split(' ')[1]!,
    `${given(contact('x').name)} owner`,
    ...Object.values(essex2020.people).map(({ name }) => name),
    'Okoye',
    'Priya Shah',
    'Kim Lee',
    ...quillfeather.name.split(' '),
  ],
  'a post': [sampleContact().post, contact('x').post, quillfeather.post],
  'a typed text': [
    sampleCase().title,
    sampleRecommendation(sampleCase()).text,
    essexCase.title,
    essexRecommendation.text,
    'We accept this recommendation',
    'We will do this within 3 months',
    'report progress back in',
    quillfeather.title,
    quillfeather.text,
    quillfeather.answer,
  ],
};

/** Those of the sample records, the shape of every address and every cookie, and the secrets that were given out while the tests ran. */
export const canaries = (secrets: readonly string[] = []): Canary[] => [
  { is: 'an email address', find: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/ },
  { is: 'a cookie', find: /__Host-|\bcookie\b\W*[:=]/i },
  // A code to sign in with has eight figures. An id may have as many, with a stroke beside them.
  { is: 'a code', find: /(?<![\w.:-])\d{8}(?![\w.:-])/ },
  { is: 'a secret', find: literally(sampleStaff().formToken) },
  ...Object.entries(seeded).flatMap(([is, texts]) => texts.map((text) => ({ is, find: literally(text) }))),
  ...secrets.map((secret) => ({ is: 'a secret', find: literally(secret) })),
];

/** The file in which kept-output notes the cookies that were given out. */
export const secretsFile = 'secrets.txt';

/** Every line in which a canary is found, as 'a name in: {"level":…}'. */
export const leaksIn = (lines: readonly string[], among: readonly Canary[]): string[] =>
  lines.flatMap((line) => among.filter(({ find }) => find.test(line)).map(({ is }) => `${is} in: ${line}`));
