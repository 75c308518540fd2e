import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Dispatcher } from './dispatcher.ts';
import { Attributes, md5, md5OfAttributes } from './message.ts';

/** 1 MiB, for one message and for a batch together. */
const LONGEST = 1024 * 1024;
const MOST_IN_BATCH = 10;

/** A "no" in the words of SQS: the client shows `shape` as the error's name. */
export class SqsError extends Error {
  readonly shape: string;
  constructor(shape: string, message: string) {
    super(message);
    this.shape = shape;
  }
}

const Content = z.object({
  MessageBody: z.string().min(1),
  MessageAttributes: Attributes.default({}),
  DelaySeconds: z.int().min(0).max(900).default(0),
});
const Send = Content.extend({ QueueUrl: z.string() });
const SendBatch = z.object({
  QueueUrl: z.string(),
  Entries: z.array(Content.extend({ Id: z.string().regex(/^[\w-]{1,80}$/) })),
});

type Queue = { name: string; dispatcher: Dispatcher };

/** What this queue answers to: sending. Receiving is the dispatcher's, as it is Lambda's in AWS. */
export const sqsActions: Record<string, (input: unknown, queue: Queue) => object> = {
  SendMessage(input, queue) {
    const { QueueUrl, ...content } = understood(Send, input);
    refuseOtherQueue(QueueUrl, queue);
    if (Buffer.byteLength(content.MessageBody) > LONGEST) {
      throw new SqsError('InvalidParameterValue', `Message must be shorter than ${LONGEST} bytes.`);
    }
    return accept(content, queue);
  },

  SendMessageBatch(input, queue) {
    const { QueueUrl, Entries } = understood(SendBatch, input);
    refuseOtherQueue(QueueUrl, queue);
    if (Entries.length === 0) throw new SqsError('EmptyBatchRequest', 'There should be at least one entry.');
    if (Entries.length > MOST_IN_BATCH) {
      throw new SqsError(
        'TooManyEntriesInBatchRequest',
        `Maximum number of entries per request are ${MOST_IN_BATCH}.`,
      );
    }
    if (new Set(Entries.map(({ Id }) => Id)).size < Entries.length) {
      throw new SqsError('BatchEntryIdsNotDistinct', 'Two entries have the same Id.');
    }
    if (Entries.reduce((sum, { MessageBody }) => sum + Buffer.byteLength(MessageBody), 0) > LONGEST) {
      throw new SqsError('BatchRequestTooLong', `Batch requests cannot be longer than ${LONGEST} bytes.`);
    }
    return { Successful: Entries.map((entry) => ({ Id: entry.Id, ...accept(entry, queue) })), Failed: [] };
  },
};

function accept(content: z.infer<typeof Content>, { dispatcher }: Queue): object {
  const { MessageBody, MessageAttributes, DelaySeconds } = content;
  return {
    MessageId: dispatcher.add(MessageBody, MessageAttributes, DelaySeconds * 1000),
    MD5OfMessageBody: md5(MessageBody),
    MD5OfMessageAttributes: md5OfAttributes(MessageAttributes),
  };
}

function understood<T>(schema: z.ZodType<T>, input: unknown): T {
  const { data, error } = schema.safeParse(input);
  if (error !== undefined) throw new SqsError('InvalidParameterValue', z.prettifyError(error));
  return data as T;
}

function refuseOtherQueue(queueUrl: string, { name }: Queue): void {
  if (queueUrl.split('/').at(-1) === name) return;
  throw new SqsError('QueueDoesNotExist', 'The specified queue does not exist.');
}

/** The old names that the client turns into `error.Code`, kept for code written against them. */
const queryNames: Record<string, string> = { QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue' };

export function errorReply(error: SqsError): {
  status: number;
  headers: Record<string, string>;
  body: object;
} {
  return {
    status: 400,
    headers: {
      'x-amzn-query-error': `${queryNames[error.shape] ?? error.shape};Sender`,
      'x-amzn-requestid': randomUUID(),
    },
    body: { __type: `com.amazonaws.sqs#${error.shape}`, message: error.message },
  };
}
