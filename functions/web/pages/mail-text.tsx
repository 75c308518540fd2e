import type { Child } from 'hono/jsx';
import { Details } from '../components/details.tsx';
import { Quote } from '../components/quote.tsx';

/** The words of a mail, unfolded where somebody wants to read them. */
export const MailText = ({ summary, text }: { summary: Child; text: string }) => (
  <Details summary={summary}>
    <Quote>{text}</Quote>
    <p class="govuk-body">The laid-out part of the mail (HTML) says the same.</p>
  </Details>
);
