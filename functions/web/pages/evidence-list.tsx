import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { inWords } from '../../../shared/domain/day.ts';
import type { Evidence } from '../../../shared/domain/evidence.ts';
import { fileTypes } from '../../../shared/domain/evidence-type.ts';
import { sizeInWords } from '../../../shared/domain/file-name.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { Table } from '../components/table.tsx';
import { noSuchFile } from '../moves/add-evidence.ts';
import { findByAddress } from './addressed.ts';
import { evidenceAddress } from './evidence-address.ts';
import { LongText } from './long-text.tsx';
import { recommendationHref } from './names.ts';
import { showRefusal, toCases } from './notice-page.tsx';
import type { Site } from './site.tsx';

/** Saves a file of evidence to the reader's disk: the store is told to send it as an attachment, so nothing of it is ever shown here. */
export const evidenceFilePages = (site: Site): Hono =>
  new Hono().get(`${evidenceAddress}/:id`, async (c) => {
    const found = await findByAddress(site.table, c.req.param());
    if (isRefusal(found)) return showRefusal(c, site, found, toCases);
    const file = found.entry.evidence.find(({ id }) => id === c.req.param('id'));
    if (file?.kind !== 'file') return showRefusal(c, site, noSuchFile, toCases);
    return c.redirect(await site.files.signDownload(file), 302);
  });

/** What proves that something was done on a recommendation. */
export const EvidenceList = ({ evidence }: { evidence: readonly Evidence[] }) =>
  evidence.length === 0 ? (
    <p class="govuk-body">No evidence has been added.</p>
  ) : (
    <Table
      caption="Evidence"
      captionHidden
      columns={[{ text: 'Evidence' }, { text: 'Added' }, { text: 'Who' }]}
      rows={evidence.map((each) => [<Item of={each} />, inWords(each.addedOn), each.addedBy])}
    />
  );

const Item = ({ of }: { of: Evidence }) => {
  if (of.kind === 'text') return <LongText text={of.text} />;
  if (of.kind === 'link') {
    return (
      <Linked href={of.link} text={of.link} shows={of.shows}>
        Link
      </Linked>
    );
  }
  return (
    <Linked href={`${recommendationHref(of)}/evidence/${of.id}`} text={of.fileName} shows={of.shows}>
      {`${fileTypes[of.type].name}, ${sizeInWords(of.size)}`}
    </Linked>
  );
};

const Linked = (props: { href: string; text: string; shows: string | undefined; children: Child }) => (
  <>
    <a class="govuk-link tracker-verbatim" href={props.href} rel="noreferrer">
      {props.text}
    </a>
    {props.shows && <div>{props.shows}</div>}
    <div class="govuk-hint govuk-!-margin-bottom-0">{props.children}</div>
  </>
);
