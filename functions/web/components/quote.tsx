import type { Child } from 'hono/jsx';

export type QuoteProps = {
  /** Whose words, and from when: "Northshire Police, response of 20 November 2020". */
  source?: Child;
  children: Child;
};

/** Somebody's own words, kept as they were written, line breaks included. */
export const Quote = (props: QuoteProps) => (
  <figure class="tracker-quote">
    <blockquote class="tracker-quote__words">{props.children}</blockquote>
    {props.source && <figcaption class="tracker-quote__source">{props.source}</figcaption>}
  </figure>
);
