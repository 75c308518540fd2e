import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { allowFiles } from './evidence-access.ts';
import { LondonSchedule, NIGHTLY, RECONCILE, type Times, WATCH } from './london-schedule.ts';
import { MailQueue, SENDER_TIMEOUT } from './mail-queue.ts';
import { FEEDBACK_TIMEOUT, MailSending } from './mail-sending.ts';
import { StaffSignIn } from './staff-sign-in.ts';
import { evidenceBucketName, type Stage } from './stages.ts';
import { allowTable } from './table-access.ts';
import { TrackerFunction } from './tracker-function.ts';
import { WebApi } from './web-api.ts';

export interface ServiceStackProps extends StackProps {
  readonly stage: Stage;
  /** The folder of bundles made by `infra/build/bundle.ts`. */
  readonly dist: string;
}

type Environment = Readonly<Record<string, string>>;

/** What each function needs of time and memory; memory also buys processor time, so the pages get more than the sender. */
const FUNCTIONS = {
  // The door gives up after 30 seconds, and the longest page (what is due to be removed) may take half of that.
  web: { description: 'The pages and the API', timeout: Duration.seconds(28), memorySize: 1024 },
  nightly: {
    description: 'The compliance run: finds what is due and plans one mail to each owner',
    timeout: Duration.minutes(10),
    memorySize: 1024,
  },
  sender: { description: 'Sends planned mails', timeout: SENDER_TIMEOUT, memorySize: 512 },
  feedback: {
    description: 'Takes in what the mail service reports: delivered, bounced, complained',
    timeout: FEEDBACK_TIMEOUT,
    memorySize: 512,
  },
  watchdog: {
    description: 'Looks whether the run of the day is there, ended and balances; writes to liaison staff',
    timeout: Duration.minutes(2),
    memorySize: 512,
  },
  reconcile: {
    description: 'Compares the ledger of reminders with what should have been sent',
    timeout: Duration.minutes(15),
    memorySize: 1024,
  },
};

/** What every function is told. */
function environmentOf(
  stage: Stage,
  made: { mailQueue: MailQueue; mailSending: MailSending; serviceUrl: string },
): Environment {
  return {
    TABLE_NAME: stage.tableName,
    EVIDENCE_BUCKET: evidenceBucketName(stage.name),
    MAIL_QUEUE_URL: made.mailQueue.queue.queueUrl,
    MAIL_FROM: stage.mailFrom,
    CONFIGURATION_SET: made.mailSending.configurationSet.configurationSetName,
    SERVICE_URL: made.serviceUrl,
    ORGANISATION: stage.organisation,
    LIAISON_EMAIL: stage.liaisonEmail,
    SEND_TO: stage.sendTo,
    SENDERS_AT_ONCE: String(stage.sendersAtOnce),
  };
}

/** Everything that can be thrown away and deployed again: the functions, the schedule, the queues, the door, the alarms. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    const { stage } = props;
    const door = new WebApi(this, 'WebApi', { stage });
    const mailQueue = new MailQueue(this, 'MailQueue');
    const mailSending = new MailSending(this, 'MailSending');
    const serviceUrl = door.url;
    const signIn = new StaffSignIn(this, 'StaffSignIn', { stage, serviceUrl });
    const environment = environmentOf(stage, { mailQueue, mailSending, serviceUrl });
    const web = this.fn('web', props, { ...environment, ...signIn.environment });
    const nightly = this.fn('nightly', props, environment);
    const sender = this.fn('sender', props, environment);
    const feedback = this.fn('feedback', props, environment);
    const watchdog = this.fn('watchdog', props, environment);
    const reconcile = this.fn('reconcile', props, environment);

    door.servedBy(web);
    signIn.allowSecret(web);
    allowFiles(web, evidenceBucketName(stage.name));
    for (const planner of [web, nightly, feedback, watchdog])
      planner.may(['sqs:SendMessage'], [mailQueue.queue.queueArn]);
    mailSending.reportsTo(feedback);
    for (const reader of [web, nightly, sender]) mailSending.allowReadingQuota(reader);
    // The pages send the codes that owners sign in with, which cannot wait for the queue.
    for (const writer of [sender, web])
      mailSending.allowSending(writer, { address: stage.mailFrom, identity: stage.mailIdentity });
    mailQueue.feeds(sender, { atOnce: stage.sendersAtOnce, enabled: !stage.paused });
    const runs = this.schedules({ nightly, watchdog, reconcile }, !stage.paused);
    const watched = { api: door.api, sender, feedback, mailQueue, mailSending, ...runs };
    new Alarms(this, 'Alarms', { stage: stage.name, email: stage.alarmEmail, ...watched });
    new CfnOutput(this, 'ServiceUrl', { value: serviceUrl });
  }

  /** What the clock starts, each with its schedule. */
  private schedules(
    started: Record<'nightly' | 'watchdog' | 'reconcile', TrackerFunction>,
    enabled: boolean,
  ) {
    const at = (id: string, starts: TrackerFunction, times: Times) =>
      new LondonSchedule(this, id, { starts, times, enabled });
    return {
      ...started,
      schedule: at('Schedule', started.nightly, NIGHTLY),
      watch: at('Watch', started.watchdog, WATCH),
      weekly: at('Weekly', started.reconcile, RECONCILE),
    };
  }

  private fn(
    name: keyof typeof FUNCTIONS,
    { stage, dist }: ServiceStackProps,
    environment: Environment,
  ): TrackerFunction {
    const id = `${name[0]!.toUpperCase()}${name.slice(1)}`;
    const made = new TrackerFunction(this, id, { ...FUNCTIONS[name], name, dist, environment, logs: stage });
    allowTable(made, name, stage.tableName);
    return made;
  }
}
