import type { Child } from 'hono/jsx';
import { narrowed, type Sending, sendingInWords, toEveryone } from '../../../shared/domain/sending.ts';
import { reasonOf } from '../../../shared/runtime/log.ts';
import { readSending } from '../../../shared/store/mail-settings.ts';
import type { WebDeps } from '../web.ts';

/** To whom mail goes now: as it was chosen, within what this copy of the tracker may. */
export const sendingNow = async ({ table, sendTo }: Pick<WebDeps, 'table' | 'sendTo'>): Promise<Sending> =>
  narrowed((await readSending(table))?.sending ?? toEveryone, sendTo);

/** The yellow notice of every page while mail does not go to everyone; null while it does. */
export async function sendingNotice(site: Pick<WebDeps, 'table' | 'sendTo' | 'log'>): Promise<Child> {
  try {
    const to = await sendingNow(site);
    if (to.mode === 'everyone') return null;
    const says =
      to.mode === 'nobody'
        ? 'No mail is sent to anybody.'
        : `Mail is sent ${sendingInWords(to)}, and to nobody else.`;
    return <SendingNotice>{`${says} What is kept back now is not sent later.`}</SendingNotice>;
  } catch (error) {
    site.log.error('To whom mail goes could not be read', { reason: reasonOf(error) });
    return <SendingNotice>To whom mail goes could not be read, so none is sent.</SendingNotice>;
  }
}

const SendingNotice = ({ children }: { children: Child }) => (
  <section class="tracker-sending" aria-label="Who gets mail">
    <div class="govuk-width-container">
      <p class="tracker-sending__text">
        <strong>{children}</strong>{' '}
        <a class="govuk-link" href="/settings/sending">
          Who gets mail
        </a>
      </p>
    </div>
  </section>
);
