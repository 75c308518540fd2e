import * as z from 'zod';
import { type Sending, sendingFrom } from '../domain/sending.ts';

const environment = z.object({
  TABLE_NAME: z.string().min(1),
  EVIDENCE_BUCKET: z.string().min(3),
  MAIL_QUEUE_URL: z.url(),
  MAIL_FROM: z.string().min(3),
  CONFIGURATION_SET: z.string().min(1),
  SERVICE_URL: z.url(),
  ORGANISATION: z.string().min(1),
  LIAISON_EMAIL: z.email(),
  SEND_TO: z.string().transform((text, context) => {
    const to = sendingFrom(text);
    if (!to)
      context.addIssue({
        code: 'custom',
        message: 'everyone, nobody, or addresses and domains with commas between',
      });
    return to ?? z.NEVER;
  }),
  SENDERS_AT_ONCE: z.coerce.number().int().min(1),
});

export type Config = {
  tableName: string;
  evidenceBucket: string;
  mailQueueUrl: string;
  mailFrom: string;
  configurationSet: string;
  serviceUrl: string;
  organisation: string;
  liaisonEmail: string;
  /** To whom this copy of the tracker may send at most, whatever its pages say. */
  sendTo: Sending;
  /** How many senders may run at once: they share the rate at which mails may leave. */
  sendersAtOnce: number;
};

const addresses = z.string().transform((text) =>
  text
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== ''),
);

const signIn = z.object({
  IDENTITY_ISSUER: z.url(),
  IDENTITY_CLIENT_ID: z.string().min(1),
  IDENTITY_SECRET_ARN: z.string().min(1).optional(),
  IDENTITY_TRUSTS_EMAIL: z.enum(['verified', 'always']).default('verified'),
  ADMINISTRATORS: addresses.default([]),
});

/** How staff sign in: only the pages need it. `secretArn`: where the secret lies that the provider gave us, if it gave one. */
export type SignInConfig = {
  issuer: string;
  clientId: string;
  secretArn?: string | undefined;
  trustsEmail: 'verified' | 'always';
  administrators: string[];
};

/** The settings of signing in, read once at start. */
export function readSignInConfig(env: Record<string, string | undefined>): SignInConfig {
  const data = settingsFrom(signIn, env);
  return {
    issuer: data.IDENTITY_ISSUER,
    clientId: data.IDENTITY_CLIENT_ID,
    secretArn: data.IDENTITY_SECRET_ARN,
    trustsEmail: data.IDENTITY_TRUSTS_EMAIL,
    administrators: data.ADMINISTRATORS,
  };
}

function settingsFrom<S extends z.ZodType>(schema: S, env: Record<string, string | undefined>): z.infer<S> {
  const parsed = schema.safeParse(env);
  if (!parsed.success) throw new Error(`Settings are missing or wrong: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** The settings of a function, read once at start. A missing one stops the function with its name, not its first mail. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const data = settingsFrom(environment, env);
  return {
    tableName: data.TABLE_NAME,
    evidenceBucket: data.EVIDENCE_BUCKET,
    mailQueueUrl: data.MAIL_QUEUE_URL,
    mailFrom: data.MAIL_FROM,
    configurationSet: data.CONFIGURATION_SET,
    serviceUrl: data.SERVICE_URL.replace(/\/$/, ''),
    organisation: data.ORGANISATION,
    liaisonEmail: data.LIAISON_EMAIL,
    sendTo: data.SEND_TO,
    sendersAtOnce: data.SENDERS_AT_ONCE,
  };
}
