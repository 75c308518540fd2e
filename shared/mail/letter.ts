import type { Case } from '../domain/case.ts';
import type { Contact } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { Mail, MailLine } from '../domain/mail.ts';
import type { MailWords } from '../domain/mail-words.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import type { CalendarEntry } from './calendar-file.ts';

/** One reminder with what its words are made of, read afresh when the mail is claimed. */
export type Item = {
  line: MailLine;
  learningCase: Case;
  recommendation: Recommendation;
  deadline: Deadline;
  owner: Contact;
  /** Whether an answer of an owner on the recommendation waits for liaison staff. */
  answerWaits?: boolean;
};

/** All that a mail is written from. `today` is the London date on which it leaves: its words count from there. */
export type Letter = {
  recipient: Contact;
  items: Item[];
  today: Day;
  /** The day of the run that planned it: a mail held back, or passed on, leaves later than that. */
  plannedOn: Day;
  serviceUrl: string;
  organisation: string;
  /** What the parts say that an organisation may word itself. */
  words: MailWords;
  /** Liaison staff asked for it, besides the reminders of the runs. */
  asked?: Mail['asked'];
  /** This mail may have reached them before. */
  again: boolean;
};

/** A mail ready to be sent: the text part says what the html part says. `entries`: the days still to come, for a calendar. */
export type Composed = { subject: string; text: string; html: string; entries?: CalendarEntry[] };
