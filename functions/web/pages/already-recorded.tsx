import { seesCase } from '../../../shared/domain/scope.ts';
import { readCaseFile } from '../../../shared/store/case-file.ts';
import { caseWithReference } from '../../../shared/store/case-references.ts';
import { NotificationBanner } from '../components/notification-banner.tsx';
import type { PostedForm } from '../forms/posted-form.ts';
import type { Site } from './site.tsx';

/** Over what was read from a page: that its case is recorded already, with the way to it and what recording it again would do. */
export async function alreadyRecordedNote({ table, person }: Site, form: PostedForm) {
  const reference = form.get('reference').trim();
  const known = reference ? await caseWithReference(table, reference) : undefined;
  if (!known) return null;
  const file = await readCaseFile(table, known.id);
  const isSamePage = file?.keptPage === form.get('keptPage');
  if (file && !seesCase(person.scope, file))
    return (
      <NotificationBanner heading="This case is already recorded">
        <p class="govuk-body">You do not look after it, so this page cannot be saved with its reference.</p>
      </NotificationBanner>
    );
  return (
    <NotificationBanner heading="This case is already recorded">
      <p class="govuk-body">
        <a class="govuk-notification-banner__link" href={`/cases/${known.id}`}>
          See the case
        </a>
        {isSamePage
          ? '. Saving this page again adds what is missing there, and nothing twice.'
          : '. It was not recorded from this page, so this page cannot be saved with its reference. Add what is missing on the page of the case.'}
      </p>
    </NotificationBanner>
  );
}
