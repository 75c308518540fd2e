import { type Context, Hono } from 'hono';
import { type ListImport, listStages } from '../../../../shared/domain/list-import.ts';
import { isRefusal, type Refusal } from '../../../../shared/domain/refusal.ts';
import { csvRows } from '../../../../shared/extract/list/csv-rows.ts';
import { readList } from '../../../../shared/extract/list/read-list.ts';
import { listHeader, listLine } from '../../../../shared/extract/list/write-list.ts';
import { latestImports } from '../../../../shared/store/list-imports.ts';
import { Button } from '../../components/button.tsx';
import { ButtonLink } from '../../components/button-link.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { FileUpload } from '../../components/file-upload.tsx';
import { Table } from '../../components/table.tsx';
import { FormProof } from '../../forms/form-proof.tsx';
import { readListForm, type SentList } from '../../forms/list-form.ts';
import { listedCells } from '../../list-cells.ts';
import { sendList } from '../../moves/list/send-list.ts';
import { statusOf } from '../../refused.ts';
import { deskAt } from '../seen.tsx';
import { type Site, show } from '../site.tsx';
import { momentInWords } from '../time-words.ts';
import { showColumns } from './choose-columns.tsx';

const address = '/lists';

// Spreadsheets on Windows take a file for UTF-8 only when it begins so.
const byteOrderMark = '\ufeff';

/** Lists out, as a file for a spreadsheet, and in: sent here, checked and confirmed on a page of its own. */
export const listsPages = (site: Site): Hono =>
  new Hono()
    .get(address, (c) => showLists(c, site))
    .get(`${address}/recommendations.csv`, async (c) => {
      const lines = await Array.fromAsync(listedCells(site.table), listLine);
      c.header('content-disposition', 'attachment; filename="recommendations.csv"');
      return c.body(`${byteOrderMark}${listHeader()}${lines.join('')}`, 200, {
        'content-type': 'text/csv; charset=utf-8',
      });
    })
    .post(address, async (c) => {
      const sent = await readListForm(c);
      const read = readList(sent.text, sent.mapping);
      if (isRefusal(read)) return showRefusedList(c, site, sent, read);
      const list = await sendList(deskAt(c, site), sent.name, read);
      return isRefusal(list) ? showLists(c, site, list) : c.redirect(`${address}/${list.id}`, 303);
    });

/** A list with columns of its own is asked which of them hold what; anything else is said where the list was chosen. */
function showRefusedList(c: Context, site: Site, sent: SentList, refused: Refusal) {
  const isAboutColumns = ['unknown-columns', 'invalid-mapping'].includes(refused.refused);
  const rows = isAboutColumns ? csvRows(sent.text) : refused;
  return isRefusal(rows)
    ? showLists(c, site, refused)
    : showColumns(c, site, {
        sent,
        header: rows.header,
        refused: sent.mapping ? refused : undefined,
        action: address,
      });
}

async function showLists(c: Context, site: Site, refused?: Refusal) {
  const lists = await latestImports(site.table);
  return show(
    c,
    site,
    {
      title: 'Lists',
      current: '/cases',
      backLink: { href: '/cases' },
      hasErrors: refused !== undefined,
      children: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <ErrorSummary errors={refused ? [{ message: refused.message, href: '#file' }] : []} />
            <h1 class="govuk-heading-l">Lists</h1>
            <ListOut />
            <ListIn site={site} error={refused?.message} />
            {lists.length > 0 && <SentLists lists={lists} />}
          </div>
        </div>
      ),
    },
    refused ? statusOf(refused) : 200,
  );
}

const ListOut = () => (
  <>
    <h2 class="govuk-heading-m">Take a list out</h2>
    <p class="govuk-body">
      Every recommendation on a line of its own, with its case, its response and its promises, for a
      spreadsheet. The same list can be taken in again.
    </p>
    <ButtonLink href={`${address}/recommendations.csv`} variant="secondary">
      Save the list
    </ButtonLink>
  </>
);

const ListIn = ({ site, error }: { site: Site; error: string | undefined }) => (
  <>
    <h2 class="govuk-heading-m">Take a list in</h2>
    <p class="govuk-body">
      You see what would become of each line before anything is recorded, and nobody is mailed about a day
      gone by. Sending the same list again changes nothing.
    </p>
    <form method="post" action={address} enctype="multipart/form-data" novalidate>
      <FormProof site={site} />
      <FileUpload
        name="file"
        label="List"
        labelSize="s"
        hint="A comma-separated file (CSV) of up to 1.5 MB: our own list, the public one of the IOPC’s pages, or any other"
        accept={['.csv', 'text/csv']}
        error={error}
      />
      <Button>Continue</Button>
    </form>
  </>
);

const SentLists = ({ lists }: { lists: readonly ListImport[] }) => (
  <Table
    caption="Lists sent last"
    columns={[{ text: 'List' }, { text: 'Sent' }, { text: 'How far it is' }]}
    firstCellIsHeader
    rows={lists.map(({ id, name, at, stage }) => [
      <a class="govuk-link" href={`${address}/${id}`}>
        {name}
      </a>,
      momentInWords(at),
      listStages[stage],
    ])}
  />
);
