import type { Child } from 'hono/jsx';

/** The parts of a long page by their ids, with what else belongs beside them. */
export const Contents = ({
  parts,
  children,
}: {
  parts: Readonly<Record<string, string>>;
  children?: Child;
}) => (
  <nav class="tracker-contents" aria-label="Contents">
    <h2 class="govuk-heading-s">Contents</h2>
    <ul class="govuk-list tracker-contents__list">
      {Object.entries(parts).map(([id, words]) => (
        <li>
          <a class="govuk-link" href={`#${id}`}>
            {words}
          </a>
        </li>
      ))}
    </ul>
    {children}
  </nav>
);
