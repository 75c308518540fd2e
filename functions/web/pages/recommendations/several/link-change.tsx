import { linkInput, linkKinds } from '../../../../../shared/domain/link.ts';
import { recommendationMoves } from '../../../../../shared/domain/moves.ts';
import { Input } from '../../../components/input.tsx';
import { Radios } from '../../../components/radios.tsx';
import { checkForm } from '../../../forms/checked-form.ts';
import type { FieldPlace } from '../../../forms/field-errors.ts';
import { decideLink, link } from '../../../moves/link.ts';
import { asMove, type Change, typed, why } from './change.tsx';

const linkFields: readonly FieldPlace[] = [{ name: 'kind' }, { name: 'ref' }, { name: 'note' }];

/** A link to a risk or an action plan for each. */
export const linkChange: Change = {
  asks: 'Link them to a risk or an action plan',
  title: 'Link to a risk or an action plan',
  done: recommendationMoves.link.says,
  next: 'Each stands on the page of what it is linked to.',
  intro: 'Each then stands on the page of what it is linked to. No date changes.',
  fields: linkFields,
  Fields: ({ form, errors }) => (
    <>
      <Radios
        name="kind"
        legend="What are they linked to?"
        legendSize="s"
        items={(['risk', 'action-plan'] as const).map((value) => ({ value, text: linkKinds[value] }))}
        value={form.get('kind')}
        error={errors.kind?.message}
      />
      <Input
        name="ref"
        label="Its reference"
        labelSize="s"
        hint="The number of the risk or the plan, such as 1606"
        value={form.get('ref')}
        error={errors.ref?.message}
      />
      <Input
        name="note"
        label="Anything to note? (optional)"
        labelSize="s"
        value={form.get('note')}
        error={errors.note?.message}
      />
    </>
  ),
  read: (form) =>
    asMove(checkForm(linkInput, typed(linkFields, form), {}), ({ note, ...target }) => ({
      decide: (desk, of) => decideLink(desk, of, target),
      make: (desk, { caseId, number }) => link(desk, caseId, number, { ...target, note }),
    })),
  rows: (form) => [
    {
      key: 'Linked to',
      value: `${linkKinds[form.get('kind') as keyof typeof linkKinds]}: ${form.get('ref').trim()}`,
    },
    ...why(form, 'note', 'Note'),
  ],
  now: {
    heading: 'Linked now to',
    of: ({ links }) => links.map(({ kind, ref }) => `${linkKinds[kind]}: ${ref}`).join('; ') || 'Nothing',
  },
};
