export const localBucket = 'evidence';
export const localSecret = 'local';

/** As what the tracker is known to the practice sign-in. */
export const localClient = 'recommendation-tracker';

/**
 * The settings of a local run, in the names the functions and the AWS SDK read. Credentials are made up and the endpoints are on this
 * machine, so nothing here can reach AWS, whatever profile the person who starts it has.
 */
export const localEnvironment = (at: {
  database: string;
  mail: string;
  files: string;
  queue: string;
  queueUrl: string;
  serviceUrl: string;
  issuer: string;
}) => ({
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: localSecret,
  AWS_SESSION_TOKEN: 'local',
  AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false',
  AWS_ENDPOINT_URL_DYNAMODB: at.database,
  AWS_ENDPOINT_URL_S3: at.files,
  AWS_ENDPOINT_URL_SES: at.mail,
  AWS_ENDPOINT_URL_SQS: at.queue,
  POWERTOOLS_LOG_LEVEL: process.env.POWERTOOLS_LOG_LEVEL ?? 'WARN',
  TABLE_NAME: 'recommendation-tracker',
  EVIDENCE_BUCKET: localBucket,
  MAIL_QUEUE_URL: at.queueUrl,
  MAIL_FROM: process.env.MAIL_FROM ?? 'Recommendation Tracker <tracker@sample.example>',
  CONFIGURATION_SET: 'local',
  SERVICE_URL: at.serviceUrl,
  ORGANISATION: process.env.ORGANISATION ?? 'Sample Police',
  LIAISON_EMAIL: process.env.LIAISON_EMAIL ?? 'liaison@sample.example',
  SEND_TO: process.env.SEND_TO ?? 'everyone',
  SENDERS_AT_ONCE: '2',
  IDENTITY_ISSUER: at.issuer,
  IDENTITY_CLIENT_ID: localClient,
});

/** Puts settings into this process's environment, where the SDK looks for them. @returns what puts back what was there before */
export function enterEnvironment(settings: Record<string, string>): () => void {
  const before = Object.keys(settings).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, settings);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}
