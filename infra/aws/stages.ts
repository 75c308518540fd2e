import { Aws } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { sendingFrom } from '../../shared/domain/sending.ts';
import { type IdentityProvider, identityProviderFrom } from './identity-provider.ts';
import { type ServiceAddress, serviceAddressFrom } from './service-address.ts';
import { SetUpError } from './set-up-error.ts';

/** What differs between one stage and another. Everything else is the same, so that dev tells the truth about live. */
export interface Stage {
  readonly name: string;
  /** The name owners see in their mails. */
  readonly organisation: string;
  /** The address mails come from; its identity must be verified in SES. */
  readonly mailFrom: string;
  /** The SES identity that is verified: the domain of `mailFrom`, or that address itself. */
  readonly mailIdentity: string;
  /** Where liaison staff get their summary and what is addressed to them. */
  readonly liaisonEmail: string;
  /** Who is told when an alarm rings; nobody when undefined. */
  readonly alarmEmail: string | undefined;
  /** The address people type, when the service has its own domain name; undefined: the address of the API. */
  readonly address: ServiceAddress | undefined;
  /** Where staff sign in; undefined: in a pool that is made for this stage. */
  readonly identity: IdentityProvider | undefined;
  /** Addresses with commas between; whoever signs in first with one of them becomes an administrator. */
  readonly administrators: string;
  /** The table the functions use; another name only after a restore (docs/deploy.md). */
  readonly tableName: string;
  /** True: no schedule runs and no mail leaves, while somebody looks at the records. */
  readonly paused: boolean;
  readonly logRetention: RetentionDays;
  /** True: the logs stay when the stack is deleted. */
  readonly keepsLogs: boolean;
  readonly terminationProtection: boolean;
  /** How many requests a second the API accepts before it answers 429, and how many at once. */
  readonly requests: { readonly perSecond: number; readonly burst: number };
  /** To whom this stage may send at most, whatever its pages say: 'everyone', 'nobody', or addresses and domains with commas between. */
  readonly sendTo: string;
  /** How many senders may run at once; each keeps to its share of 80 % of the rate SES allows. */
  readonly sendersAtOnce: number;
}

type Fixed = Pick<
  Stage,
  'logRetention' | 'keepsLogs' | 'terminationProtection' | 'requests' | 'sendersAtOnce' | 'organisation'
> & {
  /** To whom mail may go when nothing is given. */
  readonly sendTo: string;
  /** Sender used when none is given: an address nobody owns, which SES refuses, so a trial can mail nobody. */
  readonly mailFrom: string | undefined;
};

const stages: Readonly<Record<string, Fixed>> = {
  dev: {
    organisation: 'Recommendation Tracker (trial)',
    mailFrom: 'reminders@example.org',
    sendTo: 'nobody',
    logRetention: RetentionDays.TWO_WEEKS,
    keepsLogs: false,
    terminationProtection: false,
    requests: { perSecond: 10, burst: 20 },
    sendersAtOnce: 2,
  },
  live: {
    organisation: '',
    mailFrom: undefined,
    sendTo: 'everyone',
    logRetention: RetentionDays.ONE_YEAR,
    keepsLogs: true,
    terminationProtection: true,
    requests: { perSecond: 50, burst: 100 },
    sendersAtOnce: 2,
  },
};

/** Reads one value by its name; an empty value counts as not given. */
export type Given = (name: string) => string | undefined;

/**
 * What was given for the chosen stage: with `-c name=value`, or else kept in cdk.context.json under the stage's name,
 * as in `{"live": {"mailFrom": "reminders@force.example"}}`, so that one stage never takes the values of another.
 */
export function givenIn(context: (name: string) => unknown): Given {
  const text = (value: unknown) => (value === undefined || value === '' ? undefined : String(value));
  const kept = (context(text(context('stage')) ?? DEFAULT_STAGE) ?? {}) as Record<string, unknown>;
  return (name) => text(context(name)) ?? text(kept[name]);
}

const DEFAULT_STAGE = 'dev';
const REQUIRED = ['organisation', 'mailFrom', 'liaisonEmail', 'alarmEmail', 'administrators'] as const;

/**
 * The settings of one stage, with what was given on the command line in place of the defaults.
 *
 * Live has no default sender, organisation, administrator, liaison or alarm address: it throws a sentence naming what is missing, because
 * a service that reminds people in the wrong name, lets nobody in or fails without telling anybody is worse than none.
 */
export function stageFrom(given: Given): Stage {
  const name = given('stage') ?? DEFAULT_STAGE;
  const fixed = stages[name];
  if (!fixed)
    throw new SetUpError(`There is no stage '${name}'. Give -c stage=${Object.keys(stages).join(' or ')}.`);
  const missing = REQUIRED.filter((setting) => name === 'live' && !given(setting));
  if (missing.length > 0) {
    throw new SetUpError(`The live stage needs ${missing.map((setting) => `-c ${setting}=…`).join(' ')}.`);
  }
  const mailFrom = given('mailFrom') ?? fixed.mailFrom ?? '';
  const domain = mailFrom.split('@')[1];
  if (!domain) throw new SetUpError(`'${mailFrom}' is not an address mails can come from.`);
  // Liaison staff read what arrives at the sender's address anyway, because owners answer by replying.
  const liaisonEmail = given('liaisonEmail') ?? mailFrom;
  if (!isAddress(liaisonEmail))
    throw new SetUpError(`'${liaisonEmail}' is not an address liaison staff can be reached at.`);
  const sendTo = given('sendTo') ?? fixed.sendTo;
  if (!sendingFrom(sendTo))
    throw new SetUpError(
      `'${sendTo}' does not say to whom mail may go. Give everyone, nobody, or addresses and domains with commas between.`,
    );
  return {
    ...fixed,
    name,
    sendTo,
    mailFrom,
    liaisonEmail,
    organisation: given('organisation') ?? fixed.organisation,
    mailIdentity: given('mailIdentity') ?? domain,
    alarmEmail: given('alarmEmail'),
    address: serviceAddressFrom(given),
    identity: identityProviderFrom(given),
    administrators: administratorsFrom(given),
    tableName: given('tableName') ?? recordsTableName(name),
    paused: given('paused') === 'true',
  };
}

const isAddress = (text: string) => /^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/.test(text);

function administratorsFrom(given: Given): string {
  const addresses = given('administrators') ?? '';
  const wrong = addresses.split(',').find((each) => !isAddress(each.trim()));
  if (addresses !== '' && wrong !== undefined)
    throw new SetUpError(`'${wrong.trim()}' among the administrators is not an address.`);
  return addresses;
}

/** The bucket's name holds account and region, because a bucket's name is the only one of its kind in the world. */
export function evidenceBucketName(stage: string): string {
  return `recommendation-tracker-${stage}-evidence-${Aws.ACCOUNT_ID}-${Aws.REGION}`;
}

/** The table's name is fixed, so that the service can be pointed at a restored table and back without an export. */
export function recordsTableName(stage: string): string {
  return `recommendation-tracker-${stage}`;
}

/** What the pool of staff is known by. The start of its address holds the account, because every region has each only once. */
export function staffPoolNames(stage: string): {
  readonly domainPrefix: string;
  readonly parameterName: string;
} {
  return {
    domainPrefix: `recommendation-tracker-${stage}-${Aws.ACCOUNT_ID}`,
    parameterName: `/recommendation-tracker/${stage}/staff-pool`,
  };
}
