import { type Context, Hono } from 'hono';
import { type Contact, isLive } from '../../../shared/domain/contact.ts';
import { checkDeparture, checkHandOver, type DepartureInput } from '../../../shared/domain/departure.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { listContacts } from '../../../shared/store/lists.ts';
import { Button } from '../components/button.tsx';
import { Input } from '../components/input.tsx';
import { Select } from '../components/select.tsx';
import { departureFields, readDepartureForm } from '../forms/departure-form.ts';
import { errorsFromRefusal, type FieldErrors, noErrors } from '../forms/field-errors.ts';
import { emptyForm, type PostedForm, readForm } from '../forms/posted-form.ts';
import { recordDeparture } from '../moves/record-departure.ts';
import { statusOf } from '../refused.ts';
import { findContactAt, toContacts } from './addressed.ts';
import { showCheckOfDeparture } from './check-departure.tsx';
import { contactChoice } from './contact-choice.ts';
import { type FormPage, showForm } from './form-page.tsx';
import { NotInTheList } from './not-in-the-list.tsx';
import { showRefusal } from './notice-page.tsx';
import { deskAt } from './seen.tsx';
import type { Site } from './site.tsx';

const address = '/contacts/:id/departure';

/** The form that records that somebody has left and hands everything over to whoever takes over. */
export const recordDeparturePages = (site: Site): Hono =>
  new Hono()
    .get(address, async (c) => {
      const leaving = await findContactAt(site.table, c.req.param('id'));
      if (isRefusal(leaving)) return showRefusal(c, site, leaving, toContacts);
      return showDepartureForm(c, site, leaving, { form: emptyForm, errors: noErrors, status: 200 });
    })
    .post(address, async (c) => {
      const leaving = await findContactAt(site.table, c.req.param('id'));
      if (isRefusal(leaving)) return showRefusal(c, site, leaving, toContacts);
      const form = await readForm(c);
      if (form.get('do') === 'change')
        return showDepartureForm(c, site, leaving, { form, errors: noErrors, status: 200 });
      const { value, errors } = readDepartureForm(form);
      if (errors) return showDepartureForm(c, site, leaving, { form, errors, status: 422 });
      const done =
        form.get('do') === 'save'
          ? await recordDeparture(deskAt(c, site), leaving.id, value)
          : await weigh(site, leaving, value);
      if (isRefusal(done)) {
        const refused = { form, errors: errorsFromRefusal(done), status: statusOf(done) };
        return showDepartureForm(c, site, leaving, refused);
      }
      if (form.get('do') !== 'save') return showCheckOfDeparture(c, site, leaving, { form, value });
      const saved = value.successorId ? 'handed-over' : 'departure';
      return c.redirect(`/contacts/${leaving.id}?saved=${saved}`, 303);
    });

async function weigh(site: Site, leaving: Contact, value: DepartureInput): Promise<Refusal | undefined> {
  if (!value.successorId) return checkDeparture(leaving);
  const successor = await findContactAt(site.table, value.successorId);
  return checkHandOver(leaving, isRefusal(successor) ? undefined : successor);
}

type Filled = { form: PostedForm; errors: FieldErrors; status: FormPage['status'] };

async function showDepartureForm(c: Context, site: Site, leaving: Contact, filled: Filled) {
  const contacts = await listContacts(site.table);
  const choice = contacts.filter(
    (each) => isLive(each) && each.id !== leaving.id && each.id !== leaving.successorId,
  );
  return showForm(c, site, {
    title: leaving.status === 'departed' ? 'Choose who takes over' : 'Record that they have left',
    caption: leaving.name,
    current: '/contacts',
    back: `/contacts/${leaving.id}`,
    action: `/contacts/${leaving.id}/departure`,
    fields: departureFields,
    ...filled,
    children: <DepartureFields {...filled} leaving={leaving} choice={choice} />,
  });
}

const DepartureFields = (props: Filled & { leaving: Contact; choice: readonly Contact[] }) => {
  const { form, errors, leaving, choice } = props;
  const isKnown = leaving.status === 'departed';
  return (
    <>
      <Select
        name="successorId"
        label={`Who takes over from ${leaving.name}?`}
        labelSize="s"
        hint={
          <>
            Everything goes to them at once. <NotInTheList />
          </>
        }
        items={contactChoice(choice, isKnown ? 'Choose somebody' : 'Nobody yet')}
        value={form.get('successorId')}
        error={errors.successorId?.message}
      />
      <Input
        name="reason"
        label="Why? (optional)"
        labelSize="s"
        hint="It is kept in the history"
        value={form.get('reason')}
        error={errors.reason?.message}
      />
      <Button name="do" value="check">
        Continue
      </Button>
    </>
  );
};
