import type { Context } from 'hono';
import { type Day, inWords } from '../../../../shared/domain/day.ts';
import { type PageOf, pageOf } from '../../../../shared/domain/page-of.ts';
import { mostAtOnce, nameOfDue } from '../../../../shared/domain/retention-confirmed.ts';
import { contactOfDue, type Due, type DueNow } from '../../../../shared/domain/retention-due.ts';
import { sha256 } from '../../../../shared/store/digest.ts';
import { Button } from '../../components/button.tsx';
import { Pagination } from '../../components/pagination.tsx';
import { WarningText } from '../../components/warning-text.tsx';
import { FormProof } from '../../forms/form-proof.tsx';
import { type Contacts, contactsNamed } from '../names.ts';
import { counted } from '../recommendations/found-words.ts';
import { type Site, show } from '../site.tsx';
import { DueTable, dueInWords } from './due-table.tsx';
import { Rules } from './rules.tsx';

export const retentionPath = '/retention';
export const retentionTitle = 'What is kept, and for how long';

export const retentionCrumbs = [
  { text: 'Settings', href: '/settings' },
  { text: retentionTitle, href: retentionPath },
];

type Looked = DueNow & { on: Day };

/** What is due on a day, a page of it at a time, with the form that removes what the page shows; and the rules. */
export async function showDue(c: Context, site: Site, looked: Looked, asked: number) {
  const page = pageOf(looked.due, asked, mostAtOnce);
  const contacts = await contactsNamed(site.table, page.items.map(contactOfDue));
  return show(c, site, {
    title: retentionTitle,
    breadcrumbs: [retentionCrumbs[0]!, { text: retentionTitle }],
    children: (
      <>
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <h1 class="govuk-heading-l">{retentionTitle}</h1>
            <p class="govuk-body">
              What was recommended, promised and done is kept, with the proof of who was reminded. How to
              reach a person is kept no longer than somebody needs it: that goes when you say so here, after a
              look at it.
            </p>
            <h2 class="govuk-heading-m">{`Due on ${inWords(looked.on)}`}</h2>
            <p class="govuk-body">{saysDue(looked.due)}</p>
            <Others {...looked} />
          </div>
        </div>
        {page.total > 0 && <Shown site={site} on={looked.on} page={page} contacts={contacts} />}
        <Rules />
      </>
    ),
  });
}

const saysDue = (due: readonly Due[]): string => {
  if (due.length === 0) return 'Nothing is due to be removed.';
  const words = dueInWords(due);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}: their time is over, and nothing open needs them.`;
};

type ShownProps = { site: Site; on: Day; page: PageOf<Due>; contacts: Contacts };

const Shown = ({ site, on, page, contacts }: ShownProps) => (
  <>
    <DueTable
      caption={whichShown(page)}
      captionHidden={page.pages === 1}
      due={page.items}
      contacts={contacts}
    />
    <Pagination previous={linkTo(page, page.page - 1)} next={linkTo(page, page.page + 1)} />
    <form method="post" action={retentionPath} novalidate>
      <FormProof site={site} />
      <input type="hidden" name="on" value={on} />
      <input type="hidden" name="names" value={page.items.map((each) => nameOfDue(each, sha256)).join(' ')} />
      <WarningText>
        What is removed is gone for good. The history goes on saying that it was there, who removed it and
        when.
      </WarningText>
      <Button variant="warning">
        {page.items.length === 1 ? 'Remove this one' : `Remove these ${page.items.length}`}
      </Button>
    </form>
    <p class="govuk-body">
      Only what stands in the table goes, as it is now. If you signed in more than 15 minutes ago you sign in
      again first, and then press once more.
    </p>
  </>
);

const whichShown = ({ first, last, total, pages }: PageOf<Due>): string =>
  pages > 1 ? `${counted(first)} to ${counted(last)} of ${counted(total)} to be removed` : 'To be removed';

const linkTo = ({ pages }: PageOf<Due>, to: number) =>
  to >= 1 && to <= pages
    ? { href: `${retentionPath}?page=${to}`, label: `Page ${counted(to)} of ${counted(pages)}` }
    : undefined;

const Others = ({ needed, later }: DueNow) => {
  const sentences = [
    needed > 0 &&
      `${others(needed)} who left ${needed === 1 ? 'is' : 'are'} kept because something open needs them.`,
    later > 0 && `${others(later)} left, or ${later === 1 ? 'was' : 'were'} last written to, too recently.`,
  ];
  return needed + later > 0 ? <p class="govuk-body">{sentences.filter(Boolean).join(' ')}</p> : null;
};

const others = (count: number): string => `${counted(count)} ${count === 1 ? 'other' : 'others'}`;
