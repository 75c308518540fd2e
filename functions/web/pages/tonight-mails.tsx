import type { Child } from 'hono/jsx';
import { inWordsWithWeekday } from '../../../shared/domain/day.ts';
import type { MailLine } from '../../../shared/domain/mail.ts';
import { ActionLink } from '../components/actions.tsx';
import { SummaryCard } from '../components/summary-card.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { dutyOf } from '../moves/find-duty.ts';
import { MailText } from './mail-text.tsx';
import { type Cases, type Contacts, dutyHref, personInWords, recommendationHref } from './names.ts';
import { reminderInWords } from './stage-words.ts';
import type { Fate, Tonight, TonightMail } from './tonight-list.ts';

type Named = { cases: Cases; contacts: Contacts };

/** The mails of one page: first those that wait already, then those the run plans. */
export const MailCards = ({ mails, planned, waiting, ...named }: Tonight & Named) => {
  const [before, tonight] = [
    mails.filter(({ isWaiting }) => isWaiting),
    mails.filter(({ isWaiting }) => !isWaiting),
  ];
  return (
    <>
      {before.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{`Mails that wait already (${waiting})`}</h2>
          {before.map((mail) => (
            <MailCard mail={mail} {...named} />
          ))}
        </>
      )}
      {planned === 0 ? (
        <p class="govuk-body">The run has nothing new to send.</p>
      ) : (
        tonight.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{`Mails to be planned and sent (${planned})`}</h2>
            {tonight.map((mail) => (
              <MailCard mail={mail} {...named} />
            ))}
          </>
        )
      )}
    </>
  );
};

const MailCard = ({ mail: of, ...named }: Named & { mail: TonightMail }) => {
  const { mail, to, words, lines, isWaiting } = of;
  const title = words?.subject ?? mail.subject ?? 'Nothing of this mail leaves now';
  return (
    <SummaryCard title={title} headingLevel={3}>
      <SummaryList
        cardTitle={title}
        rows={[
          { key: 'To', value: to ? `${personInWords(to, named.contacts)}, ${to.email}` : 'Nobody' },
          ...(isWaiting ? [{ key: 'Waits since', value: <SinceLink of={of} /> }] : []),
          {
            key: 'Why',
            value: lines.length > 0 ? <Lines of={of} {...named} /> : 'The summary for liaison staff',
          },
          ...(words
            ? [{ key: 'What it says', value: <MailText summary="Read the mail" text={words.text} /> }]
            : []),
        ]}
      />
    </SummaryCard>
  );
};

const SinceLink = ({ of: { mail } }: { of: TonightMail }) => (
  <a class="govuk-link" href={`/mails/${mail.id}`}>
    {inWordsWithWeekday(mail.plannedOn)}
  </a>
);

const Lines = ({ of, cases, contacts }: Named & { of: TonightMail }) => (
  <ul class="govuk-list">
    {of.lines.map(({ line, fate }) => (
      <li>
        <a class="govuk-link" href={recommendationHref(line)}>
          {nameOf(line, cases)}
        </a>
        {`: ${stageWords(line)}`}
        <Becomes of={of} line={line} fate={fate} name={nameOf(line, cases)} contacts={contacts} />
      </li>
    ))}
  </ul>
);

const nameOf = ({ caseId, number }: MailLine, cases: Cases) =>
  `${cases.get(caseId)?.reference ?? caseId} recommendation ${number}`;

const roleWords = {
  owner: '',
  manager: ', copied to the manager',
  chair: ', copied to the chair of the board',
} as const;

const stageWords = ({ role, mailOn, late, heldUntil, ...of }: MailLine): string =>
  [
    `${reminderInWords(of)}${roleWords[role]}`,
    `meant for ${inWordsWithWeekday(mailOn)}`,
    ...(late ? ['late'] : []),
    ...(heldUntil ? [`held back until ${inWordsWithWeekday(heldUntil)}`] : []),
  ].join(', ');

const becomesWords: Record<Exclude<Fate, 'goes' | 'passed-on'>, string> = {
  held: 'Held back by liaison staff: it waits until the hold is over.',
  nobody: 'Nobody can be written to now: it waits until somebody can.',
  damaged: 'A record of it cannot be read: it waits until that is put right.',
  dropped: 'It no longer applies, so it is left out.',
};

type Line = { of: TonightMail; line: MailLine; fate: Fate; name: string; contacts: Contacts };

const Becomes = ({ of, line, fate, name, contacts }: Line): Child => {
  const held = { text: 'Hold back', href: `${dutyHref(dutyOf(line))}/hold`, of: `reminders of ${name}` };
  const release = { text: 'Release', href: `${dutyHref(dutyOf(line))}/release`, of: `reminders of ${name}` };
  const owner = {
    text: 'Choose another owner',
    href: `${recommendationHref(line)}/owner`,
    of: `for ${name}`,
  };
  const action = { goes: canBeHeld(line) ? held : undefined, held: release, nobody: owner }[fate as 'goes'];
  return (
    <span class="tracker-under">
      {fate === 'passed-on' ? passedOnWords(of, line, contacts) : fate === 'goes' ? '' : becomesWords[fate]}{' '}
      {action && <ActionLink action={action} />}
    </span>
  );
};

// The check that a response is published is liaison staff's own.
const canBeHeld = ({ deadlineId }: MailLine): boolean =>
  !dutyOf({ caseId: '', number: 0, deadlineId }).duty.startsWith('publication');

function passedOnWords({ regard }: TonightMail, line: MailLine, contacts: Contacts): string {
  const to = regard.passedOn.find(({ lines }) => lines.includes(line))?.to;
  return to ? `It goes to ${personInWords(to, contacts)} instead, who has their part now.` : '';
}
