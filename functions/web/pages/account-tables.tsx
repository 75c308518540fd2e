import type { Child } from 'hono/jsx';
import type { Account } from '../../../shared/domain/account.ts';
import {
  accountInWords,
  explainedInWords,
  type Figure,
  type Sum,
} from '../../../shared/domain/account-words.ts';
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

/** Each sum of an account with the figures it is made of; figures that are none are left out. */
export const AccountTables = ({ account }: { account: Account }) => (
  <>
    {accountInWords(account).map((sum) =>
      rowsOf(sum).length > 0 ? (
        <Table
          caption={`${sum.title}: ${sum.count}`}
          captionSize="m"
          firstCellIsHeader
          columns={[{ text: 'What became of them' }, { text: 'How many', numeric: true }]}
          rows={rowsOf(sum)}
        />
      ) : (
        <p class="govuk-body">{sum.title}: none.</p>
      ),
    )}
  </>
);

const rowsOf = ({ parts, unexplained }: Sum): Child[][] => [
  ...parts.filter(({ count }) => count !== 0).map((part) => [wordsOf(part), String(part.count)]),
  ...(unexplained === 0 ? [] : [[<Tag colour="red">Not accounted for</Tag>, String(unexplained)]]),
];

/** A figure that somebody has to look into leads to where it says which they are. */
const wordsOf = ({ words, look }: Figure): Child =>
  look ? (
    <>
      {upperFirst(words)}.{' '}
      <a class="govuk-link" href="/#exceptions">
        See the exceptions
      </a>
    </>
  ) : (
    upperFirst(words)
  );

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
