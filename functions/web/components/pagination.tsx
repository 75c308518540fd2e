import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

/** `label` says in a few words what is there ("Cases made before 3 March 2021"). */
export type PageLink = { href: string; text?: string; label?: string };

export type PaginationProps = {
  previous?: PageLink | undefined;
  next?: PageLink | undefined;
  /** Names the landmark when a page has more than one list. */
  name?: string;
};

/** Earlier and later, not page numbers: lists are read by cursor. Nothing at all when everything is on one page. */
export const Pagination = (props: PaginationProps) =>
  props.previous || props.next ? (
    <nav class="govuk-pagination govuk-pagination--block" aria-label={props.name ?? 'Pagination'}>
      {props.previous && (
        <Step link={props.previous} direction="prev" fallback={<Fallback word="Previous" />} />
      )}
      {props.next && <Step link={props.next} direction="next" fallback={<Fallback word="Next" />} />}
    </nav>
  ) : null;

const Fallback = ({ word }: { word: string }) => (
  <>
    {word}
    <span class="govuk-visually-hidden"> page</span>
  </>
);

const ARROW = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
};

const Step = ({
  link,
  direction,
  fallback,
}: {
  link: PageLink;
  direction: 'prev' | 'next';
  fallback: Child;
}) => (
  <div class={`govuk-pagination__${direction}`}>
    <a class="govuk-link govuk-pagination__link" href={link.href} rel={direction}>
      <svg
        class={`govuk-pagination__icon govuk-pagination__icon--${direction}`}
        xmlns="http://www.w3.org/2000/svg"
        height="13"
        width="15"
        aria-hidden="true"
        focusable="false"
        viewBox="0 0 15 13"
      >
        <path d={ARROW[direction]} />
      </svg>{' '}
      <span
        class={classNames(
          'govuk-pagination__link-title',
          !link.label && 'govuk-pagination__link-title--decorated',
        )}
      >
        {link.text ?? fallback}
      </span>
      {link.label && (
        <>
          <span class="govuk-visually-hidden">:</span>{' '}
          <span class="govuk-pagination__link-label">{link.label}</span>
        </>
      )}
    </a>
  </div>
);
