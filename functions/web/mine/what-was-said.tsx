import { type Day, inWords } from '../../../shared/domain/day.ts';
import { type Proposal, proposalStates } from '../../../shared/domain/proposal.ts';
import { type Report, type ReportKind, reportStates, waiting } from '../../../shared/domain/report.ts';
import { InsetText } from '../components/inset-text.tsx';
import { askedNow, dutyWords } from './my-duties.ts';
import type { MyItem } from './my-item.ts';

const hasDate = ({ deadlineId }: Proposal, { entry }: MyItem): boolean =>
  entry.deadlines.some(({ id, dueOn }) => id === deadlineId && dueOn !== null);

/** What waits for liaison staff to decide, so that nobody says it a second time. */
export const WaitsForStaff = ({ item }: { item: MyItem }) => {
  const said = [
    ...waiting(item.entry.reports).map((each) => ({
      words: `${who(each.byId, each.by, item)} ${saidWords[each.kind]} on ${inWords(each.on)}`,
      about: each.duty,
    })),
    ...item.entry.proposals
      .filter(({ state }) => state === 'waiting')
      .map((each) => ({
        words: proposedWords(each, item),
        about: each.deadlineId,
      })),
  ];
  return said.length === 0 ? null : (
    <InsetText>
      <p class="govuk-body">Waits for the liaison team to decide:</p>
      <ul class="govuk-list govuk-list--bullet">
        {said.map(({ words, about }) => (
          <li>{`${words}${ofWhich(about, item)}`}</li>
        ))}
      </ul>
    </InsetText>
  );
};

// Where only one thing is asked there is no doubt which is meant.
function ofWhich(about: string | undefined, item: MyItem): string {
  const asked = askedNow(item);
  const duty = asked.find(({ id }) => id === about);
  return duty && asked.length > 1 ? `: ${dutyWords(duty, item)}` : '';
}

const saidWords: Record<ReportKind, string> = {
  acknowledged: 'said that this was seen',
  progress: 'said how it goes',
  done: 'said that this is done',
  'hand-over': 'said who takes over',
  'not-mine': 'said that this is somebody else’s',
};

const who = (byId: string | undefined, by: string, { mine }: MyItem): string =>
  byId === mine.as.id ? 'You' : by;

const proposedWords = (proposal: Proposal, item: MyItem): string => {
  const { byId, proposedBy, dueOn, proposedOn } = proposal;
  const instead = hasDate(proposal, item) ? ' instead' : '';
  return `${who(byId, proposedBy, item)} proposed ${inWords(dueOn)}${instead} on ${inWords(proposedOn)}`;
};

/** Everything that was said of it by whoever answered for it, the latest first, and what the liaison team made of it. */
export const WhatWasSaid = ({ item }: { item: MyItem }) => {
  const said = [
    ...item.entry.reports.map((each) => ({ on: each.on, shown: <Said report={each} item={item} /> })),
    ...item.entry.proposals.map((each) => ({
      on: each.proposedOn,
      shown: <Proposed proposal={each} item={item} />,
    })),
    ...item.entry.updates.map(({ receivedOn, text }) => ({
      on: receivedOn,
      shown: <Entry heading={`Update of ${inWords(receivedOn)}`} text={text} />,
    })),
  ].toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  return said.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">What was said</h2>
      <ul class="tracker-said">
        {said.map(({ shown }) => (
          <li class="tracker-said__item">{shown}</li>
        ))}
      </ul>
    </>
  );
};

const Said = ({ report, item }: { report: Report; item: MyItem }) => {
  const duty = item.entry.deadlines.find(({ id }) => id === report.duty);
  const { successor } = report;
  return (
    <Entry
      heading={`${who(report.byId, report.by, item)} ${saidWords[report.kind]} on ${inWords(report.on)}`}
      about={duty && dutyWords(duty, item)}
      text={[
        successor && `${[successor.name, successor.post].filter(Boolean).join(', ')}, ${successor.email}`,
        report.text,
      ]
        .filter(Boolean)
        .join('\n')}
      state={
        report.state === 'noted'
          ? undefined
          : decided(reportStates[report.state], report.decidedOn, report.why)
      }
    />
  );
};

const Proposed = ({ proposal, item }: { proposal: Proposal; item: MyItem }) => (
  <Entry heading={proposedWords(proposal, item)} text={proposal.why} state={proposalStates[proposal.state]} />
);

const decided = (state: string, on: Day | undefined, why: string | undefined): string =>
  `${state}${on ? ` on ${inWords(on)}` : ''}${why ? `: ${why}` : ''}`;

type EntryProps = { heading: string; about?: string | undefined; text: string; state?: string | undefined };

const Entry = ({ heading, about, text, state }: EntryProps) => (
  <>
    <strong>{heading}</strong>
    {about && <span class="tracker-under">{about}</span>}
    {text && <div class="tracker-verbatim">{text}</div>}
    {state && <span class="tracker-under">{state}</span>}
  </>
);
