import { type Context, Hono } from 'hono';
import type { AuditEvent, Move } from '../../../shared/domain/audit-event.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { today as todayOf } from '../../../shared/runtime/clock.ts';
import { historyOf } from '../../../shared/store/audit.ts';
import { chainKey } from '../../../shared/store/chain-keys.ts';
import { read } from '../../../shared/store/read.ts';
import { readCalendar } from '../../../shared/store/stage-plans.ts';
import { viewRecommendation } from '../case-view.ts';
import { Button } from '../components/button.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { FormProof, onceField, tokenField } from '../forms/form-proof.tsx';
import { seenField } from '../forms/seen-field.ts';
import { findByAddress } from './addressed.ts';
import { enteredRows } from './entered-rows.tsx';
import { MovesMade, namedIn } from './full-history.tsx';
import { contactsNamed, recommendationHref } from './names.ts';
import { type Site, show } from './site.tsx';
import { whatHappensNext } from './what-next.ts';

/** Moves beside which any other can be made: they take nothing away from it. */
const besides: readonly Move[] = [
  'add-evidence',
  'link',
  'unlink',
  'nudge',
  'acknowledge',
  'report-progress',
];

type Of = { caseId: string; number: number };

/**
 * Two people at one recommendation: a form brings back how long its history was when it was opened. What somebody else has done since is
 * not overwritten: whoever comes second sees what they entered and what is there now, side by side, and decides. The store refuses what
 * comes between this look and the save.
 */
export const twoAtOnce = (site: Site): Hono =>
  new Hono().use('/cases/:caseId/recommendations/:number/*', async (c, next) => {
    const { caseId = '', number = '' } = c.req.param();
    if (!/^(?!0+$)\d{1,3}$/.test(number)) return next();
    const of = { caseId, number: Number(number) };
    const length = await lengthOf(site, of);
    if (c.req.method !== 'POST') {
      c.set('seen', length);
      return next();
    }
    const posted = await postedOn(c);
    const seen = Number(posted[seenField] || Number.NaN);
    if (!Number.isInteger(seen)) return next();
    if (await changedSince(site, of, seen, length)) return showBoth(c, site, { of, seen, posted });
    c.set('seen', length);
    await next();
    if (c.res.status >= 400 && (await lengthOf(site, of)) !== length)
      c.res = await showBoth(c, site, { of, seen: length, posted });
  });

const lengthOf = async ({ table }: Site, of: Of): Promise<number> =>
  (await read(table, 'chain', chainKey(of)))?.length ?? 0;

const eventsSince = async ({ table }: Site, of: Of, seen: number): Promise<AuditEvent[]> =>
  (await historyOf(table, chainKey(of))).events.filter(({ position }) => position > seen);

const changedSince = async (site: Site, of: Of, seen: number, length: number): Promise<boolean> =>
  seen !== length && (await eventsSince(site, of, seen)).some(({ move }) => !besides.includes(move));

type Posted = Readonly<Record<string, string>>;

// A file is no form in which somebody decides.
async function postedOn(c: Context): Promise<Posted> {
  if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) return {};
  const posted = await c.req.parseBody().catch(() => ({}));
  return Object.fromEntries(
    Object.entries(posted).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

type Both = { of: Of; seen: number; posted: Posted };

// A form of its own: what it was shown with is not the proof of this one.
const withoutProof = ({ [tokenField]: _, [onceField]: __, ...entered }: Posted): Posted => entered;

async function showBoth(c: Context, site: Site, { of, seen, posted }: Both): Promise<Response> {
  const found = await findByAddress(site.table, { caseId: of.caseId, number: String(of.number) });
  if (isRefusal(found)) throw new Error('What was changed meanwhile cannot be gone');
  const { file, entry } = found;
  const events = await eventsSince(site, of, seen);
  const ids = [...namedIn({ events }), entry.recommendation.ownerId, posted.ownerId];
  const contacts = await contactsNamed(site.table, ids);
  const today = todayOf(site.clock);
  const view = viewRecommendation(entry, today, await readCalendar(site.table, site.holidays));
  const title = 'This was changed while you were at it';
  return show(
    c,
    site,
    {
      title,
      current: '/cases',
      children: (
        <>
          <span class="govuk-caption-l">{`${file.learningCase.reference} recommendation ${of.number}`}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body">What you entered has not been saved. Look at both, then decide.</p>
          <h2 class="govuk-heading-m">What is there now</h2>
          <p class="govuk-body">{whatHappensNext(view, contacts, today)}</p>
          <MovesMade caption="What was changed meanwhile" events={events} contacts={contacts} />
          <h2 class="govuk-heading-m">What you entered</h2>
          <SummaryList rows={enteredRows(withoutProof(posted), contacts)} />
          <form method="post" action={c.req.path} novalidate>
            <FormProof site={site} />
            {Object.entries({
              ...withoutProof(posted),
              [seenField]: String(events.at(-1)?.position ?? seen),
            }).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <div class="govuk-button-group">
              <Button>Save what you entered all the same</Button>
              <a class="govuk-link" href={recommendationHref(entry.recommendation)}>
                Leave what is there now
              </a>
            </div>
          </form>
        </>
      ),
    },
    409,
  );
}
