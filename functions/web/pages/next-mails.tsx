import type { Case } from '../../../shared/domain/case.ts';
import { type ComingMail, comingMails } from '../../../shared/domain/coming-mails.ts';
import { liaisonTeam, liaisonTeamId } from '../../../shared/domain/contact.ts';
import { type Day, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import type { Deadline, Role } from '../../../shared/domain/deadline.ts';
import type { People } from '../../../shared/domain/night.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import { type Report, waiting } from '../../../shared/domain/report.ts';
import type { Calendar } from '../../../shared/domain/stages.ts';
import { compose } from '../../../shared/mail/compose.ts';
import type { Letter } from '../../../shared/mail/letter.ts';
import { readWords } from '../../../shared/store/mail-settings.ts';
import { peopleOf } from '../../../shared/store/people.ts';
import { Details } from '../components/details.tsx';
import { personInWords } from './names.ts';
import type { Site } from './site.tsx';
import { plannedStage } from './stage-words.ts';
import { dutyInWords } from './timeline/words.ts';

/** The next mails about a recommendation, each with the words it would have if nothing changed before it leaves. */
export type NextMail = ComingMail & { subject: string; text: string };

/** How many there are at once; the rest is asked for. */
const mostShown = 3;
const nightsEach = 3;

type Asked = {
  learningCase: Case;
  recommendation: Recommendation;
  deadlines: readonly Deadline[];
  reports: readonly Report[];
  today: Day;
  calendar: Calendar;
};

/** Words the next mails of each open duty for the day on which each leaves. */
export async function nextMails(site: Site, asked: Asked): Promise<NextMail[]> {
  const open = asked.deadlines.filter(({ state }) => state === 'open');
  const [whoIsWho, words] = await Promise.all([peopleOf(site.table, open), readWords(site.table)]);
  const subjects = open.map((deadline) => ({ deadline, people: withTeam(deadline, whoIsWho(deadline)) }));
  return comingMails(subjects, asked.today, asked.calendar, nightsEach).map((mail) => ({
    ...mail,
    ...wordsOf(mail, asked, { ...site, words }),
  }));
}

// The liaison team is entered by the first run, which is also the first to write to it.
const withTeam = ({ ownerId }: Deadline, people: People): People =>
  ownerId === liaisonTeamId && !people.owner ? { ...people, owner: liaisonTeam('') } : people;

type Setting = Pick<Letter, 'serviceUrl' | 'organisation' | 'words'>;

function wordsOf({ on, recipient, reminders }: ComingMail, asked: Asked, setting: Setting) {
  const { learningCase, recommendation } = asked;
  const answerWaits = waiting(asked.reports).length > 0;
  const items = reminders.map(({ line, deadline, people }) => ({
    line,
    deadline,
    learningCase,
    recommendation,
    owner: people.owner!,
    answerWaits,
  }));
  const { serviceUrl, organisation, words } = setting;
  return compose({
    recipient,
    items,
    today: on,
    plannedOn: on,
    serviceUrl,
    organisation,
    words,
    again: false,
  });
}

type NextMailsProps = { mails: readonly NextMail[]; all: boolean; href: string };

/** When somebody is next written to, about what, and in which words. */
export const NextMails = ({ mails, all, href }: NextMailsProps) => {
  if (mails.length === 0) return <p class="govuk-body">No mail is to come.</p>;
  const more = mails.length - mostShown;
  return (
    <>
      <p class="govuk-body">
        If nothing changes before then. Whatever else is due to the same person that morning comes in the same
        mail.
      </p>
      <ol class="govuk-list tracker-next-mails">
        {mails.slice(0, all ? undefined : mostShown).map((mail) => (
          <li>
            <One mail={mail} />
          </li>
        ))}
      </ol>
      {!all && more > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${href}?mails=next#next-mails`}>
            {`Show the ${more === 1 ? 'one after these' : `${more} after these`}`}
          </a>
        </p>
      )}
    </>
  );
};

const One = ({ mail: { on, recipient, reminders, subject, text } }: { mail: NextMail }) => (
  <>
    <strong>{inWordsWithWeekday(on)}</strong>
    {` to ${personInWords(recipient, new Map())}${asWhom(reminders[0]!.line.role, recipient.id)}`}
    <span class="tracker-under">
      {reminders.map(({ deadline, line }) => about(deadline, line.stage)).join('; ')}
    </span>
    <Details summary="What it will say">
      <p class="govuk-body govuk-!-font-weight-bold">{subject}</p>
      <div class="tracker-verbatim">{text}</div>
    </Details>
  </>
);

const about = (deadline: Deadline, stage: string) =>
  `${dutyInWords(deadline)}: ${plannedStage(stage, deadline.kind)}`;

const roles: Record<Role, string> = {
  owner: ', the owner',
  manager: ', copied as the manager',
  chair: ', copied as the chair of the board',
};

const asWhom = (role: Role, id: string): string => (id === liaisonTeamId ? '' : roles[role]);
