/** What can be filled in where the words of a mail name it: {body}. Each is a fact that the record gives when the mail is written. */
export const blanks = {
  body: 'who the recommendation is addressed to',
  'due date': 'the last day, in words with its weekday',
  name: 'who the mail is to, with their post',
  organisation: 'this organisation',
} as const;

export type Blank = keyof typeof blanks;

/**
 * One part of the mails that an organisation may word itself. `words` are ours; `mayHave` and `mustHave` say what can and what has to be
 * filled in; `asks` where it asks somebody to do something, so that a sentence may be added to it.
 */
type Part = {
  title: string;
  words: string;
  mayHave: readonly Blank[];
  mustHave: readonly Blank[];
  asks: boolean;
};

const asking = (
  title: string,
  words: string,
  mayHave: readonly Blank[],
  mustHave: readonly Blank[] = [],
): Part => ({
  title,
  words,
  mayHave,
  mustHave,
  asks: true,
});

const askForResponse =
  'Reply with the response. Say whether {body} accepts the recommendation, what it will do and by when.';
const askForUpdate =
  'Reply and say what has been done. If it is done, attach the proof; if it will take longer, give the reason and a new date.';
const look =
  'You publish nothing yourselves. Look whether the response is on the IOPC’s site: if it is, record the day on which it was published; if representations against publication were made with the response, record those. Either ends these reminders.';

/**
 * What each part says unless an organisation says it in other words. A reminder of a response must say for which body it is asked, because
 * one officer may answer for several; the first line must name its reader, and the last whom a reply reaches.
 */
export const mailParts = {
  'response-due': asking('A response is due', askForResponse, ['body', 'due date'], ['body']),
  'response-overdue': asking('A response is overdue', askForResponse, ['body', 'due date'], ['body']),
  'response-asked': asking('A response is asked for, without a date', askForResponse, ['body'], ['body']),
  paused: asking(
    'A response is paused for judicial review',
    'Nothing while it lasts. If it has ended, reply and say on which day.',
    ['body'],
  ),
  'window-open': asking('The promised window is open', askForUpdate, ['body', 'due date']),
  'update-due': asking('An update is due', askForUpdate, ['body', 'due date']),
  lapsed: asking('A promise has lapsed', askForUpdate, ['body', 'due date']),
  'no-date': asking(
    'No date was promised',
    'Reply and say how far it has got, and by when it will be done.',
    ['body'],
  ),
  'waits-for-event': asking(
    'A promise waits for an event',
    'Reply and say whether that has happened. If it has, say by when this will be done.',
    ['body'],
  ),
  'waits-for-board': asking(
    'A promise waits for a meeting that is not recorded',
    'Reply and say on which day the board next meets.',
    ['body'],
  ),
  'publication-due': asking('Publication by the IOPC is due (to the liaison team)', look, ['due date']),
  'publication-late': asking(
    'Publication by the IOPC is late (to the liaison team)',
    `${look} If neither is so, ask the IOPC when it will publish it.`,
    ['due date'],
  ),
  greeting: {
    title: 'The first line, to a person',
    words: 'Dear {name},',
    mayHave: ['name'],
    mustHave: ['name'],
    asks: false,
  },
  'greeting-team': {
    title: 'The first line, to a team mailbox',
    words: 'Dear colleagues,',
    mayHave: ['name'],
    mustHave: [],
    asks: false,
  },
  closing: {
    title: 'The last lines',
    words:
      'Reply to this mail to reach liaison staff at {organisation}. You are written to because the record names you: if that is wrong, reply and say so, so that it reaches the right person.',
    mayHave: ['organisation', 'name'],
    mustHave: ['organisation'],
    asks: false,
  },
} as const satisfies Record<string, Part>;

export type MailPart = keyof typeof mailParts;

/** The parts in the order in which a page shows them. */
export const mailPartNames = Object.keys(mailParts) as [MailPart, ...MailPart[]];

/** What is known of one part, whichever it is. */
export const aboutPart = (part: MailPart): Part => mailParts[part];
