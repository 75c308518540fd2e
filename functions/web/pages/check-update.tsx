import type { Context } from 'hono';
import { inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { openDuties } from '../../../shared/domain/open-duties.ts';
import { nextSequence } from '../../../shared/domain/promised-duties.ts';
import type { UpdateInput } from '../../../shared/domain/update.ts';
import { SummaryList } from '../components/summary-list.tsx';
import { lookedField } from '../forms/found-promises.ts';
import type { PostedForm } from '../forms/posted-form.ts';
import { postedWith, promiseCount } from '../forms/promise-slots.ts';
import { updateFields } from '../forms/update-form.ts';
import { LongText } from './long-text.tsx';
import { recommendationHref } from './names.ts';
import { PromiseCards } from './promise-cards.tsx';
import type { Asked } from './record-update.tsx';
import { SaveOrChange } from './save-or-change.tsx';
import { type Site, show } from './site.tsx';

type Checked = { form: PostedForm; value: UpdateInput };

/** What the update comes to, before it is saved: what it says, what it promises next, and what becomes of the recommendation. */
export function showUpdateCheck(c: Context, site: Site, asked: Asked, checked: Checked) {
  const { promised, entry, boards } = asked;
  const { form, value } = checked;
  const { receivedOn, text, commitments = [] } = value;
  const rows = [
    { key: 'Date of the update', value: inWordsWithWeekday(receivedOn) },
    { key: 'Update', value: <LongText text={text} /> },
  ];
  return show(c, site, {
    title: 'Check before saving',
    current: '/cases',
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <span class="govuk-caption-l">{`${promised.reference} recommendation ${promised.number}`}</span>
          <h1 class="govuk-heading-l">Check before saving</h1>
          <SummaryList rows={rows} />
          {commitments.length > 0 && <h2 class="govuk-heading-m">What it promises next</h2>}
          <PromiseCards
            promises={commitments}
            first={nextSequence(entry.commitments, entry.deadlines)}
            anchorOn={receivedOn}
            madeIn="update"
            boards={boards}
          />
          <h2 class="govuk-heading-m">What happens next</h2>
          <WhatHappensNext asked={asked} value={value} />
          <SaveOrChange
            site={site}
            action={`${recommendationHref(promised)}/promises/${promised.sequence}/update`}
            names={[lookedField, ...postedWith(updateFields(promiseCount(form)))]}
            form={form}
          />
        </div>
      </div>
    ),
  });
}

const WhatHappensNext = ({ asked, value }: { asked: Asked; value: UpdateInput }) => (
  <ul class="govuk-list govuk-list--bullet">
    <li>The promise is marked as kept, and its reminders end.</li>
    <li>{afterwards(asked, value)}</li>
  </ul>
);

function afterwards({ promised, entry }: Asked, { commitments = [] }: UpdateInput): string {
  if (commitments.some(({ promise }) => promise.kind !== 'completed'))
    return 'The owner is reminded of what it promises next from the next run on.';
  return openDuties(entry.deadlines).some(({ id }) => id !== promised.id)
    ? 'What else was promised stays as it is, and its reminders go on.'
    : 'Nothing is left to wait for: closing the recommendation is then to be decided.';
}
