import type { Child } from 'hono/jsx';
import { aboutInWords, type Named } from '../../../shared/domain/about-in-words.ts';
import { inWords } from '../../../shared/domain/day.ts';
import {
  actionOn,
  type Exception,
  exceptionKinds,
  isSaid,
  whatToDo,
} from '../../../shared/domain/exception.ts';
import { allOfKindPath, type Gathered, gatherByKind } from '../../../shared/domain/exception-groups.ts';
import { mailsNamed } from '../../../shared/store/mails-named.ts';
import type { Table as Store } from '../../../shared/store/table.ts';
import { ActionLink } from '../components/actions.tsx';
import { Table } from '../components/table.tsx';
import { exceptionsInSight } from '../gate/in-sight.ts';
import { casesNamed, contactsNamed, recommendationHref } from './names.ts';
import type { Site } from './site.tsx';
import { dayOf } from './time-words.ts';

export type ExceptionsNamed = Named & { exceptions: readonly Exception[] };

type Open = ExceptionsNamed & Pick<Gathered<Exception>, 'more'> & { count: number };

/**
 * The open exceptions with the records they speak of, the first few of each kind and how many there are besides: what owners said, which is
 * nothing wrong and waits for an answer, and the others.
 */
export async function openExceptions(site: Site): Promise<{ said: Open; wrong: Open }> {
  const all = await exceptionsInSight(site);
  const { shown, more } = gatherByKind(all, ({ kind }) => kind);
  const named = await nameAll(site.table, shown);
  const those = (belongs: (each: Pick<Exception, 'kind'>) => boolean): Open => ({
    ...named,
    exceptions: shown.filter(belongs),
    more: more.filter(belongs),
    count: all.filter(belongs).length,
  });
  return { said: those(isSaid), wrong: those((each) => !isSaid(each)) };
}

/** Some exceptions with the records they speak of. */
export async function nameAll(table: Store, exceptions: readonly Exception[]): Promise<ExceptionsNamed> {
  const mails = await mailsNamed(
    table,
    exceptions.map(({ mailId }) => mailId),
  );
  const reminded = [...mails.values()].flatMap(({ lines }) => lines);
  const [cases, contacts] = await Promise.all([
    casesNamed(
      table,
      [...exceptions, ...reminded].map(({ caseId }) => caseId),
    ),
    contactsNamed(
      table,
      exceptions.map(({ contactId }) => contactId),
    ),
  ]);
  return { exceptions, cases, contacts, mails };
}

const columnsFor = (isOfOwners: boolean) => [
  { text: isOfOwners ? 'What they say' : 'What is wrong' },
  { text: 'About' },
  { text: 'Since' },
  { text: 'What to do' },
];

/** What owners said that waits for staff. It comes first: an owner has done their part. */
export const OwnersWait = (said: Open) => (
  <Section id="owners-wait" title="Owners wait for your answer" {...said} />
);

/** What no mail will see to, each with the one thing to do about it; nothing at all where there is none. */
export const Exceptions = (wrong: Open) => <Section id="exceptions" title="Exceptions" {...wrong} />;

const Section = ({ id, title, more, count, ...shown }: Open & { id: string; title: string }) =>
  count === 0 ? null : (
    <section class="tracker-exceptions" id={id}>
      <ExceptionTable caption={`${title} (${count})`} {...shown} />
      {more.map((rest) => (
        <p class="govuk-body">
          <a class="govuk-link" href={allOfKindPath(rest.kind)}>
            {`And ${rest.count} more: ${exceptionKinds[rest.kind]}`}
          </a>
        </p>
      ))}
    </section>
  );

/** Some exceptions in the order given, each with the one thing to do about it. */
export const ExceptionTable = ({ caption, exceptions, ...named }: ExceptionsNamed & { caption: string }) => (
  <Table
    caption={caption}
    captionSize="m"
    firstCellIsHeader
    columns={columnsFor(exceptions.length > 0 && exceptions.every(isSaid))}
    rows={exceptions.map((each) => [
      <>
        {exceptionKinds[each.kind]}
        <span class="tracker-under">{whatToDo(each, named.contacts.get(each.contactId ?? ''))}</span>
      </>,
      aboutWhat(each, named),
      <span class="tracker-one-line">{inWords(dayOf(each.raisedAt))}</span>,
      <ActionLink action={actionFor(each, named)} />,
    ])}
  />
);

/** What an exception is about, linked where there is a page of it. */
export function aboutWhat(each: Exception, named: Named): Child {
  const { caseId, number, mailId } = each;
  const words = aboutInWords(each, named);
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

function actionFor(each: Exception, named: Named) {
  const { text, path } = actionOn(each);
  return { text, href: path, of: `for ${aboutInWords(each, named)}` };
}
