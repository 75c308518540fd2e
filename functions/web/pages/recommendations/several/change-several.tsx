import { type Context, Hono } from 'hono';
import { refOf } from '../../../../../shared/domain/link.ts';
import { seesAll } from '../../../../../shared/domain/scope.ts';
import { errorsFromRefusal, noErrors } from '../../../forms/field-errors.ts';
import { type AskedOfList, readAsked } from '../../../forms/filter-form.ts';
import { emptyForm } from '../../../forms/posted-form.ts';
import { type Chosen, chosenField, readSeveral } from '../../../forms/several-form.ts';
import { gatherList, type Listed } from '../../../gather-list.ts';
import { changeMany, mostAtOnce, type Weighed, weighMany } from '../../../moves/change-many.ts';
import { deskAt } from '../../seen.tsx';
import type { Site } from '../../site.tsx';
import { showChangeMade } from './change-made.tsx';
import { changeNamed } from './changes.ts';
import { showCheckChange } from './check-change.tsx';
import { severalHref, showChooseSeveral } from './choose-several.tsx';
import { type OnItsWay, showFillChange } from './fill-change.tsx';

const address = '/recommendations/change';

/**
 * Changes several recommendations of a list at once: choose them, say what, look at what would come of it, and have each changed by the
 * same move as on its own page. Only the last step writes; sent again after it was interrupted it does what is left.
 */
export const changeSeveralPages = (site: Site): Hono =>
  new Hono()
    .get(address, async (c) => {
      const at = await listAt(c, site);
      return showChooseSeveral(c, site, at, { form: emptyForm, errors: noErrors, chosen: [] });
    })
    .post(address, async (c) => {
      const at = await listAt(c, site);
      const { form, chosen: sent } = await readSeveral(c);
      const chosen = seesAll(site.person.scope) ? sent : onTheirList(sent, at);
      const step = form.get('step');
      const change = changeNamed(form.get('change'));
      const all = form.get('which') === 'all' && step === 'choose' ? found(at.listed) : chosen;
      const wrong = whatIsWrong(all, change !== undefined);
      if (wrong || !change) {
        const errors = wrong ?? noErrors;
        return showChooseSeveral(c, site, at, { form, errors, chosen });
      }
      const way: OnItsWay = { change, chosen: all, form, action: severalHref(at.asked) };
      return step === 'choose'
        ? showFillChange(c, site, { ...way, form: emptyForm }, at.listed, noErrors)
        : decided(c, site, way, at.listed, step);
    });

// Whoever is limited may have sent anything; what is not on their list is passed over like what does not exist.
function onTheirList(sent: readonly Chosen[], { listed }: At): Chosen[] {
  const theirs = new Set(listed.rows.map(refOf));
  return sent.filter((of) => theirs.has(refOf(of)));
}

type At = { asked: AskedOfList; listed: Listed };

async function listAt(c: Context, site: Site): Promise<At> {
  const asked = readAsked(new URL(c.req.url).searchParams);
  return { asked, listed: await gatherList(site, asked.filter) };
}

const found = ({ found: rows }: Listed): Chosen[] =>
  rows.map(({ row: { caseId, number } }) => ({ caseId, number }));

function whatIsWrong(chosen: readonly Chosen[], isKnown: boolean) {
  const none = chosen.length === 0 ? 'Tick at least one recommendation' : undefined;
  const many =
    chosen.length > mostAtOnce ? `Choose ${mostAtOnce} recommendations or fewer at once` : undefined;
  const errors = {
    ...(none ? { [chosenField]: { message: none } } : {}),
    ...(many ? { which: { message: many } } : {}),
    ...(isKnown ? {} : { change: { message: 'Choose what is done with them' } }),
  };
  return Object.keys(errors).length > 0 ? errors : undefined;
}

async function decided(c: Context, site: Site, way: OnItsWay, listed: Listed, step: string) {
  const isChecked = step === 'check' && way.form.get('do') === 'save';
  if (step === 'check' && !isChecked) return showFillChange(c, site, way, listed, noErrors);
  const { value: move, errors } = way.change.read(way.form);
  if (errors) return showFillChange(c, site, way, listed, errors);
  if (isChecked) {
    const seen = way.chosen.map(({ seen = 0, ...of }) => ({ ...of, seen }));
    return showChangeMade(c, site, way, listed, await changeMany(deskAt(c, site), seen, move, site.log));
  }
  const weighed = await weighMany(site.desk, way.chosen, move);
  const onField = weighed.find(isAboutWhatWasTyped)?.refused;
  if (onField) return showFillChange(c, site, way, listed, errorsFromRefusal(onField));
  return showCheckChange(c, site, way, listed, weighed);
}

// What is wrong with the person or board chosen is wrong for every recommendation, and is put right in its box.
const isAboutWhatWasTyped = ({ refused }: Weighed): boolean =>
  refused?.field !== undefined && !refused.refused.startsWith('already-');
