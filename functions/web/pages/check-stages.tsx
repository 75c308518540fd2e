import type { Context } from 'hono';
import { addDays, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import type { StagePlan } from '../../../shared/domain/stage-plan.ts';
import { planOn } from '../../../shared/domain/stage-plans.ts';
import type { Preview, PreviewLine } from '../../../shared/domain/stage-preview.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { readCalendar } from '../../../shared/store/stage-plans.ts';
import { Button } from '../components/button.tsx';
import { InsetText } from '../components/inset-text.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { FormProof } from '../forms/form-proof.tsx';
import type { PostedForm } from '../forms/posted-form.ts';
import { stagesFields } from '../forms/stages-form.ts';
import { daysAhead, mostShown, previewStages } from '../preview-stages.ts';
import { recommendationHref } from './names.ts';
import { type Site, show } from './site.tsx';
import { planInWords } from './stage-plan-words.ts';
import { stageInWords } from './stage-words.ts';

/** What a change of the stages comes to, before it is saved: the words that change, and the mails it would send and leave out. */
export async function showStagesCheck(c: Context, site: Site, form: PostedForm, plan: StagePlan) {
  const [preview, { plans }] = await Promise.all([
    previewStages(site, plan),
    readCalendar(site.table, site.holidays),
  ]);
  const from = addDays(today(site.clock), 1);
  return show(c, site, {
    title: 'Check the change',
    children: (
      <>
        <h1 class="govuk-heading-l">Check the change</h1>
        <Changed before={planOn(plans, from).plan} after={plan} />
        <h2 class="govuk-heading-m">What would be sent</h2>
        <Figures preview={preview} />
        <Differences preview={preview} />
        <p class="govuk-body">{`The change would count from ${inWordsWithWeekday(from)}.`}</p>
        <form method="post" action="/settings/stages/change" novalidate>
          <FormProof site={site} />
          {['version', ...stagesFields.map(({ name }) => name)].map((name) => (
            <input type="hidden" name={name} value={form.get(name)} />
          ))}
          <div class="govuk-button-group">
            <Button name="do" value="save">
              Change the stages
            </Button>
            <Button name="do" value="change" variant="secondary">
              Go back and edit
            </Button>
          </div>
        </form>
      </>
    ),
  });
}

const changeColumns = [{ text: 'Stage' }, { text: 'Now' }, { text: 'After the change' }];

const Changed = ({ before, after }: { before: StagePlan; after: StagePlan }) => {
  const [was, now] = [planInWords(before), planInWords(after)];
  const rows = now.flatMap(({ key, value }, index) =>
    value === was[index]!.value ? [] : [[key, was[index]!.value, value]],
  );
  if (rows.length === 0) return <InsetText>Nothing differs from the stages as they are.</InsetText>;
  return <Table caption="What changes" captionHidden firstCellIsHeader columns={changeColumns} rows={rows} />;
};

const counted = (count: number, one: string) =>
  `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`;

/**
 * The figures as sentences.
 *
 * @example 'In the next 90 days this would send 14 more reminders and leave out 6; 30 stay as they are.'
 */
const Figures = ({ preview }: { preview: Preview }) => {
  const { added, leftOut, same, mailsBefore, mailsAfter } = preview;
  return (
    <>
      <p class="govuk-body-l">
        {added + leftOut === 0
          ? `In the next ${daysAhead} days this would change nothing that is sent.`
          : `In the next ${daysAhead} days this would send ${counted(added, 'more reminder')} and leave out ${leftOut.toLocaleString('en-GB')}; ${counted(same, 'reminder')} would stay as they are.`}
      </p>
      <p class="govuk-body">
        {`That makes ${counted(mailsAfter, 'mail')} instead of ${mailsBefore.toLocaleString('en-GB')}: one mail carries all that a person is told that day. It is reckoned as if nobody answered and no date moved.`}
      </p>
    </>
  );
};

const columns = [{ text: 'Day' }, { text: 'About' }, { text: 'Reminder' }, { text: 'After the change' }];

const Differences = ({ preview: { lines } }: { preview: Preview }) => {
  if (lines.length === 0) return null;
  return (
    <Table
      caption={
        lines.length > mostShown
          ? `The first ${mostShown} of ${counted(lines.length, 'difference')}`
          : 'Differences'
      }
      captionSize="s"
      columns={columns}
      rows={lines.slice(0, mostShown).map(cellsOf)}
    />
  );
};

const cellsOf = (line: PreviewLine) => [
  <span class="tracker-one-line">{inWordsWithWeekday(line.on)}</span>,
  <a class="govuk-link" href={recommendationHref(line)}>
    {`${line.reference} recommendation ${line.number}`}
  </a>,
  remindersInWords(line),
  line.which === 'added' ? <Tag colour="green">Sent</Tag> : <Tag colour="grey">Left out</Tag>,
];

/** '28 days late (owner, manager)': each stage once, with those who hear of it. */
const remindersInWords = ({ reminders }: PreviewLine): string =>
  [...Map.groupBy(reminders, ({ stage }) => stage)]
    .map(([stage, told]) => `${stageInWords(stage)} (${told.map(({ role }) => role).join(', ')})`)
    .join('; ');
