import { Hono } from 'hono';
import { aboutPart, type MailPart, mailPartNames } from '../../../shared/domain/mail-parts.ts';
import { wordsInForce } from '../../../shared/domain/mail-words.ts';
import { readWording } from '../../../shared/store/mail-settings.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx';
import { Tag } from '../components/tag.tsx';
import { settingHistory } from './setting-history.tsx';
import { type Site, show } from './site.tsx';
import { Success, savedBefore } from './success.tsx';

export const wordingPath = '/settings/wording';

/** Where the words of one part are changed. */
export const partPath = (part: MailPart): string => `${wordingPath}/${part}`;

/** What every part of the mails says, and what of it is the organisation's own. */
export const wordingPages = (site: Site): Hono =>
  new Hono().get(wordingPath, async (c) => {
    const kept = await readWording(site.table);
    const words = wordsInForce(kept);
    const isOwn = (part: MailPart) => kept?.parts[part] !== undefined;
    const rowOf = (part: MailPart): SummaryRow => ({
      key: (
        <>
          {aboutPart(part).title}
          {isOwn(part) && (
            <>
              {' '}
              <Tag colour="purple">Your words</Tag>
            </>
          )}
        </>
      ),
      value: (
        <>
          {words[part].words}
          {words[part].added && <p class="govuk-body govuk-!-margin-top-2">{words[part].added}</p>}
        </>
      ),
      actions: [{ text: 'Change', href: partPath(part), of: `the words of: ${aboutPart(part).title}` }],
    });
    const rowsOf = (asks: boolean) =>
      mailPartNames.filter((part) => aboutPart(part).asks === asks).map(rowOf);
    return show(c, site, {
      title: 'Wording of mails',
      backLink: { href: '/settings', text: 'Settings' },
      children: (
        <>
          <Success of={savedBefore(c)}>
            <p class="govuk-body">Every mail that is sent from now on has these words.</p>
          </Success>
          <h1 class="govuk-heading-l">Wording of mails</h1>
          <p class="govuk-body">
            The tracker writes the facts of each mail: what it is about, dates, what the law says, and what
            was promised. What it asks people to do, and how it begins and ends, you can say in your own
            words. Words in curly brackets are filled in for each mail.
          </p>
          <h2 class="govuk-heading-m">What to do</h2>
          <SummaryList rows={rowsOf(true)} />
          <h2 class="govuk-heading-m">First and last lines</h2>
          <SummaryList rows={rowsOf(false)} />
          {mailPartNames.some(isOwn) && (
            <ButtonLink href={`${wordingPath}/reset`} variant="secondary">
              Set all back to the tracker’s own words
            </ButtonLink>
          )}
          {await settingHistory(site, 'wording')}
        </>
      ),
    });
  });
