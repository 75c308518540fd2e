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
import { type EvidenceDoor, type EvidenceSite, staffDoor } from './evidence-address.ts';
import { LongText } from './long-text.tsx';
import { recommendationHref } from './names.ts';
import { showRefusal } from './notice-page.tsx';
import type { Site } from './site.tsx';

/** Saves a file of evidence to the reader's disk: the store is told to send it as an attachment, so nothing of it is ever shown here. */
export const evidenceFileAt = (site: EvidenceSite, door: EvidenceDoor): Hono =>
  new Hono().get(`${door.address}/:id`, async (c) => {
    const { caseId = '', number = '', id } = c.req.param() as Record<string, string>;
    const found = await findByAddress(site.table, { caseId, number });
    if (isRefusal(found)) return showRefusal(c, site, found, door.back);
    const file = found.entry.evidence.find((each) => each.id === id);
    if (file?.kind !== 'file') return showRefusal(c, site, noSuchFile, door.back);
    return c.redirect(await site.files.signDownload(file), 302);
  });

/** The same for staff. */
export const evidenceFilePages = (site: Site): Hono => evidenceFileAt(site, staffDoor(site));

type HrefOf = EvidenceDoor['hrefOf'];

/** What proves that something was done on a recommendation. */
export const EvidenceList = (props: { evidence: readonly Evidence[]; hrefOf?: HrefOf }) =>
  props.evidence.length === 0 ? (
    <p class="govuk-body">No evidence has been added.</p>
  ) : (
    <Table
      caption="Evidence"
      captionHidden
      columns={[{ text: 'Evidence' }, { text: 'Added' }, { text: 'Who' }]}
      rows={props.evidence.map((each) => [
        <Item of={each} hrefOf={props.hrefOf ?? recommendationHref} />,
        inWords(each.addedOn),
        each.addedBy,
      ])}
    />
  );

const Item = ({ of, hrefOf }: { of: Evidence; hrefOf: HrefOf }) => {
  if (of.kind === 'text') return <LongText text={of.text} />;
  if (of.kind === 'link') {
    return (
      <Linked href={of.link} text={of.link} shows={of.shows}>
        Link
      </Linked>
    );
  }
  return (
    <Linked href={`${hrefOf(of)}/evidence/${of.id}`} text={of.fileName} shows={of.shows}>
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
