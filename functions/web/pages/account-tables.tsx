import type { Child } from 'hono/jsx';
import type { Account } from '../../../shared/domain/account.ts';
import {
  accountInWords,
  type Behind,
  explainedInWords,
  type Figure,
  type Sum,
} from '../../../shared/domain/account-words.ts';
import { allOfKindPath } from '../../../shared/domain/exception-groups.ts';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';

/** Whether a run that has ended explains everything it met: the line a busy reader needs. */
export const Explained = ({ account }: { account: Account }) => (
  <p class="govuk-body">
    {account.unexplained === 0 ? (
      explainedInWords(account)
    ) : (
      <Tag colour="red">{explainedInWords(account)}</Tag>
    )}
  </p>
);

/**
 * Each sum of an account with the figures it is made of, each leading to what it counts where that can be shown; figures that are none are
 * left out. An account keeps numbers, so what was left out is shown as it stands now.
 */
export const AccountTables = ({ account }: { account: Account }) => (
  <>
    <p class="govuk-body">
      An account keeps figures, and its mails. What it says was left out or waited is shown as it stands now,
      which may be other than it was then.
    </p>
    {accountInWords(account).map((sum) =>
      rowsOf(sum, account).length > 0 ? (
        <Table
          caption={`${sum.title}: ${sum.count}`}
          captionSize="m"
          firstCellIsHeader
          columns={[{ text: 'What became of them' }, { text: 'How many', numeric: true }]}
          rows={rowsOf(sum, account)}
        />
      ) : (
        <p class="govuk-body">{sum.title}: none.</p>
      ),
    )}
  </>
);

const rowsOf = ({ parts, unexplained }: Sum, account: Account): Child[][] => [
  ...parts
    .filter(({ count }) => count !== 0)
    .map((part) => [<FigureWords figure={part} account={account} />, String(part.count)]),
  ...(unexplained === 0 ? [] : [[<Tag colour="red">Not accounted for</Tag>, String(unexplained)]]),
];

const FigureWords = ({ figure, account }: { figure: Figure; account: Account }) => {
  const link = linkTo(figure, account);
  if (!link) return <>{upperFirst(figure.words)}</>;
  return (
    <>
      {upperFirst(figure.words)}.{' '}
      <a class="govuk-link" href={link.href}>
        {link.text}
        <span class="govuk-visually-hidden">{`: ${figure.words}`}</span>
      </a>
    </>
  );
};

const toExceptions = { text: 'See the exceptions', href: '/#exceptions' };
const toTonight = { text: 'See what waits now', href: '/tonight' };

const leftNow: Record<Extract<Behind, { left: string }>['left'], typeof toTonight> = {
  'no-owner': { text: 'See which have no owner now', href: allOfKindPath('no-owner') },
  'owner-unreachable': toExceptions,
  held: { text: 'See what is held back now', href: '/tonight#held' },
};

function linkTo({ behind, look }: Figure, { id }: Account): typeof toTonight | undefined {
  if (!behind) return look ? toExceptions : undefined;
  if ('left' in behind) return leftNow[behind.left];
  if ('waiting' in behind) return toTonight;
  const run = `/nights/${encodeURIComponent(id)}`;
  return behind.mails === 'all'
    ? { text: 'See its mails', href: `${run}#mails` }
    : { text: 'See which', href: `${run}?mails=${behind.mails}#mails` };
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
