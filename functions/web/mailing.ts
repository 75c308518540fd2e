import type { MailService } from '../../shared/runtime/mail-service.ts';
import type { WebDeps } from './web.ts';

/**
 * The way to the sender. Its clients are loaded with the first mail that somebody asks for at once: hardly any page needs them.
 */
export function openMailing(queueUrl: string): Pick<WebDeps, 'queue' | 'readQuota'> {
  const open = async () => {
    const [{ SQSClient }, { mailQueue }] = await Promise.all([
      import('@aws-sdk/client-sqs'),
      import('../../shared/runtime/mail-queue.ts'),
    ]);
    return mailQueue(new SQSClient({}), queueUrl);
  };
  let queue: ReturnType<typeof open> | undefined;
  return {
    queue: {
      async enqueue(mailIds) {
        queue ??= open();
        await (await queue).enqueue(mailIds);
      },
    },
    async readQuota() {
      const quota = await import('../../shared/runtime/sending-quota.ts');
      return quota.readQuota(quota.quotaClient());
    },
  };
}

/** The mail service itself, for a mail that cannot wait; whoever waits for the answer is not kept as long as the sender is. */
export async function openMailService(configurationSet: string): Promise<MailService> {
  const { mailClient, mailService } = await import('../../shared/runtime/mail-service.ts');
  return mailService(mailClient(patienceMs), configurationSet);
}

const patienceMs = 5_000;
