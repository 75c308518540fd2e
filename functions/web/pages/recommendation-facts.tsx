import { ageInWords } from '../../../shared/domain/age.ts';
import type { Board } from '../../../shared/domain/board.ts';
import { inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { linkKinds, recommendationOf } from '../../../shared/domain/link.ts';
import { ragRule, rags } from '../../../shared/domain/rag.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import type { CaseFile } from '../../../shared/store/case-file.ts';
import type { RecommendationView } from '../case-view.ts';
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx';
import { Tag } from '../components/tag.tsx';
import { inWordsOr } from './contact-facts.tsx';
import { linkedHref } from './linked-href.ts';
import { type Contacts, ownerTrouble, personInWords, recommendationHref } from './names.ts';
import type { Shown } from './recommendation-parts.tsx';

type Facts = { file: CaseFile; shown: Shown; board: Board | undefined };

/** Who a recommendation is for and who answers for it, how it stands by date, how old it is, and what it belongs with. */
export const RecommendationFacts = ({ file, shown, board }: Facts) => {
  const { view, contacts, today } = shown;
  const { recommendation } = view;
  const { madeOn } = file.learningCase;
  return (
    <SummaryList
      rows={[
        ...ownerRows(recommendation, contacts),
        ...boardRows(board, contacts),
        ...(recommendation.priority ? [{ key: 'Priority', value: priorities[recommendation.priority] }] : []),
        ...(recommendation.theme ? [{ key: 'Theme', value: recommendation.theme }] : []),
        ...ragRows(view),
        { key: 'Age', value: `${ageInWords(madeOn, today)}, made on ${inWordsWithWeekday(madeOn)}` },
        ...siblingRows(recommendation, file),
        ...linkRows(view),
      ]}
    />
  );
};

const ownerAction = ({ ownerId }: Recommendation) => (ownerId ? 'Change the owner' : 'Choose an owner');

function ownerRows(of: Recommendation, contacts: Contacts): SummaryRow[] {
  const owner = contacts.get(of.ownerId ?? '');
  const trouble = ownerTrouble(of.ownerId, contacts);
  return [
    { key: 'Addressed to', value: of.addressee },
    {
      key: 'Owner',
      value: trouble ? <Tag colour="magenta">{trouble}</Tag> : owner && personInWords(owner, contacts),
      actions: trouble ? [] : [{ text: ownerAction(of), href: `${recommendationHref(of)}/owner` }],
    },
  ];
}

function boardRows(board: Board | undefined, contacts: Contacts): SummaryRow[] {
  if (!board) return [];
  const link = (
    <a class="govuk-link" href={`/boards/${board.id}`}>
      {board.name}
    </a>
  );
  return [
    { key: 'Board', value: link },
    ...(board.chairId
      ? [{ key: 'Chair of the board', value: inWordsOr('None', board.chairId, contacts) }]
      : []),
  ];
}

const priorities = { high: 'High', medium: 'Medium', low: 'Low' } as const;

const ragRows = ({ rag }: RecommendationView): SummaryRow[] =>
  rag
    ? [
        {
          key: 'Red, amber or green',
          value: (
            <>
              <strong>{rags[rag]}</strong>
              <div class="govuk-hint govuk-!-margin-bottom-0">{ragRule}</div>
            </>
          ),
        },
      ]
    : [];

/** The same recommendation made to other bodies in this case. */
function siblingRows(of: Recommendation, { recommendations }: CaseFile): SummaryRow[] {
  if (of.group === undefined) return [];
  const siblings = recommendations
    .map(({ recommendation }) => recommendation)
    .filter(({ group, number }) => group === of.group && number !== of.number);
  return siblings.length > 0
    ? [{ key: 'Also made to', value: <Linked items={siblings.map(siblingLink)} /> }]
    : [];
}

const siblingLink = (each: Recommendation) => ({
  href: recommendationHref(each),
  text: `${each.addressee} (recommendation ${each.number})`,
  note: undefined,
});

function linkRows({ links }: RecommendationView): SummaryRow[] {
  if (links.length === 0) return [];
  const items = links.map((each) => ({
    href: linkedHref(each),
    text: `${linkKinds[each.kind]}: ${recommendationOf(each.ref) ? each.ref.replace('/', ' recommendation ') : each.ref}`,
    note: each.note,
  }));
  return [{ key: 'Linked to', value: <Linked items={items} /> }];
}

type Item = { href: string; text: string; note: string | undefined };

const Linked = ({ items }: { items: readonly Item[] }) => (
  <ul class="govuk-list govuk-!-margin-bottom-0">
    {items.map(({ href, text, note }) => (
      <li>
        <a class="govuk-link" href={href}>
          {text}
        </a>
        {note && <div class="govuk-hint govuk-!-margin-bottom-0 tracker-verbatim">{note}</div>}
      </li>
    ))}
  </ul>
);
