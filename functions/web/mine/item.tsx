import { Hono } from 'hono';
import { standingOf } from '../../../shared/domain/standing.ts';
import { NotificationBanner } from '../components/notification-banner.tsx';
import { Quote } from '../components/quote.tsx';
import { StandingTag } from '../components/standing-tag.tsx';
import { LongText } from '../pages/long-text.tsx';
import { type Mails, mailsCarrying } from '../pages/reminder-table.tsx';
import { show } from '../pages/site.tsx';
import { answersNow, captionOf } from './answer-pages.tsx';
import { answers } from './answers.ts';
import { AskedOfYou } from './asked-of-you.tsx';
import { EvidenceGiven } from './evidence-given.tsx';
import { MailsToYou } from './mails-to-you.tsx';
import { headlineOf } from './my-duties.ts';
import { itemAddress, itemHref, type MyItem } from './my-item.ts';
import type { OwnerSite } from './owner-site.ts';
import { WaitsForStaff, WhatWasSaid } from './what-was-said.tsx';
import { YourAnswers } from './your-answers.tsx';

/** The page that mails to owners lead to: what is asked, by when, and what they can answer. */
export const itemPages = (site: OwnerSite): Hono =>
  new Hono().get(itemAddress, async (c) => {
    const item = c.get('item');
    const mails = await mailsCarrying(
      site.table,
      item.entry.reminders.filter(({ recipientId }) => site.person.contactIds.includes(recipientId)),
    );
    return show(c, site, {
      title: `${captionOf(item)}: ${headlineOf(item)}`,
      backLink: { href: '/mine', text: 'Your recommendations' },
      children: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Saved name={c.req.query('saved')} item={item} />
            <Everything item={item} mails={mails} />
          </div>
        </div>
      ),
    });
  });

const evidenceSaved = {
  saved: 'Evidence added',
  next: 'The liaison team sees it with this recommendation. If it shows that all is done, say so as well.',
};

/** The address carries only the name of what was saved: words from an address are never shown. */
const Saved = ({ name, item }: { name: string | undefined; item: MyItem }) => {
  const saved =
    name === 'evidence' ? evidenceSaved : answers.find((each) => each.name === name)?.wordsOf(item);
  return saved ? (
    <NotificationBanner type="success" heading={saved.saved}>
      <p class="govuk-body">{saved.next}</p>
    </NotificationBanner>
  ) : null;
};

const Everything = ({ item, mails }: { item: MyItem; mails: Mails }) => {
  const { recommendation, deadlines, response } = item.entry;
  const mayAct = item.mine.may === 'act';
  return (
    <>
      <span class="govuk-caption-l">{`${captionOf(item)}, ${item.file.learningCase.title}`}</span>
      <h1 class="govuk-heading-l">{headlineOf(item)}</h1>
      <p class="govuk-body">
        <StandingTag standing={standingOf(recommendation, deadlines, item.today)} duties={deadlines} />
      </p>
      <WaitsForStaff item={item} />
      <AskedOfYou item={item} />
      {mayAct ? (
        <YourAnswers answers={answersNow(item)} href={itemHref(recommendation)} item={item} />
      ) : (
        <p class="govuk-body">
          You can read this because somebody who reports to you answers for it, or because you chair its
          board.
        </p>
      )}
      <h2 class="govuk-heading-m">What was recommended</h2>
      <Quote source={`To ${recommendation.addressee}`}>{recommendation.text}</Quote>
      {response && (
        <>
          <h2 class="govuk-heading-m">What was answered</h2>
          <div class="govuk-body">
            <LongText text={response.text} />
          </div>
        </>
      )}
      <WhatWasSaid item={item} />
      <EvidenceGiven item={item} />
      <MailsToYou mails={mails} item={item} />
    </>
  );
};
