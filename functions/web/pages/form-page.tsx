import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { type FieldErrors, type FieldPlace, summaryOf } from '../forms/field-errors.ts';
import { FormProof } from '../forms/form-proof.tsx';
import type { Person } from '../gate/person.ts';
import type { SectionHref } from '../layout.tsx';
import { Seen } from './seen.tsx';
import { type Front, show } from './site.tsx';

export type FormPage = {
  title: string;
  /** What the form is about, over the title. */
  caption?: string;
  /** The section of the menu it belongs to, if any. */
  current?: SectionHref | undefined;
  back: string;
  /** Where it posts to. */
  action: string;
  /** How it posts: with files, or much text, in parts. */
  enctype?: 'multipart/form-data';
  /** The fields in the order of the page. */
  fields: readonly FieldPlace[];
  errors: FieldErrors;
  status: 200 | 404 | 409 | 422;
  /** Above the form: what it is about. */
  intro?: Child;
  children: Child;
};

/** A page with one form; when something is wrong with it, a summary at the top leads to each field. */
export function showForm(c: Context, site: Front & { person: Person }, page: FormPage) {
  const problems = summaryOf(page.errors, page.fields);
  return show(
    c,
    site,
    {
      title: page.title,
      current: page.current,
      backLink: { href: page.back },
      hasErrors: problems.length > 0,
      children: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <ErrorSummary errors={problems} />
            {page.caption && <span class="govuk-caption-l">{page.caption}</span>}
            <h1 class="govuk-heading-l">{page.title}</h1>
            {page.intro}
            <form method="post" action={page.action} enctype={page.enctype} novalidate>
              <FormProof site={site} />
              <Seen c={c} />
              {page.children}
            </form>
          </div>
        </div>
      ),
    },
    page.status,
  );
}
