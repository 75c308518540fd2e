import type { Child } from 'hono/jsx';
import { inWords } from '../../../shared/domain/day.ts';
import {
  aboutInWords,
  actionOn,
  type Exception,
  exceptionKinds,
  whatToDo,
} from '../../../shared/domain/exception.ts';
import { listExceptions } from '../../../shared/store/lists.ts';
import type { Table as Store } from '../../../shared/store/table.ts';
import { ActionLink } from '../components/actions.tsx';
import { Table } from '../components/table.tsx';
import { type Cases, type Contacts, casesNamed, contactsNamed, recommendationHref } from './names.ts';
import { dayOf } from './time-words.ts';

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
  const href = mailId ? `/mails/${mailId}` : `/contacts/${each.contactId}`;
  return (
    <a class="govuk-link" href={href}>
      {words}
    </a>
  );
}

function actionFor(each: Exception, cases: Cases, contacts: Contacts) {
  const { text, path } = actionOn(each);
  return { text, href: path, of: `for ${aboutInWords(each, cases, contacts)}` };
}
