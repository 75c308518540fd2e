import type { Context } from 'hono';
import { inWords } from '../../../../shared/domain/day.ts';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { InsetText } from '../../components/inset-text.tsx';
import { summaryOf } from '../../forms/field-errors.ts';
import { type Site, show } from '../site.tsx';
import { Ahead, Notes, Risks } from './paper-ahead.tsx';
import { type AskedDay, asAtFields } from './paper-as-at.ts';
import { PaperControls } from './paper-controls.tsx';
import { EachBoard, Performance } from './paper-figures.tsx';
import { Items } from './paper-items.tsx';
import { paperHref, paperTitle } from './paper-names.ts';
import { Asked, PaperHead, Purpose, Summary } from './paper-opening.tsx';
import { mostRead, type PaperRead } from './read-paper.ts';

/** A paper as a page, which is what is printed as well. */
export function showPaper(c: Context, site: Site, read: PaperRead, asked: AskedDay) {
  const { board, asAt, paper, today } = read;
  const title = `${paperTitle(board)}, ${inWords(paper ? asAt : today)}`;
  const problems = summaryOf(asked.error ? { asAt: asked.error } : {}, asAtFields);
  return show(
    c,
    site,
    {
      title,
      current: '/boards',
      hasErrors: problems.length > 0,
      breadcrumbs: [
        { text: 'Boards', href: '/boards' },
        ...(board ? [{ text: board.name, href: `/boards/${board.id}` }] : []),
        { text: 'Paper' },
      ],
      children: (
        <article class="tracker-paper">
          <link rel="stylesheet" media="print" href={paperHref(board, paper ? asAt : today, 'paper.css')} />
          <ErrorSummary errors={problems} />
          <PaperHead read={read} organisation={site.organisation} />
          <PaperControls of={read} asked={asked} />
          <Purpose read={read} />
          {paper ? <Asked asks={paper.asks} /> : <OnlyFigures read={read} />}
          <Summary read={read} />
          <Performance counted={read.counted} asAt={paper ? asAt : today} />
          {!board && <EachBoard read={read} asAt={paper ? asAt : today} />}
          {paper && (
            <>
              <Items read={read} paper={paper} />
              <Risks paper={paper} />
              <Ahead paper={paper} />
              <Notes paper={paper} />
            </>
          )}
        </article>
      ),
    },
    problems.length > 0 ? 422 : 200,
  );
}

const OnlyFigures = ({ read: { recommendations, asAt, today } }: { read: PaperRead }) => (
  <InsetText>
    {`This is about ${recommendations} recommendations. Above ${mostRead} a paper gives its figures only${asAt === today ? '' : ', and only as at today'}. The paper of a single board gives the rest.`}
  </InsetText>
);
