import type { Child } from 'hono/jsx';
import { inWords } from '../../../shared/domain/day.ts';
import { type Exception, type ExceptionKind, exceptionKinds } from '../../../shared/domain/exception.ts';
import { listExceptions } from '../../../shared/store/lists.ts';
import type { Table as Store } from '../../../shared/store/table.ts';
import { ActionLink } from '../components/actions.tsx';
import { Table } from '../components/table.tsx';
import {
  type Cases,
  type Contacts,
  casesNamed,
  contactsNamed,
  personInWords,
  recommendationHref,
} from './names.ts';
import { dayOf } from './time-words.ts';

/** What somebody can do about each kind. */
const whatToDo: Record<ExceptionKind, string> = {
  'no-owner': 'Choose somebody who answers for it.',
  bounced: 'Choose another owner for what they own, or find out whether the address works again.',
  complained: 'Ask them whether they still want to be reminded, or choose another owner.',
  'not-delivered': 'Tell them in another way what the mail says.',
  refused: 'Look at the mail for the reason, and tell them in another way what it says.',
  'needs-human': 'Ask them whether the mail came.',
  unconfirmed: 'Ask them whether the mail came.',
};

export type ExceptionsNamed = { exceptions: readonly Exception[]; cases: Cases; contacts: Contacts };

/** Every open exception with the records it speaks of. */
export const openExceptions = async (table: Store): Promise<ExceptionsNamed> =>
  nameAll(table, await listExceptions(table));

/** Some exceptions with the records they speak of. */
export async function nameAll(table: Store, exceptions: readonly Exception[]): Promise<ExceptionsNamed> {
  const [cases, contacts] = await Promise.all([
    casesNamed(
      table,
      exceptions.map(({ caseId }) => caseId),
    ),
    contactsNamed(
      table,
      exceptions.map(({ contactId }) => contactId),
    ),
  ]);
  return { exceptions, cases, contacts };
}

const columns = [{ text: 'What is wrong' }, { text: 'About' }, { text: 'Since' }, { text: 'What to do' }];

/** What no mail will see to, each with the one thing to do about it; nothing at all where there is none. */
export const Exceptions = ({ exceptions, cases, contacts }: ExceptionsNamed) =>
  exceptions.length === 0 ? null : (
    <section class="tracker-exceptions" id="exceptions">
      <Table
        caption={`Exceptions (${exceptions.length})`}
        captionSize="m"
        firstCellIsHeader
        columns={columns}
        rows={exceptions.map((each) => [
          <>
            {exceptionKinds[each.kind]}
            <span class="tracker-under">{whatToDo[each.kind]}</span>
          </>,
          aboutWhat(each, cases, contacts),
          <span class="tracker-one-line">{inWords(dayOf(each.raisedAt))}</span>,
          <ActionLink action={actionFor(each, cases, contacts)} />,
        ])}
      />
    </section>
  );

/** What an exception is about, linked where there is a page of it. */
export function aboutWhat(each: Exception, cases: Cases, contacts: Contacts): Child {
  const { caseId, number, mailId } = each;
  const words = aboutInWords(each, cases, contacts);
  if (caseId !== undefined && number !== undefined)
    return (
      <a class="govuk-link" href={recommendationHref({ caseId, number })}>
        {words}
      </a>
    );
  return mailId ? (
    <a class="govuk-link" href={`/mails/${mailId}`}>
      {words}
    </a>
  ) : (
    words
  );
}

function aboutInWords({ caseId, number, contactId, mailId }: Exception, cases: Cases, contacts: Contacts) {
  if (caseId !== undefined) return `${cases.get(caseId)?.reference ?? caseId} recommendation ${number}`;
  const person = contacts.get(contactId ?? '');
  const words = person ? personInWords(person) : 'Somebody no longer among the contacts';
  return mailId ? `Mail to ${words}` : words;
}

function actionFor(each: Exception, cases: Cases, contacts: Contacts) {
  const of = `for ${aboutInWords(each, cases, contacts)}`;
  const { caseId, number } = each;
  return each.kind === 'no-owner' && caseId !== undefined && number !== undefined
    ? { text: 'Choose an owner', href: `${recommendationHref({ caseId, number })}/owner`, of }
    : { text: 'Clear', href: `/exceptions/${each.id}/clear`, of };
}
