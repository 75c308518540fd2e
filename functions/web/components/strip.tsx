import type { Child } from 'hono/jsx';

export type StripProps = {
  /** The word in the black box: "Practice". */
  label: string;
  /** One sentence: "The date here is Tuesday 24 November 2020." */
  text: Child;
  /** Forms with buttons (class `tracker-strip__button`) or links. */
  children?: Child;
};

/** The strip across the very top of a page that is not the real thing. */
export const Strip = (props: StripProps) => (
  <section class="tracker-strip" aria-label={props.label}>
    <div class="tracker-strip__inner govuk-width-container">
      <p class="tracker-strip__text">
        <strong class="tracker-strip__label">{props.label}</strong> {props.text}
      </p>
      {props.children && <div class="tracker-strip__actions">{props.children}</div>}
    </div>
  </section>
);
