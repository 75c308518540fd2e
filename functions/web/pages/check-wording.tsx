import type { Context } from 'hono';
import { aboutPart, type MailPart } from '../../../shared/domain/mail-parts.ts';
import { type MailWords, type PartWords, wordsInForce } from '../../../shared/domain/mail-words.ts';
import { compose } from '../../../shared/mail/compose.ts';
import { sampleLetter } from '../../../shared/mail/sample-letters.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { readWording } from '../../../shared/store/mail-settings.ts';
import { InsetText } from '../components/inset-text.tsx';
import { Table } from '../components/table.tsx';
import type { PostedForm } from '../forms/posted-form.ts';
import { wordingFields } from '../forms/wording-form.ts';
import { MailPreview, stylesOf } from './mail-preview.tsx';
import { contentPolicy } from './request-rules.tsx';
import { SaveOrChange } from './save-or-change.tsx';
import { type Site, show } from './site.tsx';
import { partPath } from './wording.tsx';

/** What a change of the words comes to before it is saved: the words that change, and a whole mail with them. */
export async function showWordingCheck(
  c: Context,
  site: Site,
  part: MailPart,
  form: PostedForm,
  to: PartWords,
) {
  const before = wordsInForce(await readWording(site.table));
  const mail = sampleMail(site, part, { ...before, [part]: to });
  c.header('content-security-policy', contentPolicy({ styles: stylesOf(mail) }));
  return show(c, site, {
    title: 'Check the wording',
    children: (
      <>
        <span class="govuk-caption-l">{aboutPart(part).title}</span>
        <h1 class="govuk-heading-l">Check the wording</h1>
        <WordsChanged before={before} after={{ ...before, [part]: to }} parts={[part]} />
        <h2 class="govuk-heading-m">A mail with these words</h2>
        <p class="govuk-body">The recommendation in it is made up. Everything else is as in a real mail.</p>
        <MailPreview mail={mail} />
        <SaveOrChange
          site={site}
          action={partPath(part)}
          names={['version', ...wordingFields(part).map(({ name }) => name)]}
          form={form}
        />
      </>
    ),
  });
}

const sampleMail = ({ clock, organisation, serviceUrl }: Site, part: MailPart, words: MailWords) =>
  compose(sampleLetter(part, { today: today(clock), organisation, serviceUrl, words }));

const columns = [{ text: 'Part' }, { text: 'Now' }, { text: 'After the change' }];

type Changed = { before: MailWords; after: MailWords; parts: readonly MailPart[] };

/** The words that differ, before and after. */
export const WordsChanged = ({ before, after, parts }: Changed) => {
  const rows = parts.flatMap((part) => [
    ...rowOf(aboutPart(part).title, before[part].words, after[part].words),
    ...rowOf(`${aboutPart(part).title}: added sentence`, before[part].added, after[part].added),
  ]);
  if (rows.length === 0) return <InsetText>Nothing differs from the words as they are.</InsetText>;
  return <Table caption="What changes" captionHidden firstCellIsHeader columns={columns} rows={rows} />;
};

const rowOf = (title: string, was: string | undefined, is: string | undefined) =>
  was === is ? [] : [[title, was ?? 'None', is ?? 'None']];
