import type { Child } from 'hono/jsx';
import type { Day } from '../../../../shared/domain/day.ts';
import type { Calendar } from '../../../../shared/domain/stages.ts';
import { standings } from '../../../../shared/domain/standing.ts';
import { timelineOf } from '../../../../shared/domain/timeline.ts';
import type { History } from '../../../../shared/store/audit.ts';
import type { CaseFile } from '../../../../shared/store/case-file.ts';
import type { RecordOf } from '../../../../shared/store/records.ts';
import type { RecommendationView } from '../../case-view.ts';
import { SummaryList } from '../../components/summary-list.tsx';
import { FullHistory } from '../full-history.tsx';
import { type Contacts, personInWords } from '../names.ts';
import { SaidTable } from '../owner-said.tsx';
import type { Mails } from '../reminder-table.tsx';
import { momentInWords } from '../time-words.ts';
import { lifeOf, TimelinePicture, TimelineTable } from '../timeline/timeline.tsx';
import { MailRegister, MailWords } from './mails-sent.tsx';
import { Answered, Asked, Duties, EvidenceGiven } from './said-and-done.tsx';

export type Contents = ReadonlyMap<string, RecordOf<'content'>>;

/** Everything a proof pack is made of, as it was at one moment. */
export type Proof = {
  file: CaseFile;
  view: RecommendationView;
  board: string | undefined;
  today: Day;
  madeAt: string;
  organisation: string;
  calendar: Calendar;
  contacts: Contacts;
  history: History;
  mails: Mails;
  contents: Contents;
};

/** The whole pack. Nothing in it is folded away or cut, because paper cannot be opened. */
export const Pack = (proof: Proof) => {
  const { file, view, today, calendar, contacts, mails, history } = proof;
  const timeline = timelineOf(lifeOf({ ...file, view, mails }), today, calendar);
  const register = { reminders: view.reminders, mails, contacts, contents: proof.contents };
  return (
    <div class="tracker-proof">
      <span class="govuk-caption-l">{`${file.learningCase.reference}, ${file.learningCase.title}`}</span>
      <h1 class="govuk-heading-l">{`Proof pack: recommendation ${view.recommendation.number}`}</h1>
      <p class="govuk-body tracker-proof__hint">
        Print this page, or save it as a PDF, from the menu of your browser.
      </p>
      <Front {...proof} />
      <Section title="What was asked">
        <Asked file={file} view={view} />
      </Section>
      <Section title="What was answered">
        <Answered view={view} />
      </Section>
      <Section title="Dates and promises">
        <Duties view={view} today={today} contacts={contacts} />
      </Section>
      <Section title="Timeline">
        <TimelinePicture timeline={timeline} view={view} today={today} />
        <TimelineTable timeline={timeline} today={today} contacts={contacts} />
      </Section>
      <Section title="Mails">
        <MailRegister {...register} />
      </Section>
      <Section title="Evidence">
        <EvidenceGiven evidence={view.evidence} />
      </Section>
      {view.reports.length > 0 && (
        <Section title="What the owner said">
          <SaidTable reports={view.reports} whole />
        </Section>
      )}
      <Section title="Everything that was done, and by whom">
        <FullHistory history={{ ...history, events: history.events.toReversed() }} contacts={contacts} />
      </Section>
      <Section title="Appendix: the words of every mail">
        <MailWords {...register} />
      </Section>
    </div>
  );
};

const Section = ({ title, children }: { title: string; children: Child }) => (
  <section class="tracker-proof__section">
    <h2 class="govuk-heading-m">{title}</h2>
    {children}
  </section>
);

/** When it was made, of what, and the line by which somebody can check later that the history is still the same. */
const Front = ({ view, board, today, madeAt, organisation, contacts, history }: Proof) => {
  const { recommendation, standing } = view;
  const owner = contacts.get(recommendation.ownerId ?? '');
  return (
    <SummaryList
      rows={[
        { key: 'Made', value: `${momentInWords(madeAt)}, for ${organisation}` },
        { key: 'Where it stands', value: standings[standing] },
        { key: 'Addressed to', value: recommendation.addressee },
        { key: 'Owner', value: owner ? personInWords(owner, contacts) : 'Nobody' },
        ...(board ? [{ key: 'Board', value: board }] : []),
        { key: 'Is its history whole?', value: <Wholeness history={history} today={today} /> },
      ]}
    />
  );
};

const Wholeness = ({ history: { events, findings } }: { history: History; today: Day }) => {
  const last = events.at(-1);
  return (
    <>
      {findings.length === 0
        ? `Yes: ${entries(events.length)}, each linked to the one before, none altered, and every record is as the history left it.`
        : `No: ${findings.length} ${findings.length === 1 ? 'thing is' : 'things are'} not as written. They are named with the history below.`}
      {last && (
        <span class="tracker-under">
          {`Check line: ${entries(last.position)}, last one ending in `}
          <span class="tracker-code">{last.hash}</span>
        </span>
      )}
    </>
  );
};

const entries = (count: number) => `${count} ${count === 1 ? 'entry' : 'entries'}`;
